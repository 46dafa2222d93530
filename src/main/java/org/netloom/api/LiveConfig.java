package org.netloom.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveConfig implements WebSocketConfigurer {

    private final LiveRuns runs;
    private final LiveEdits edits;
    private final LiveHandshake handshake;
    private final LiveSeats seats;

    LiveConfig(LiveRuns runs, LiveEdits edits, LiveHandshake handshake, LiveSeats seats) {
        this.runs = runs;
        this.edits = edits;
        this.handshake = handshake;
        this.seats = seats;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        // The handshake compares origins itself: Spring's comparison of schemes fails behind a proxy that ends TLS.
        registry.addHandler(seats.around(runs), "/ws/runs/{run}")
                .addInterceptors(handshake)
                .setAllowedOriginPatterns("*");
        registry.addHandler(seats.around(edits), "/ws/projects/{project}")
                .addInterceptors(handshake)
                .setAllowedOriginPatterns("*");
    }
}
