package org.netloom.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.netloom.design.Adoption;
import org.netloom.design.Block;
import org.netloom.design.Blocks;
import org.netloom.design.Design;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.LayerFacts;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.catalog.Catalog;

class StandardBlocksTest {

    private static final LayerCatalog CATALOG = Catalog.standard();

    private static Design network(Shape input, Block block, Layer use) {
        Design design = Design.chain(
                Layer.of("in", "input").with("shape", new Value.Dims(input.dims())),
                use,
                Layer.of("flat", "flatten"),
                Layer.of("out", "output"));
        Adoption.Adopted adopted = Adoption.of(design, java.util.List.of(block));
        return adopted.in(design);
    }

    private static Layer use(StandardBlocks.Standard standard) {
        return Layer.of("use", standard.block().type());
    }

    private static Shape output(Design design) {
        Inference inference = CATALOG.infer(design);
        assertThat(inference.problems()).isEmpty();
        assertThat(inference.parameters())
                .isEqualTo(CATALOG.infer(Blocks.expand(design).get()).parameters());
        return inference.facts("use").map(LayerFacts::output).orElseThrow();
    }

    @Test
    void residualKeepsTheShapeOverManyCopies() {
        StandardBlocks.Standard residual = StandardBlocks.residual();
        Shape image = Shape.of(32, 8, 8);

        assertThat(output(network(image, residual.block(), use(residual).with(Block.REPEAT, 5))))
                .isEqualTo(image);
    }

    @Test
    void residualOfTheWrongWidthIsRepairedByOneClick() {
        StandardBlocks.Standard residual = StandardBlocks.residual();
        Design wrong = network(Shape.of(16, 8, 8), residual.block(), use(residual));

        Problem problem = CATALOG.infer(wrong).problemsOf("use").get(0);
        Repair repair = problem.repairs().get(0);

        assertThat(repair.label()).isEqualTo("Set filters to 16");
        assertThat(output(repair.edit().applyTo(wrong).get())).isEqualTo(Shape.of(16, 8, 8));
    }

    @Test
    void projectionChangesChannelsAndSize() {
        StandardBlocks.Standard projection = StandardBlocks.projection();

        assertThat(output(network(
                        Shape.of(16, 8, 8), projection.block(), use(projection).with("filters", 64))))
                .isEqualTo(Shape.of(64, 4, 4));
    }

    @Test
    void inceptionStacksWhatItsWindowsSee() {
        StandardBlocks.Standard inception = StandardBlocks.inception();

        assertThat(output(network(Shape.of(3, 9, 7), inception.block(), use(inception))))
                .isEqualTo(Shape.of(16 + 32 + 16 + 16, 9, 7));
    }

    @Test
    void transformerEncoderKeepsTheSequence() {
        StandardBlocks.Standard transformer = StandardBlocks.transformer();
        Shape sequence = Shape.of(64, 10);

        assertThat(output(
                        network(sequence, transformer.block(), use(transformer).with(Block.REPEAT, 4))))
                .isEqualTo(sequence);
        Design wrong = network(Shape.of(24, 10), transformer.block(), use(transformer));
        assertThat(CATALOG.infer(wrong).problemsOf("use").get(0).repairs())
                .extracting(Repair::label)
                .contains("Set model width to 24");
    }

    @Test
    void everyBlockExposesWhatIsThere() {
        for (StandardBlocks.Standard standard : StandardBlocks.of(CATALOG)) {
            Block block = standard.block();
            LayerKind kind =
                    CATALOG.kind(Design.EMPTY.withBlock(block), block.type()).orElseThrow();

            assertThat(kind.parameters())
                    .extracting(Parameter::name)
                    .as(block.name())
                    .containsAll(
                            block.exposed().stream().map(each -> each.name()).toList());
        }
    }
}
