package org.netloom.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.design.Value;
import org.netloom.templates.Templates;

class DesignJsonTest {

    private static final Design EVERY_KIND_OF_VALUE = Design.chain(
            Layer.of("input", "input").named("Eingang ☃").with("shape", Value.dims(1, 28, 28)),
            Layer.of("dense1", "dense")
                    .with("units", Value.of(3))
                    .with("l2", Value.of(0.001))
                    .with("bias", Value.of(false))
                    .with("activation", Value.of("tanh"))
                    .with("weights", new Value.Table(List.of(List.of(0.5, -1.0), List.of(2.0, 1e-9)))));

    @Test
    void comesBackAsItWas() {
        assertThat(DesignJson.read(DesignJson.text(EVERY_KIND_OF_VALUE)).get()).isEqualTo(EVERY_KIND_OF_VALUE);
    }

    @Test
    void everyTemplateComesBackAsItWas() {
        Templates.all()
                .forEach(template -> assertThat(DesignJson.read(DesignJson.text(template.design()))
                                .get())
                        .isEqualTo(template.design()));
    }

    @Test
    void readsTheGoldenFileOfVersion1() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("/golden/design-v1.json")) {
            String text = new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(DesignJson.read(text).get()).isEqualTo(EVERY_KIND_OF_VALUE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"layers\": 3}",
                "not json",
                "{\"version\": 99, \"layers\": [], \"wires\": []}",
                "{\"layers\": [{\"id\": \"a b\", \"type\": \"dense\"}], \"wires\": []}",
                "{\"layers\": [{\"id\": \"a\", \"type\": \"dense\"}, {\"id\": \"a\", \"type\": \"dense\", \"name\": \"b\"}], \"wires\": []}",
                "{\"layers\": [{\"id\": \"a\", \"type\": \"dense\"}], \"wires\": [{\"from\": \"a\", \"to\": \"b\"}]}",
                "{\"layers\": [{\"id\": \"a\", \"type\": \"dense\", \"parameters\": {\"x\": {\"y\": 1}}}], \"wires\": []}",
                "{\"layers\": [{\"id\": \"a\", \"type\": \"dense\", \"parameters\": {\"x\": 1e999}}], \"wires\": []}"
            })
    void refusesWhatIsNotADesignWithAReason(String text) {
        List<Problem> problems = DesignJson.read(text).problems();

        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.what()).isNotBlank();
            assertThat(problem.expected()).isNotBlank();
        });
    }
}
