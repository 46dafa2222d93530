package org.netloom.api;

import java.util.HashMap;
import java.util.Map;
import org.netloom.design.Problem;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;

/** How many live connections an account and an address have open at this process; each takes a thread and reads the database. */
@Component
final class LiveSeats {

    /** Where the handshake leaves the seat that is to be taken. */
    static final String SEAT = "seat";

    static final int MOST_FOR_ACCOUNT = 60;
    static final int MOST_FOR_ADDRESS = 1000;
    private static final String TAKEN = "seat taken";

    private final Map<String, Integer> taken = new HashMap<>();

    record Seat(String account, String address) {}

    /** A seat that is to be had; refused where all are taken. */
    synchronized Seat free(String account, String address) {
        // Visitors with a link share no account: their address alone counts.
        boolean full = !account.equals("visitors") && taken.getOrDefault(account, 0) >= MOST_FOR_ACCOUNT;
        if (full || taken.getOrDefault(address, 0) >= MOST_FOR_ADDRESS) {
            throw new Refused(
                    429,
                    Problem.error(
                            "too-many-connections",
                            "There are too many live connections already.",
                            "An account has at most " + MOST_FOR_ACCOUNT + " open at once.",
                            "Close pages or programs that watch, then try again."));
        }
        return new Seat(account, address);
    }

    /** The same handler, whose connections take seats and leave them. */
    WebSocketHandler around(WebSocketHandler handler) {
        return new WebSocketHandlerDecorator(handler) {
            @Override
            public void afterConnectionEstablished(WebSocketSession session) throws Exception {
                if (session.getAttributes().get(SEAT) instanceof Seat seat) {
                    take(seat);
                    session.getAttributes().put(TAKEN, seat);
                }
                super.afterConnectionEstablished(session);
            }

            @Override
            public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
                if (session.getAttributes().remove(TAKEN) instanceof Seat seat) {
                    leave(seat);
                }
                super.afterConnectionClosed(session, status);
            }
        };
    }

    private synchronized void take(Seat seat) {
        taken.merge(seat.account(), 1, Integer::sum);
        taken.merge(seat.address(), 1, Integer::sum);
    }

    private synchronized void leave(Seat seat) {
        taken.computeIfPresent(seat.account(), (key, count) -> count > 1 ? count - 1 : null);
        taken.computeIfPresent(seat.address(), (key, count) -> count > 1 ? count - 1 : null);
    }
}
