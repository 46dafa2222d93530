package org.netloom.access;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Block;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Value;
import org.netloom.editor.Project;
import org.netloom.sharing.Subject;
import org.netloom.training.Run;
import org.netloom.workspace.SignedIn;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Makes what a method takes, from the types and names of its parameters and the ids of one world, or of two. */
final class Arguments {

    /** What an id that is only called “id” stands for, by class, or by class and method where it differs there. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("Projects", "project"),
            Map.entry("Runs", "run"),
            Map.entry("Exports", "run"),
            Map.entry("ProjectCare", "project"),
            Map.entry("ProjectMoving", "project"),
            Map.entry("Comments", "comment"),
            Map.entry("Links", "link"),
            Map.entry("AccountDesk", "account"),
            Map.entry("Tokens", "token"),
            Map.entry("Invitations.revoke", "invitation"),
            Map.entry("Invitations.revokeToInstallation", World.INSTALLATION),
            Map.entry("BlockLibrary.save", "project"),
            Map.entry("BlockLibrary.remove", "block"));

    /** Ids that are called after the part they play. */
    private static final Map<String, String> PARTS =
            Map.of("thread", "comment", "of", "project", "target", "project", "other", "workspace");

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("email", "new@example.org"),
            Map.entry("password", "correct horse battery"),
            Map.entry("template", World.TEMPLATE),
            Map.entry("block", World.BLOCK),
            Map.entry("issuer", World.ISSUER),
            Map.entry("subject", World.SUBJECT),
            Map.entry("sort", "created"),
            Map.entry("setting", "epochs"));

    /** Which world the n-th id comes from. */
    @FunctionalInterface
    interface Ids {
        World of(int position);
    }

    private final World base;
    private final Ids ids;
    private final Class<?> owner;
    private final String method;
    private final Subject.Kind kind;
    private int taken;

    private Arguments(World base, Ids ids, Class<?> owner, String method, Subject.Kind kind) {
        this.kind = kind;
        this.base = base;
        this.ids = ids;
        this.owner = owner;
        this.method = method;
    }

    /** Arguments, and how many ids are among them. */
    record Made(@Nullable Object[] values, int ids) {}

    /** The kinds of things that a method is to be tried with. */
    static List<Subject.Kind> kinds(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(Subject.class)
                ? List.of(Subject.Kind.values())
                : List.of(Subject.Kind.PROJECT);
    }

    static Made of(Class<?> owner, Method method, World base, Subject.Kind kind, Ids ids) {
        Arguments arguments = new Arguments(base, ids, owner, method.getName(), kind);
        @Nullable
        Object[] values =
                Arrays.stream(method.getParameters()).map(arguments::make).toArray();
        return new Made(values, arguments.taken);
    }

    private @Nullable Object make(Parameter parameter) {
        return make(parameter.getName(), parameter.getParameterizedType());
    }

    private @Nullable Object make(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Optional.class) {
                return Optional.ofNullable(make(name, generic.getActualTypeArguments()[0]));
            }
            if (raw == List.class) {
                return List.of(make(name, generic.getActualTypeArguments()[0]));
            }
            if (raw == Set.class) {
                return Set.of(make(name, generic.getActualTypeArguments()[0]));
            }
            return raw == Map.class ? Map.of() : make(name, raw);
        }
        return type instanceof Class<?> plain ? make(name, plain) : missing(name, type);
    }

    private @Nullable Object make(String name, Class<?> type) {
        if (type == UUID.class) {
            return id(name);
        }
        if (type == String.class) {
            return TEXTS.getOrDefault(name, "text");
        }
        if (type == Project.class) {
            return rebuilt(base.project(), "project");
        }
        if (type == Subject.class) {
            return new Subject(kind, id(kind == Subject.Kind.RUN ? "run" : "project"));
        }
        if (type == Run.class) {
            return rebuilt(base.run(), "run");
        }
        return known(name, type);
    }

    private @Nullable Object known(String name, Class<?> type) {
        Map<Class<?>, Supplier<Object>> known = Map.ofEntries(
                Map.entry(int.class, () -> 1),
                Map.entry(long.class, () -> 1L),
                Map.entry(double.class, () -> 1.0),
                Map.entry(boolean.class, () -> true),
                Map.entry(Integer.class, () -> 1),
                Map.entry(Long.class, () -> 1L),
                Map.entry(Boolean.class, () -> true),
                Map.entry(byte[].class, () -> new byte[] {1}),
                Map.entry(Instant.class, () -> Instant.now().plus(Duration.ofDays(1))),
                Map.entry(Duration.class, () -> Duration.ofDays(1)),
                Map.entry(Design.class, () -> base.project().design()),
                Map.entry(Block.class, base::block),
                Map.entry(SignedIn.class, base::session),
                Map.entry(Edit.class, () -> new Edit.Rename("input", "renamed")),
                Map.entry(Value.class, () -> Value.of(3)));
        Supplier<Object> maker = known.get(type);
        if (maker != null) {
            return maker.get();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isAssignableFrom(MockHttpServletRequest.class)) {
            return new MockHttpServletRequest();
        }
        if (type.isAssignableFrom(MockHttpServletResponse.class)) {
            return new MockHttpServletResponse();
        }
        if (type.isRecord()) {
            return record(type);
        }
        return type.isInterface() && !type.isSealed() && hasOneMethod(type) ? doingNothing(type) : missing(name, type);
    }

    private UUID id(String name) {
        String meant = name.equals("id")
                ? MEANT.getOrDefault(owner.getSimpleName() + "." + method, MEANT.get(owner.getSimpleName()))
                : PARTS.getOrDefault(name, name);
        World from = ids.of(taken++);
        return from.find(String.valueOf(meant)).orElseGet(() -> (UUID) missing(name, UUID.class));
    }

    /** As it is stored, with ids that may come from elsewhere: a caller can put together what it likes. */
    private Object rebuilt(Record stored, String id) {
        RecordComponent[] components = stored.getClass().getRecordComponents();
        return built(
                stored.getClass(),
                Arrays.stream(components)
                        .map(component -> component.getType() == UUID.class
                                ? id(component.getName().equals("id") ? id : component.getName())
                                : read(component, stored))
                        .toArray());
    }

    private Object record(Class<?> type) {
        return built(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(component -> make(component.getName(), component.getGenericType()))
                        .toArray());
    }

    private static Object built(Class<?> type, @Nullable Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException e) {
            throw new IllegalStateException("no " + type + " from " + Arrays.toString(values), e);
        }
    }

    private static Object read(RecordComponent component, Record from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasOneMethod(Class<?> type) {
        return Arrays.stream(type.getMethods())
                        .filter(each -> Modifier.isAbstract(each.getModifiers()))
                        .count()
                == 1;
    }

    private static Object doingNothing(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, called, values) -> switch (called.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == values[0];
                    case "toString" -> "nothing";
                    default -> null;
                });
    }

    private Object missing(String name, Type type) {
        throw new CannotMake(owner.getSimpleName() + "." + method + " takes “" + name + "”, a " + type.getTypeName()
                + ": say in Arguments or World what that may be");
    }

    /** A method takes something that is not known here. */
    static final class CannotMake extends RuntimeException {
        CannotMake(String message) {
            super(message);
        }
    }
}
