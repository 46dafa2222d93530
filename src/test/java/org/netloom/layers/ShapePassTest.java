package org.netloom.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netloom.design.Design;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.catalog.Catalog;

class ShapePassTest {

    private static final LayerCatalog CATALOG = Catalog.standard();

    private static Layer input(long... shape) {
        return Layer.of("in", "input").with("shape", Value.dims(shape));
    }

    private static Layer dense(String id, long units) {
        return Layer.of(id, "dense").with("units", units);
    }

    private static final Layer OUTPUT =
            Layer.of("out", "output").with("units", 10).with("activation", "softmax");

    @Test
    void countsTheParametersOfTheCoursesDigitClassifier() {
        Inference inference = CATALOG.infer(
                Design.chain(input(1, 28, 28), Layer.of("flat", "flatten"), dense("hidden", 128), OUTPUT));

        assertThat(inference.isSound()).isTrue();
        assertThat(inference.parameters()).isEqualTo(784 * 128 + 128 + 128 * 10 + 10);
        assertThat(inference.facts("flat").orElseThrow().output()).isEqualTo(new Shape.Vector(784));
    }

    @Test
    void anImageIntoADenseLayerIsRepairedByOneClick() {
        Design broken = Design.chain(input(1, 28, 28), dense("hidden", 128), OUTPUT);

        Problem problem = CATALOG.infer(broken).problems().get(0);
        Design repaired = apply(broken, problem.repairs().get(0));

        assertThat(problem.layer()).isEqualTo("hidden");
        assertThat(problem.repairs().get(0).label()).isEqualTo("Insert Flatten → 784");
        assertThat(CATALOG.infer(repaired).isSound()).isTrue();
    }

    @Test
    void everyOfferedRepairRemovesItsProblem() {
        for (Design broken : brokenDesigns()) {
            for (Problem problem : CATALOG.infer(broken).problems()) {
                assertThat(problem.what()).isNotBlank();
                assertThat(problem.expected()).isNotBlank();
                assertThat(problem.fix()).isNotBlank();
                for (Repair repair : problem.repairs()) {
                    assertThat(CATALOG.infer(apply(broken, repair)).problems())
                            .as("%s by “%s”", problem.code(), repair.label())
                            .noneMatch(left -> left.code().equals(problem.code())
                                    && left.what().equals(problem.what()));
                }
            }
        }
    }

    private static List<Design> brokenDesigns() {
        Layer reshape = Layer.of("re", "reshape").with("shape", Value.dims(3, 3));
        Layer tooMany = dense("hidden", 0);
        Design residual = Design.of(
                List.of(input(4), dense("a", 8), dense("b", 6), Layer.of("add", "add"), OUTPUT),
                List.of(
                        Wire.between("in", "a"),
                        Wire.between("in", "b"),
                        Wire.between("a", "add"),
                        Wire.between("b", "add"),
                        Wire.between("add", "out")));
        return List.of(
                Design.chain(input(1, 28, 28), dense("hidden", 128), OUTPUT),
                Design.chain(dense("hidden", 3), OUTPUT),
                Design.chain(input(4), dense("hidden", 3)),
                Design.chain(input(4), reshape, OUTPUT),
                Design.chain(input(4), tooMany, OUTPUT),
                Design.chain(input(4), Layer.of("what", "quantum"), OUTPUT),
                Design.chain(
                        input(4), dense("hidden", 3).with("weights", new Value.Table(List.of(List.of(1.0)))), OUTPUT),
                residual,
                residual.withWires(List.of(Wire.between("a", "b"))),
                residual.withWires(List.of(Wire.between("b", "a"), Wire.between("a", "b"))),
                Design.of(List.of(input(4), dense("a", 3), OUTPUT), List.of(Wire.between("in", "a"))));
    }

    @Test
    void aCycleIsNamedWithItsLayers() {
        Design cyclic = Design.of(
                List.of(input(4), dense("a", 3), dense("b", 3), OUTPUT),
                List.of(Wire.between("in", "out"), Wire.between("a", "b"), Wire.between("b", "a")));

        assertThat(CATALOG.infer(cyclic).problems())
                .filteredOn(problem -> problem.code().equals("cycle"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("a", "b", "→"));
    }

    @Test
    void concatenateAddsUpFeaturesInTheOrderOfTheWires() {
        Design design = Design.of(
                List.of(input(4), dense("a", 3), dense("b", 5), Layer.of("cat", "concatenate"), OUTPUT),
                List.of(
                        Wire.between("in", "a"),
                        Wire.between("in", "b"),
                        Wire.between("a", "cat"),
                        Wire.between("b", "cat"),
                        Wire.between("cat", "out")));

        Inference inference = CATALOG.infer(design);

        assertThat(inference.facts("cat").orElseThrow().output()).isEqualTo(new Shape.Vector(8));
        assertThat(CATALOG.lower(design).get().node("cat").orElseThrow().from()).containsExactly("a", "b");
    }

    @Test
    void countsOfAbsurdSizeSaturateInsteadOfOverflowing() {
        Design huge = Design.chain(
                input(1_000_000_000),
                dense("a", 1_000_000_000),
                dense("b", 1_000_000_000),
                dense("c", 1_000_000_000),
                OUTPUT);

        assertThat(CATALOG.infer(huge).parameters()).isPositive();
        assertThat(CATALOG.infer(huge).flops()).isPositive();
    }

    @Test
    void everyLayerOfAThousandIsVisited() {
        List<Layer> layers = new ArrayList<>(List.of(input(4)));
        for (int i = 0; i < 998; i++) {
            layers.add(dense("d" + i, 4));
        }
        layers.add(OUTPUT);

        assertThat(CATALOG.infer(Design.chain(layers.toArray(Layer[]::new))).layers())
                .hasSize(1000);
    }

    private static Design apply(Design design, Repair repair) {
        return repair.edit().applyTo(design).get();
    }
}
