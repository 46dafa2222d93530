package org.netloom.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.netloom.design.Block;
import org.netloom.design.BlockEdit;
import org.netloom.design.Blocks;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Exposed;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.LayerFacts;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.catalog.Catalog;

class BlockPassTest {

    private static final LayerCatalog CATALOG = Catalog.standard();

    private static final Layer INPUT = Layer.of("in", "input").with("shape", Value.dims(6));
    private static final Layer OUTPUT =
            Layer.of("out", "output").with("units", 3).with("activation", "softmax");

    /** Two dense layers and a way past them; their width is exposed. */
    private static final Block SKIP = new Block(
            "skip",
            "Skip",
            Design.of(
                    List.of(
                            Layer.of("in1", Block.INPUT),
                            Layer.of("a", "dense").with("units", 6),
                            Layer.of("b", "dense").with("units", 6),
                            Layer.of("add", "add"),
                            Layer.of("out1", Block.OUTPUT)),
                    List.of(
                            Wire.between("in1", "a"),
                            Wire.between("a", "b"),
                            Wire.between("b", "add"),
                            Wire.between("in1", "add"),
                            Wire.between("add", "out1"))),
            List.of(
                    new Exposed(
                            "width",
                            "Width",
                            List.of(new Exposed.Target("a", "units"), new Exposed.Target("b", "units"))),
                    Exposed.of("activation", "Activation", "a", "activation")),
            null);

    private static Design network(Layer... uses) {
        Layer[] all = new Layer[uses.length + 2];
        all[0] = INPUT;
        System.arraycopy(uses, 0, all, 1, uses.length);
        all[all.length - 1] = OUTPUT;
        return Design.chain(all).withBlock(SKIP);
    }

    private static Layer use(String id) {
        return Layer.of(id, SKIP.type());
    }

    @Test
    void countsWhatTheSameNetworkDrawnFlatCounts() {
        for (Design design : List.of(
                network(use("one")),
                network(use("one").with(Block.REPEAT, 5), use("two")),
                nested(network(use("one").with(Block.REPEAT, 3))))) {
            Inference inference = CATALOG.infer(design);
            Inference flat = CATALOG.infer(Blocks.expand(design).get());

            assertThat(inference.problems()).isEmpty();
            assertThat(flat.problems()).isEmpty();
            assertThat(inference.parameters()).isEqualTo(flat.parameters());
            assertThat(inference.flops()).isEqualTo(flat.flops());
            assertThat(inference.activations()).isEqualTo(flat.activations());
            assertThat(inference.facts("out").map(LayerFacts::inputs))
                    .isEqualTo(flat.facts("out").map(LayerFacts::inputs));
            Network network = CATALOG.lower(design).get();
            assertThat(network.parameters()).isEqualTo(flat.parameters());
            assertThat(network.nodes()).hasSize(flat.layers().size());
        }
    }

    private static Design nested(Design design) {
        return new BlockEdit.InBlock("skip", new BlockEdit.Group(java.util.Set.of("a", "b"), "pair", "pair1", "Pair"))
                .applyTo(design)
                .get();
    }

    @Test
    void nodesOfADownloadAreNamedByBlockAndLayer() {
        Network network =
                CATALOG.lower(network(use("one").named("First block"))).get();

        assertThat(network.nodes())
                .extracting(Network.Node::name)
                .contains("First block/a", "First block/b", "First block/add");
    }

    @Test
    void aProblemInsideIsToldAtTheBlockWithTheLayersName() {
        Design wrong = network(use("one").with("width", 9));

        Problem problem = CATALOG.infer(wrong).problemsOf("one").get(0);

        assertThat(problem.what()).startsWith("one › ").contains("add");
        assertThat(problem.isError()).isTrue();
        assertThat(CATALOG.lower(wrong).isOk()).isFalse();
    }

    @Test
    void everyRepairOfAProblemInsideHelps() {
        for (Design wrong : List.of(
                network(use("one").with("width", 9)),
                network(use("one").with("width", 0)),
                network(use("one").with("gone", 9)),
                network(use("one").with("activation", "no such")),
                new BlockEdit.InBlock("skip", new Edit.SetParameter("a", "activation", Value.of("no such")))
                        .applyTo(network(use("one"), use("two")))
                        .get(),
                new BlockEdit.InBlock("skip", new Edit.AddLayers(Layer.of("loose", "dense")))
                        .applyTo(network(use("one")))
                        .get())) {
            List<Problem> problems = CATALOG.infer(wrong).problems();
            assertThat(problems).isNotEmpty();
            for (Problem problem : problems) {
                for (Repair repair : problem.repairs()) {
                    assertThat(CATALOG.infer(repair.edit().applyTo(wrong).get()).problems())
                            .as("%s by “%s”", problem.what(), repair.label())
                            .noneMatch(left -> left.code().equals(problem.code())
                                    && left.what().equals(problem.what()));
                }
            }
        }
    }

    @Test
    void aRepairOfAnExposedParameterIsMadeAtTheUse() {
        Design wrong = network(use("one").with("activation", "no such"), use("two"));

        assertThat(CATALOG.infer(wrong).problemsOf("one").get(0).repairs())
                .extracting(Repair::edit)
                .contains(new Edit.SetParameter("one", "activation", null));
    }

    @Test
    void theFormOfAUseFollowsFromWhatIsExposed() {
        LayerKind kind = CATALOG.kind(network(use("one")), SKIP.type()).orElseThrow();

        assertThat(kind.parameters()).extracting(Parameter::name).containsExactly("width", "activation", Block.REPEAT);
        assertThat(kind.parameters().get(0).defaultValue()).isEqualTo(Value.of(6));
        assertThat(kind.summary(new Settings(kind.parameters(), Map.of(Block.REPEAT, Value.of(4)))))
                .startsWith("× 4");
    }

    @Test
    void aBlockOfTwoInputsTakesTwoWiresAndNoRepeat() {
        Block join = new Block(
                "join",
                "Join",
                Design.of(
                        List.of(
                                Layer.of("in1", Block.INPUT),
                                Layer.of("in2", Block.INPUT),
                                Layer.of("cat", "concatenate"),
                                Layer.of("out1", Block.OUTPUT)),
                        List.of(Wire.between("in1", "cat"), Wire.between("in2", "cat"), Wire.between("cat", "out1"))),
                List.of(),
                null);
        Design design = Design.of(
                        List.of(INPUT, Layer.of("a", "dense").with("units", 4), Layer.of("use", join.type()), OUTPUT),
                        List.of(
                                Wire.between("in", "a"),
                                Wire.between("in", "use"),
                                Wire.between("a", "use"),
                                Wire.between("use", "out")))
                .withBlock(join);

        assertThat(CATALOG.infer(design).facts("use").orElseThrow().output()).isEqualTo(new Shape.Vector(10));
        assertThat(CATALOG.kind(design, join.type()).orElseThrow().parameters()).isEmpty();
        assertThat(CATALOG.infer(new Edit.Disconnect(java.util.Set.of("a>use"))
                                .applyTo(design)
                                .get())
                        .problemsOf("use"))
                .extracting(Problem::code)
                .contains("missing-input");
    }

    @Test
    void shapesInsideAreThoseOfTheUse() {
        Design design = network(use("one"));

        Inference inside = CATALOG.inferInside(design, CATALOG.infer(design), design.require("one"));

        assertThat(inside.problems()).isEmpty();
        assertThat(inside.facts("in1").orElseThrow().output()).isEqualTo(new Shape.Vector(6));
        assertThat(inside.facts("a").orElseThrow().parameters()).isEqualTo(6 * 6 + 6);
    }

    @Test
    void anUnfedBlockCanStillBeDrawnInside() {
        Design design = network(use("one")).withoutWires(java.util.Set.of("in>one"));

        Inference inside = CATALOG.inferInside(design, CATALOG.infer(design), design.require("one"));

        assertThat(inside.problems()).isEmpty();
        assertThat(inside.layers()).isEmpty();
    }

    @Test
    void anInputOrOutputOfANetworkDoesNotBelongInsideABlock() {
        Design wrong = new BlockEdit.InBlock(
                        "skip",
                        new Edit.AddLayers(List.of(Layer.of("end", "output")), List.of(Wire.between("b", "end"))))
                .applyTo(network(use("one")))
                .get();

        assertThat(CATALOG.infer(wrong).problemsOf("one"))
                .extracting(Problem::code)
                .contains("end-inside-block");
    }

    @Test
    void hugeRepeatsAreRefusedAtTheBlockWithoutBeingUnfolded() {
        Block outer = new Block(
                "outer",
                "Outer",
                Design.chain(
                        Layer.of("in1", Block.INPUT), use("x").with(Block.REPEAT, 100), Layer.of("out1", Block.OUTPUT)),
                List.of(),
                null);
        Design design =
                network(Layer.of("big", "block:outer").with(Block.REPEAT, 100)).withBlock(outer);

        assertThat(CATALOG.infer(design).problemsOf("big")).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("too-many-layers");
            assertThat(problem.parameter()).isEqualTo(Block.REPEAT);
        });
        assertThat(CATALOG.lower(design).isOk()).isFalse();
    }
}
