package org.netloom.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netloom.design.Block;
import org.netloom.design.BlockEdit;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Exposed;
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

    private static final Design WITH_A_BLOCK = Design.chain(
                    Layer.of("input", "input").with("shape", Value.dims(4)),
                    Layer.of("pair1", "block:pair")
                            .named("Two layers")
                            .with("units", 8)
                            .with(Block.REPEAT, 3))
            .withBlock(new Block(
                    "pair",
                    "Pair of layers",
                    Design.chain(
                            Layer.of("in1", Block.INPUT),
                            Layer.of("first", "dense").with("units", 3),
                            Layer.of("second", "dense"),
                            Layer.of("out1", Block.OUTPUT)),
                    List.of(new Exposed(
                            "units",
                            "Units",
                            List.of(new Exposed.Target("first", "units"), new Exposed.Target("second", "units")))),
                    new Block.Origin("standard:pair", 2)));

    @Test
    void blocksComeBackAsTheyWere() {
        assertThat(DesignJson.read(DesignJson.text(WITH_A_BLOCK)).get()).isEqualTo(WITH_A_BLOCK);
    }

    @Test
    void readsTheGoldenFileOfVersion2() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("/golden/design-v2.json")) {
            String text = new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(DesignJson.read(text).get()).isEqualTo(WITH_A_BLOCK);
        }
    }

    @Test
    void everyEditOfBlocksCanBeWrittenToTheLog() {
        Block block = WITH_A_BLOCK.blocks().get("pair");

        assertThat(List.of(
                        new BlockEdit.Group(Set.of("a"), "b", "c", "D"),
                        new BlockEdit.Ungroup("pair1"),
                        new BlockEdit.PutBlock(Objects.requireNonNull(block)),
                        new BlockEdit.RemoveBlock("pair"),
                        new BlockEdit.RenameBlock("pair", "Two"),
                        new BlockEdit.Expose("pair", block.exposed()),
                        new BlockEdit.SetOrigin("pair", block.origin()),
                        new BlockEdit.SetOrigin("pair", null),
                        new BlockEdit.InBlock("pair", new Edit.SetParameter("first", "units", Value.of(5)))))
                .extracting(edit -> EditJson.write(edit).path("kind").asString())
                .doesNotContain("");
    }

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
                "{\"layers\": [{\"id\": \"a\", \"type\": \"dense\", \"parameters\": {\"x\": 1e999}}], \"wires\": []}",
                "{\"layers\": [], \"wires\": [], \"blocks\": [{\"id\": \"a\"}]}",
                "{\"layers\": [], \"wires\": [], \"blocks\": [{\"id\": \"a\", \"wires\": [], \"layers\": [{\"id\": \"x\", \"type\": \"block:a\"}]}]}",
                "{\"layers\": [], \"wires\": [], \"blocks\": [{\"id\": \"a\", \"wires\": [], \"layers\": [], \"exposed\": [{\"name\": \"repeat\"}]}]}"
            })
    void refusesWhatIsNotADesignWithAReason(String text) {
        List<Problem> problems = DesignJson.read(text).problems();

        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.what()).isNotBlank();
            assertThat(problem.expected()).isNotBlank();
        });
    }
}
