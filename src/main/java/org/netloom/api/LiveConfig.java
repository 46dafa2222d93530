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

    LiveConfig(LiveRuns runs, LiveEdits edits, LiveHandshake handshake) {
        this.runs = runs;
        this.edits = edits;
        this.handshake = handshake;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        // The handshake compares origins itself: Spring's comparison of schemes fails behind a proxy that ends TLS.
        registry.addHandler(runs, "/ws/runs/{run}").addInterceptors(handshake).setAllowedOriginPatterns("*");
        registry.addHandler(edits, "/ws/projects/{project}")
                .addInterceptors(handshake)
                .setAllowedOriginPatterns("*");
    }
}
