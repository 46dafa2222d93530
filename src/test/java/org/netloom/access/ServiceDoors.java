package org.netloom.access;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.netloom.workspace.Access;
import org.netloom.workspace.Pass;
import org.netloom.workspace.Purge;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Repository;
import org.springframework.util.ClassUtils;

/**
 * Every method of a bean that another module can call: public, in a public class of a module's root package or behind a public
 * interface of ours. Stores are not doors: a wall keeps pages and the API away from them.
 */
final class ServiceDoors {

    record Door(Object bean, Class<?> type, Method method, Guard guard) {
        String name() {
            return type.getSimpleName() + "." + method.getName();
        }

        @Override
        public String toString() {
            return name()
                    + Arrays.stream(method.getParameterTypes())
                            .map(Class::getSimpleName)
                            .collect(Collectors.joining(", ", "(", ")"));
        }
    }

    /** Access decides, so it does not ask itself; a pass is asked by Access; the clock purges, and asks for nobody. */
    private static final Set<Class<?>> NO_DOORS = Set.of(Access.class, Pass.class, Purge.class);

    /** Of modules that know nothing of workspaces: what is built into the program, the same for everybody. */
    private static final Set<String> KNOWLEDGE = Set.of("LayerCatalog", "DatasetCatalog", "RunLimits");

    /** For services only, which ask before they use them: walls keep pages and the API away. */
    static final Set<String> BEHIND = Set.of("Chronicle", "RunQueue", "BrowserSignIn", "DesignLimits", "QuietRuns");

    private ServiceDoors() {}

    static List<Door> all(ApplicationContext context) {
        List<Door> doors = new ArrayList<>();
        for (String name : context.getBeanDefinitionNames()) {
            Object bean = context.getBean(name);
            Class<?> type = ClassUtils.getUserClass(bean);
            if (isService(type)) {
                methods(type).forEach(method -> doors.add(new Door(bean, type, method, Guard.of(method, type))));
            }
        }
        doors.sort(Comparator.comparing(Door::toString));
        return doors;
    }

    private static boolean isService(Class<?> type) {
        return type.getPackageName().matches("org\\.netloom\\.(access\\.)?[a-z]+")
                && !type.isAnnotationPresent(Repository.class)
                && !type.isRecord()
                && !KNOWLEDGE.contains(type.getSimpleName())
                && !BEHIND.contains(type.getSimpleName())
                && NO_DOORS.stream().noneMatch(decider -> decider.isAssignableFrom(type));
    }

    private static Set<Method> methods(Class<?> type) {
        Set<Method> methods = new LinkedHashSet<>();
        boolean canBeNamed = Modifier.isPublic(type.getModifiers());
        Set<Class<?>> all = ClassUtils.getAllInterfacesForClassAsSet(type);
        Predicate<Class<?>> ours = each -> each.getName().startsWith("org.netloom.");
        for (Method method : type.getDeclaredMethods()) {
            if (!Modifier.isPublic(method.getModifiers()) || method.isSynthetic() || method.isBridge()) {
                continue;
            }
            boolean promised = all.stream()
                    .filter(ours.and(each -> Modifier.isPublic(each.getModifiers())))
                    .anyMatch(each -> declares(each, method));
            boolean calledBack = all.stream().filter(ours.negate()).anyMatch(each -> declares(each, method));
            boolean ofObject = declares(Object.class, method);
            if (promised || canBeNamed && !calledBack && !ofObject && !Modifier.isStatic(method.getModifiers())) {
                methods.add(method);
            }
        }
        return methods;
    }

    private static boolean declares(Class<?> type, Method method) {
        return Arrays.stream(type.getMethods())
                .anyMatch(each -> each.getName().equals(method.getName())
                        && each.getParameterCount() == method.getParameterCount());
    }
}
