package org.netloom.access;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Open;

/** What a door says of itself: whom it lets in. */
sealed interface Guard {

    /** Members of the workspace whose role is high enough. */
    record ByRole(Action action) implements Guard {
        @Override
        public String toString() {
            return action.name();
        }
    }

    record OpenTo(Open.To to, String because) implements Guard {
        @Override
        public String toString() {
            return to.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ": " + because;
        }
    }

    /** It says nothing, or what it says has no reason. */
    record Missing() implements Guard {}

    static Guard of(AnnotatedElement door) {
        return needs(door).<Guard>map(ByRole::new).or(() -> open(door)).orElse(new Missing());
    }

    /** Of a method; what is said of its class holds where it says nothing itself. */
    static Guard of(AnnotatedElement method, Class<?> owner) {
        Guard own = of(method);
        return own instanceof Missing ? of(owner) : own;
    }

    /** Whether a door says both that it takes a role and that it takes none. */
    static boolean contradicts(AnnotatedElement door) {
        return needs(door).isPresent() && open(door).isPresent();
    }

    private static Optional<Action> needs(AnnotatedElement door) {
        return annotation(door, Needs.class).map(Needs::value);
    }

    private static Optional<Guard> open(AnnotatedElement door) {
        return annotation(door, Open.class)
                .filter(open -> !open.because().isBlank())
                .map(open -> new OpenTo(open.to(), open.because()));
    }

    private static <A extends Annotation> Optional<A> annotation(AnnotatedElement door, Class<A> type) {
        return Optional.ofNullable(door.getAnnotation(type));
    }
}
