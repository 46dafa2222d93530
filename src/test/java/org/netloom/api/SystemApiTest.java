package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SystemApiTest {

    private final ApiServer server = ApiServer.shared();

    @Test
    void tellsVersionAndWorkers() {
        JsonNode system = server.client().get("/api/v1/system").json();
        assertThat(system.path("version").asString()).isNotEmpty();
        assertThat(system.path("workers").isArray()).isTrue();
    }
}
