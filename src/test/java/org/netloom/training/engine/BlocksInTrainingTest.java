package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.job;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import java.io.IOException;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.netloom.datasets.Samples;
import org.netloom.design.Adoption;
import org.netloom.design.Block;
import org.netloom.design.Blocks;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.Network;
import org.netloom.layers.StandardBlocks;
import org.netloom.layers.catalog.Catalog;

/** Networks with blocks, in the engine. */
@Tag("thorough")
class BlocksInTrainingTest {

    private static final LayerCatalog CATALOG = Catalog.standard();
    private static final Shape IMAGE = Shape.of(2, 6, 6);
    private static final Shape SEQUENCE = Shape.of(4, 3);

    private static Design around(Shape shape, String standard, Layer use) {
        Block block = StandardBlocks.of(CATALOG).stream()
                .map(StandardBlocks.Standard::block)
                .filter(each -> each.id().equals(standard))
                .findFirst()
                .orElseThrow();
        Design design = Design.chain(
                input(shape.dims().stream().mapToLong(Long::longValue).toArray()),
                use,
                Layer.of("flat", "flatten"),
                output(2, "softmax"));
        return Adoption.of(design, List.of(block)).in(design);
    }

    private static Layer use(String standard) {
        return Layer.of("use", "block:" + standard).named("My block");
    }

    private static Design residual() {
        return around(IMAGE, "residual", use("residual").with("filters", 2).with(Block.REPEAT, 2));
    }

    private static Design projection() {
        return around(IMAGE, "residual-projection", use("residual-projection").with("filters", 3));
    }

    private static Design transformer() {
        return around(
                SEQUENCE,
                "transformer-encoder",
                use("transformer-encoder")
                        .with("width", 4)
                        .with("heads", 2)
                        .with("forward", 5)
                        .with("dropout", Value.of(0.0))
                        .with(Block.REPEAT, 2));
    }

    private static Design inception() {
        return around(IMAGE, "inception", use("inception").with("filters3", 3).with("filters5", 2));
    }

    @Test
    void theEngineBuildsWhatWasCounted() {
        for (Design design : List.of(residual(), projection(), inception(), transformer())) {
            LayerContractTest.assertEngineAgrees(Blocks.expand(design).get());
            Network network = CATALOG.lower(design).get();
            ComputationGraph graph = new ComputationGraph(
                    Lowering.lower(network, plan(network), Purpose.TRAINING).configuration());
            graph.init();
            assertThat(CATALOG.infer(design).parameters()).isEqualTo(network.parameters());
        }
    }

    @Test
    void gradientsAreRightThroughRepeatedBlocks() {
        check(projection(), IMAGE);
        check(transformer(), SEQUENCE);
    }

    private static void check(Design design, Shape shape) {
        Network network = CATALOG.lower(design).get();
        GradientCheck.check(network, plan(network), Fixtures.clouds(shape, 2, 3, 4));
    }

    @Test
    void layersOfADownloadCarryTheBlocksName() throws IOException {
        Network network = CATALOG.lower(residual()).get();
        Samples samples = Fixtures.clouds(IMAGE, 2, 20, 4);

        TrainedModel model = Fixtures.trained(job(network, plan(network, "epochs", 1), samples));

        assertThat(network.nodes()).extracting(Network.Node::name).contains("My block/1/conv1", "My block/2/conv2");
        assertThat(model.proveDl4j(samples)).isLessThan(1e-5);
    }
}
