package org.netloom.process;

import java.util.Map;

/** Where the database is and how to sign in to it. */
public record Database(String url, String username, String password) {

    /** As the environment variables that Spring Boot and the worker read. */
    public Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", username,
                "SPRING_DATASOURCE_PASSWORD", password);
    }

    @Override
    public String toString() {
        return url;
    }
}
