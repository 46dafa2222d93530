package org.netloom.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private static final Block PAIR = block("pair", Layer.of("a", "dense"), Layer.of("b", "dense"));

    /** A block of layers wired one after the other. */
    private static Block block(String id, Layer... layers) {
        Layer[] all = new Layer[layers.length + 2];
        all[0] = Layer.of("in1", Block.INPUT);
        System.arraycopy(layers, 0, all, 1, layers.length);
        all[all.length - 1] = Layer.of("out1", Block.OUTPUT);
        return new Block(id, "The " + id, Design.chain(all), List.of(), null);
    }

    private static Design with(Design design, Block... blocks) {
        Map<String, Block> definitions = new LinkedHashMap<>();
        for (Block block : blocks) {
            definitions.put(block.id(), block);
        }
        return design.withBlocks(definitions);
    }

    @Test
    void aUseBecomesItsLayersUnderItsName() {
        Design design = with(
                Design.chain(
                        Layer.of("in", "input"),
                        Layer.of("use", "block:pair").named("My pair"),
                        Layer.of("out", "output")),
                PAIR);

        Design flat = Blocks.expand(design).get();

        assertThat(flat.layers().keySet()).containsExactly("in", "use/a", "use/b", "out");
        assertThat(flat.require("use/a").name()).isEqualTo("My pair/a");
        assertThat(flat.wires()).extracting(Wire::id).containsExactly("in>use/a", "use/a>use/b", "use/b>out");
    }

    @Test
    void repeatsStandOneBehindTheOther() {
        Design design = with(
                Design.chain(
                        Layer.of("in", "input"),
                        Layer.of("use", "block:pair").with(Block.REPEAT, 3),
                        Layer.of("out", "output")),
                PAIR);

        Design flat = Blocks.expand(design).get();

        assertThat(ShapePass.order(flat))
                .containsExactly("in", "use/1/a", "use/1/b", "use/2/a", "use/2/b", "use/3/a", "use/3/b", "out");
        assertThat(flat.into("use/2/a")).extracting(Wire::from).containsExactly("use/1/b");
    }

    @Test
    void nestedRepeatsMultiplyAndAreBounded() {
        Block hundred = block("hundred", Layer.of("x", "block:pair").with(Block.REPEAT, 100));
        Design design = with(
                Design.chain(
                        Layer.of("in", "input"),
                        Layer.of("use", "block:hundred").with(Block.REPEAT, 50),
                        Layer.of("out", "output")),
                PAIR,
                hundred);

        assertThat(Blocks.size(design)).isEqualTo(2 + 50 * 100 * 2);
        assertThat(Blocks.expand(design).problems()).extracting(Problem::code).containsExactly("too-many-layers");
        assertThat(Blocks.expand(design.withLayer(design.require("use").with(Block.REPEAT, 2)))
                        .get()
                        .layers())
                .hasSize(2 + 2 * 100 * 2);
    }

    @Test
    void sizesOfAbsurdNestingSaturateInsteadOfTakingForEver() {
        List<Block> blocks = new java.util.ArrayList<>(List.of(PAIR));
        for (int depth = 1; depth < Blocks.DEEPEST; depth++) {
            String inner = blocks.get(depth - 1).type();
            blocks.add(block(
                    "b" + depth,
                    Layer.of("x", inner).with(Block.REPEAT, 100),
                    Layer.of("y", inner).with(Block.REPEAT, 100)));
        }
        Design design = with(
                Design.chain(
                        Layer.of("in", "input"),
                        Layer.of("use", blocks.getLast().type())),
                blocks.toArray(Block[]::new));

        assertThat(Blocks.sound(design).isOk()).isTrue();
        assertThat(Blocks.size(design)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void circlesMissingDefinitionsAndBottomlessNestingAreRefused() {
        assertThat(Blocks.sound(with(Design.EMPTY, block("x", Layer.of("a", "block:y"))))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("unknown-block");
        assertThat(Blocks.sound(with(
                                Design.EMPTY,
                                block("x", Layer.of("a", "block:y")),
                                block("y", Layer.of("a", "block:x"))))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("block-contains-itself");
        Block[] chain = new Block[5000];
        chain[0] = PAIR;
        for (int i = 1; i < chain.length; i++) {
            chain[i] = block("b" + i, Layer.of("a", chain[i - 1].type()));
        }
        assertThat(Blocks.sound(with(Design.EMPTY, chain)).problems())
                .extracting(Problem::code)
                .containsExactly("blocks-too-deep");
    }

    @Test
    void severalInputsAreFedInTheOrderOfTheWires() {
        Block join = new Block(
                "join",
                "Join",
                Design.of(
                        List.of(
                                Layer.of("in1", Block.INPUT),
                                Layer.of("in2", Block.INPUT),
                                Layer.of("cat", "concatenate"),
                                Layer.of("out1", Block.OUTPUT)),
                        List.of(Wire.between("in2", "cat"), Wire.between("in1", "cat"), Wire.between("cat", "out1"))),
                List.of(),
                null);
        Design design = with(
                Design.of(
                        List.of(Layer.of("a", "input"), Layer.of("b", "input"), Layer.of("use", join.type())),
                        List.of(Wire.between("b", "use"), Wire.between("a", "use"))),
                join);

        assertThat(Blocks.expand(design).get().into("use/cat"))
                .as("the first wire feeds in1, which the layer inside takes second")
                .extracting(Wire::from)
                .containsExactly("a", "b");
    }

    @Test
    void aUseSetsWhatIsExposedForItselfOnly() {
        Block exposing = PAIR.exposing(List.of(new Exposed(
                "units", "Units", List.of(new Exposed.Target("a", "units"), new Exposed.Target("b", "units")))));
        Design design = with(
                Design.chain(Layer.of("one", exposing.type()).with("units", 8), Layer.of("two", exposing.type())),
                exposing);

        Design flat = Blocks.expand(design).get();

        assertThat(flat.require("one/a").values()).containsEntry("units", Value.of(8));
        assertThat(flat.require("one/b").values()).containsEntry("units", Value.of(8));
        assertThat(flat.require("two/a").values()).isEmpty();
    }
}
