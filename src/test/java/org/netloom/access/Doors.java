package org.netloom.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.netloom.access.planted.Planted;
import org.netloom.access.planted.PlantedView;
import org.netloom.workspace.Open;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.ServletForwardingController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/** All ways in from outside, as the running program itself lists them. */
final class Doors {

    /** An endpoint of the HTTP API, a live channel, a page or whatever else answers at an address. */
    record Door(Kind kind, String verb, String path, Class<?> owner, AnnotatedElement element, Guard guard) {
        boolean isPlanted() {
            return owner.getPackage().equals(Planted.class.getPackage());
        }

        @Override
        public String toString() {
            return kind + " " + (verb.isEmpty() ? "" : verb + " ") + path;
        }
    }

    enum Kind {
        ENDPOINT,
        LIVE,
        PAGE,
        OTHER
    }

    /** What others have built and cannot say of itself whom it lets in. */
    private static final Map<String, Guard> BUILT_BY_OTHERS = Map.of(
            "/v3/api-docs", to(Open.To.SIGNED_IN, "the description of the API is the same for everybody"),
            "/v3/api-docs.yaml", to(Open.To.SIGNED_IN, "the description of the API is the same for everybody"),
            "/error", to(Open.To.EVERYONE, "it words a refusal that was given before; the message is left out"),
            "/**",
                    to(
                            Open.To.EVERYONE,
                            "files of the program, for which the chain asks, and pages, which say it themselves"),
            "/webjars/**", to(Open.To.SIGNED_IN, "there are none"),
            "/favicon.ico", to(Open.To.EVERYONE, "the sign-in page shows it"));

    private Doors() {}

    private static Guard to(Open.To to, String because) {
        return new Guard.OpenTo(to, because);
    }

    static List<Door> all(MatrixServer server) {
        return Stream.of(endpoints(server), addresses(server), pages(server))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Door::toString))
                .toList();
    }

    private static List<Door> endpoints(MatrixServer server) {
        List<Door> doors = new ArrayList<>();
        server.context
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .forEach((info, handler) -> paths(info)
                                .forEach(path ->
                                        verbs(info).forEach(verb -> doors.add(endpoint(verb, path, handler))))));
        return doors;
    }

    private static Door endpoint(String verb, String path, HandlerMethod handler) {
        return new Door(
                Kind.ENDPOINT,
                verb,
                path,
                handler.getBeanType(),
                handler.getMethod(),
                said(path, Guard.of(handler.getMethod(), handler.getBeanType())));
    }

    private static Guard said(String path, Guard itself) {
        return itself instanceof Guard.Missing ? BUILT_BY_OTHERS.getOrDefault(path, itself) : itself;
    }

    private static Set<String> paths(RequestMappingInfo info) {
        return info.getPatternValues();
    }

    /** All there are where none is named. */
    private static Set<String> verbs(RequestMappingInfo info) {
        Set<String> verbs = new TreeSet<>();
        info.getMethodsCondition().getMethods().forEach(verb -> verbs.add(verb.name()));
        return verbs.isEmpty() ? Set.of("ANY") : verbs;
    }

    /** What is found by its address alone: live channels, files, and whatever a library has added. */
    private static List<Door> addresses(MatrixServer server) {
        List<Door> doors = new ArrayList<>();
        server.context.getBeansOfType(HandlerMapping.class).values().forEach(mapping -> {
            if (mapping instanceof AbstractUrlHandlerMapping urls) {
                urls.getHandlerMap().forEach((path, handler) -> doors.add(address(path, handler)));
            }
        });
        return doors;
    }

    private static Door address(String path, Object handler) {
        if (handler instanceof WebSocketHttpRequestHandler live) {
            Class<?> type =
                    WebSocketHandlerDecorator.unwrap(live.getWebSocketHandler()).getClass();
            return new Door(Kind.LIVE, "", path, type, type, Guard.of(type));
        }
        Class<?> type = handler.getClass();
        Guard guard = handler instanceof ResourceHttpRequestHandler || handler instanceof ServletForwardingController
                ? BUILT_BY_OTHERS.getOrDefault(path, new Guard.Missing())
                : new Guard.Missing();
        return new Door(Kind.OTHER, "", path, type, type, guard);
    }

    private static List<Door> pages(MatrixServer server) {
        RouteConfiguration routes = routes(server);
        return Stream.concat(
                        routes.getAvailableRoutes().stream()
                                .flatMap(route -> Stream.concat(
                                        Stream.of(page(route.getTemplate(), route.getNavigationTarget())),
                                        route.getParentLayouts().stream().map(layout -> page("(layout)", layout)))),
                        errorPages(server).map(page -> page("(instead of a page)", page)))
                .distinct()
                .toList();
    }

    static RouteConfiguration routes(MatrixServer server) {
        RouteConfiguration routes = RouteConfiguration.forRegistry(
                ApplicationRouteRegistry.getInstance(new VaadinServletContext(server.context.getServletContext())));
        if (routes.getRoute("planted").isEmpty()) {
            routes.setRoute("planted", PlantedView.class);
        }
        return routes;
    }

    private static Stream<Class<? extends Component>> errorPages(MatrixServer server) {
        return Stream.of(
                        Exception.class,
                        com.vaadin.flow.router.NotFoundException.class,
                        org.netloom.workspace.AccessRefused.class)
                .map(mishap -> ApplicationRouteRegistry.getInstance(
                                new VaadinServletContext(server.context.getServletContext()))
                        .getErrorNavigationTarget(newMishap(mishap))
                        .orElseThrow()
                        .getNavigationTarget());
    }

    private static Exception newMishap(Class<? extends Exception> type) {
        return type == org.netloom.workspace.AccessRefused.class
                ? org.netloom.workspace.AccessRefused.notSignedIn()
                : type == Exception.class ? new Exception() : new com.vaadin.flow.router.NotFoundException();
    }

    private static Door page(String path, Class<?> type) {
        return new Door(Kind.PAGE, "", path, type, type, Guard.of(type));
    }
}
