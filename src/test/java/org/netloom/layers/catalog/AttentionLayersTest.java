package org.netloom.layers.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netloom.design.Design;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Shape;
import org.netloom.design.Value;

/** The special cases of the layers for attention, and of those that merge and reshape. */
class AttentionLayersTest {

    private static Inference infer(Layer subject, long... input) {
        return Catalog.standard().infer(design(subject, input));
    }

    private static Design design(Layer subject, long... input) {
        return Design.chain(
                Layer.of("in", "input").with("shape", Value.dims(input)),
                subject,
                Layer.of("flat", "flatten"),
                Layer.of("out", "output"));
    }

    private static Shape shapeOf(Layer subject, long... input) {
        return infer(subject, input).facts(subject.id()).orElseThrow().output();
    }

    /** Every repair removes its problem. */
    private static List<String> repairs(Layer subject, long... input) {
        Problem problem = infer(subject, input).problemsOf(subject.id()).get(0);
        for (Repair repair : problem.repairs()) {
            Design repaired = repair.edit().applyTo(design(subject, input)).get();
            assertThat(Catalog.standard().infer(repaired).problems())
                    .as(repair.label())
                    .noneMatch(left -> left.code().equals(problem.code())
                            && problem.layer().equals(left.layer()));
        }
        return problem.repairs().stream().map(Repair::label).toList();
    }

    @Test
    void denseWorksAtEveryStepWithTheSameWeights() {
        Inference inference = infer(Layer.of("dense", "dense").with("units", 7), 4, 9);

        assertThat(inference.facts("dense").orElseThrow().output()).isEqualTo(Shape.of(7, 9));
        assertThat(inference.facts("dense").orElseThrow().parameters()).isEqualTo(4 * 7 + 7);
    }

    @Test
    void attentionCountsAsKerasDoes() {
        Layer attention = Layer.of("a", "multi-head-attention").with("heads", 4).with("keySize", 5);

        // Three projections to 4 heads of 5, one back: (64 + 1) · 20 · 3 + (20 + 1) · 64.
        assertThat(infer(attention, 64, 10).facts("a").orElseThrow().parameters())
                .isEqualTo(65 * 20 * 3 + 21 * 64);
        assertThat(shapeOf(attention, 64, 10)).isEqualTo(Shape.of(64, 10));
    }

    @Test
    void headsThatDoNotDivideTheFeaturesAreToldWithTwoRepairs() {
        assertThat(repairs(Layer.of("a", "multi-head-attention").with("heads", 4), 6, 3))
                .containsExactly("Set the key size to 1 → 6 × 3", "Set heads to 3 → 6 × 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multi-head-attention", "self-attention", "positional-encoding"})
    void aPictureIsReshapedToASequence(String type) {
        Layer layer = Layer.of("a", type);
        Layer subject = type.startsWith("multi") ? layer.with("heads", 2) : layer;

        assertThat(repairs(subject, 4, 6, 6)).isNotEmpty();
    }

    @Test
    void selfAttentionWithoutProjectionsHasNoParameters() {
        Layer plain = Layer.of("a", "self-attention").with("project", Value.of(false));

        assertThat(infer(plain, 6, 3).facts("a").orElseThrow().parameters()).isZero();
    }

    @Test
    void anEmbeddingGivesARowForEachCode() {
        Layer embedding = Layer.of("e", "embedding").with("vocabulary", 20).with("size", 8);

        assertThat(shapeOf(embedding, 1, 5)).isEqualTo(Shape.of(8, 5));
        assertThat(shapeOf(embedding, 5)).isEqualTo(Shape.of(8, 5));
        assertThat(infer(embedding, 5).facts("e").orElseThrow().parameters()).isEqualTo(160);
        assertThat(repairs(embedding, 2, 5))
                .containsExactly("Insert Flatten → 10", "Take only the first feature → 1 × 5");
    }

    @Test
    void learnedPositionsCountAndSinusoidsDoNot() {
        Layer positions = Layer.of("p", "positional-encoding");

        assertThat(infer(positions, 4, 6).facts("p").orElseThrow().parameters()).isZero();
        assertThat(infer(positions.with("kind", "learned"), 4, 6)
                        .facts("p")
                        .orElseThrow()
                        .parameters())
                .isEqualTo(24);
    }

    @Test
    void layerNormalizationCountsFeaturesOrChannels() {
        Layer norm = Layer.of("n", "layer-norm");

        assertThat(infer(norm, 5).facts("n").orElseThrow().parameters()).isEqualTo(10);
        assertThat(infer(norm, 4, 6).facts("n").orElseThrow().parameters()).isEqualTo(8);
        assertThat(infer(norm, 3, 8, 8).facts("n").orElseThrow().parameters()).isEqualTo(6);
        assertThat(infer(norm.with("scale", Value.of(false)), 5)
                        .facts("n")
                        .orElseThrow()
                        .parameters())
                .isEqualTo(5);
    }

    @Test
    void permuteTakesEachDimensionOnce() {
        Layer permute = Layer.of("p", "permute");

        assertThat(shapeOf(permute, 4, 6)).isEqualTo(Shape.of(6, 4));
        assertThat(shapeOf(permute.with("order", Value.dims(3, 1, 2)), 1, 4, 6)).isEqualTo(Shape.of(6, 1, 4));
        assertThat(repairs(permute, 1, 4, 6)).contains("Set order to 2 × 3 × 1 → 4 × 6 × 1");
    }

    @Test
    void subsetKeepsARange() {
        Layer subset = Layer.of("s", "subset").with("first", 1).with("last", 2);

        assertThat(shapeOf(subset, 5)).isEqualTo(Shape.of(2));
        assertThat(shapeOf(subset, 3, 8, 8)).isEqualTo(Shape.of(2, 8, 8));
        assertThat(repairs(subset, 2)).containsExactly("Set last to 1");
    }

    @Test
    void preluLearnsASlopeForEachNumberOrForEachChannel() {
        Layer prelu = Layer.of("p", "prelu");

        assertThat(infer(prelu, 3, 8, 8).facts("p").orElseThrow().parameters()).isEqualTo(192);
        assertThat(infer(prelu.with("slopes", "shared"), 3, 8, 8)
                        .facts("p")
                        .orElseThrow()
                        .parameters())
                .isEqualTo(3);
    }
}
