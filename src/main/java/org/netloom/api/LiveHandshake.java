package org.netloom.api;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.sharing.Visits;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.AddressBlock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Decides before the upgrade who may watch which run or project, from where on. */
@Component
final class LiveHandshake implements HandshakeInterceptor {

    private final Access access;
    private final Visits visits;
    private final LiveSeats seats;
    private final JsonMapper json;

    LiveHandshake(Access access, Visits visits, LiveSeats seats, JsonMapper json) {
        this.access = access;
        this.visits = visits;
        this.seats = seats;
        this.json = json;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        try {
            mustComeFromHere(request.getHeaders());
            attributes.put(LiveSeats.SEAT, seats.free(asking(), from(request)));
            UUID id = id(request.getURI());
            long after = after(request.getURI());
            LiveChannel channel = (LiveChannel) WebSocketHandlerDecorator.unwrap(handler);
            attributes.put(LiveChannel.SOURCE, channel.open(id, after, LiveWatcher.ofThisRequest(visits)));
            return true;
        } catch (AccessRefused refused) {
            refuse(response, refused.reason().status(), List.of(refused.problem()));
        } catch (Refused refused) {
            refuse(response, refused.status(), refused.problems());
        }
        return false;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception exception) {
        // Nothing is left to do.
    }

    private String asking() {
        return access.current().map(person -> "account " + person.account()).orElse("visitors");
    }

    private static String from(ServerHttpRequest request) {
        return "address "
                + AddressBlock.of(request.getRemoteAddress().getAddress().getHostAddress());
    }

    /** Browsers send cookies with every upgrade, whoever's page asks for it; only pages of this host may. */
    private static void mustComeFromHere(HttpHeaders headers) {
        String origin = headers.getOrigin();
        String host = headers.getFirst(HttpHeaders.HOST);
        if (origin == null || host != null && host.equalsIgnoreCase(authority(origin))) {
            return;
        }
        throw new Refused(
                403,
                Problem.error(
                        "foreign-origin",
                        "The request comes from a page of " + origin + ".",
                        "Live frames go to pages of this host, or to programs that send no Origin.",
                        "Open Netloom's own page; a reverse proxy must pass the Host header on."));
    }

    private static @Nullable String authority(String origin) {
        try {
            return new URI(origin).getAuthority();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static UUID id(URI uri) {
        String id = uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refused.badRequest(
                    "bad-parameter",
                    "“" + id + "” is not an id.",
                    "An id is a UUID such as 123e4567-e89b-12d3-a456-426614174000.",
                    "Correct it in the address.");
        }
    }

    private static long after(URI uri) {
        String text = Optional.ofNullable(UriComponentsBuilder.fromUri(uri)
                        .build()
                        .getQueryParams()
                        .getFirst("after"))
                .orElse("0");
        try {
            long after = Long.parseLong(text);
            if (after >= 0) {
                return after;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a negative number.
        }
        throw Refused.badRequest(
                "bad-parameter",
                "“" + text + "” is no value for “after”.",
                "A number: the highest one that was received, or 0 for all.",
                "Correct it in the address.");
    }

    private void refuse(ServerHttpResponse response, int status, List<Problem> problems) throws IOException {
        response.setStatusCode(HttpStatusCode.valueOf(status));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getBody().write(json.writeValueAsBytes(ProblemDocument.of(status, problems, null)));
        response.flush();
    }
}
