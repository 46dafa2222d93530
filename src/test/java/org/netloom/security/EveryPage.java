package org.netloom.security;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;

/** The pages and dialogs of the product, as its classes declare them. */
final class EveryPage {

    private EveryPage() {}

    /** Addresses of pages, with names for what differs, such as {@code runs/:run}. */
    static List<String> routes() {
        return classes(new AnnotationTypeFilter(Route.class))
                .flatMap(view -> Stream.concat(
                        Stream.of(view.getAnnotation(Route.class).value()),
                        AnnotatedElementUtils.getMergedRepeatableAnnotations(view, RouteAlias.class).stream()
                                .map(RouteAlias::value)))
                .toList();
    }

    static String pattern(String route) {
        return "/" + route.replaceAll(":\\w+", "[^/]+");
    }

    static TreeSet<String> dialogs() {
        TreeSet<String> names = new TreeSet<>();
        classes(new AssignableTypeFilter(Dialog.class)).forEach(dialog -> names.add(dialog.getSimpleName()));
        return names;
    }

    private static Stream<Class<?>> classes(TypeFilter filter) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        return scanner.findCandidateComponents("org.netloom").stream()
                .map(BeanDefinition::getBeanClassName)
                .filter(name -> name != null && !name.contains(".planted."))
                .map(EveryPage::load);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, EveryPage.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
