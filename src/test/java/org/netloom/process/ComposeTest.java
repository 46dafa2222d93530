package org.netloom.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ComposeTest {

    private final String text = read();
    private final Map<String, Object> compose = new Yaml().load(text);

    @Test
    void hasTheThreeRoles() {
        assertThat(services()).containsOnlyKeys("postgres", "web", "worker");
        assertThat(service("web").get("command")).isEqualTo(List.of("web"));
        assertThat(service("worker").get("command")).isEqualTo(List.of("worker"));
    }

    @Test
    void givesWebAndWorkersTheSameDatabase() {
        Map<String, Object> web = map(service("web").get("environment"));

        assertThat(service("worker").get("environment")).isEqualTo(web);
        assertThat(web.get("SPRING_DATASOURCE_URL")).isEqualTo("jdbc:postgresql://postgres:5432/netloom");
        assertThat(web).containsKeys("SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD", "NETLOOM_HOME");
    }

    @Test
    void hasNoDefaultPassword() {
        assertThat(text.lines().filter(line -> line.matches("\\s+(POSTGRES|SPRING_DATASOURCE)_PASSWORD:.*")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("${NETLOOM_DB_PASSWORD:?"));
    }

    @Test
    void canRunAnyNumberOfWorkers() {
        assertThat(service("worker")).doesNotContainKeys("ports", "container_name");
    }

    @Test
    void keepsDataInVolumes() {
        assertThat(map(compose.get("volumes"))).containsOnlyKeys("database", "files");
        assertThat(text).contains("database:/var/lib/postgresql");
    }

    @Test
    void buildsTheJarThatTheBuildMakes() {
        Map<String, Object> build = map(service("web").get("build"));

        assertThat(String.valueOf(build.get("dockerfile_inline"))).contains("COPY target/netloom.jar", "USER netloom");
        assertThat(service("worker").get("build")).isEqualTo(build);
    }

    private Map<String, Object> service(String name) {
        return map(services().get(name));
    }

    private Map<String, Object> services() {
        return map(compose.get("services"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static String read() {
        try {
            return Files.readString(Path.of(System.getProperty("netloom.basedir", ""), "docker-compose.yml"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
