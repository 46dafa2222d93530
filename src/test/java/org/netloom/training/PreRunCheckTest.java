package org.netloom.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.catalog.Catalog;
import org.netloom.templates.Templates;

class PreRunCheckTest {

    private static final long GIGABYTE = 1_000_000_000L;
    private final PreRunCheck check =
            new PreRunCheck(Catalog.standard(), new DatasetCatalog(Path.of("target", "no-datasets")), 8 * GIGABYTE);

    private static Layer input(long... shape) {
        return Layer.of("in", "input").with("shape", Value.dims(shape));
    }

    private static Layer output(long units, String activation) {
        return Layer.of("out", "output").with("units", units).with("activation", activation);
    }

    private static Map<String, Value> plan(String dataset, Object... more) {
        Map<String, Value> plan = new LinkedHashMap<>(Map.of("dataset", Value.of(dataset)));
        for (int i = 0; i < more.length; i += 2) {
            plan.put((String) more[i], (Value) more[i + 1]);
        }
        return plan;
    }

    private List<String> codes(Design design, Map<String, Value> plan) {
        return check.check(design, plan).problems().stream().map(Problem::code).toList();
    }

    @Test
    void everyTemplateIsReadyToTrain() {
        Templates.all()
                .forEach(template -> assertThat(
                                check.check(template.design(), template.plan()).problems())
                        .as(template.id())
                        .isEmpty());
    }

    @Test
    void aBatchOfPicturesThatDoesNotFitIntoMemoryIsRefused() {
        Layer[] deep = new Layer[9];
        deep[0] = input(1, 28, 28);
        for (int i = 1; i < 7; i++) {
            deep[i] = Layer.of("conv" + i, "conv2d").with("filters", 256).with("padding", "same");
        }
        deep[7] = Layer.of("pool", "global-pool");
        deep[8] = output(10, "softmax");

        assertThat(codes(Design.chain(deep), plan("mnist", "batchSize", Value.of(8L))))
                .doesNotContain("too-large");
        assertThat(check.check(Design.chain(deep), plan("mnist", "batchSize", Value.of(4096L)))
                        .errors())
                .filteredOn(problem -> problem.code().equals("too-large"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.parameter()).isEqualTo("batchSize"));
    }

    @Test
    void anEmbeddingKnowsAllCodesOfTheData() {
        Design small = Design.chain(
                input(1, 32),
                Layer.of("embed", "embedding").with("vocabulary", 3),
                Layer.of("pool", "global-pool"),
                output(2, "softmax"));

        assertThat(check.check(small, plan("reviews")).errors())
                .filteredOn(problem -> problem.code().equals("vocabulary-too-small"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.repairs()).hasSize(1));
        assertThat(codes(small, plan("sine"))).contains("no-codes");
    }

    @Test
    void aBillionUnitsAreRefusedBeforeTheRunByTheirMemory() {
        Design huge =
                Design.chain(input(4), Layer.of("big", "dense").with("units", 1_000_000_000L), output(3, "softmax"));

        assertThat(check.check(huge, plan("iris")).errors())
                .filteredOn(problem -> problem.code().equals("too-large"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.layer()).isEqualTo("big");
                    assertThat(problem.what()).contains("GB");
                });
    }

    @Test
    void anInputOfAnotherShapeThanTheDataIsRepairedByOneClick() {
        Design design = Design.chain(input(2), output(3, "softmax"));

        Problem problem = check.check(design, plan("iris")).errors().get(0);
        Design repaired = problem.repairs().get(0).edit().applyTo(design).get();

        assertThat(problem.code()).isEqualTo("input-shape");
        assertThat(codes(repaired, plan("iris"))).isEmpty();
    }

    @Test
    void anOutputOfAnotherSizeThanTheTargetIsRepairedByOneClick() {
        Design design = Design.chain(input(4), output(5, "softmax"));

        Problem problem = check.check(design, plan("iris")).errors().get(0);

        assertThat(problem.code()).isEqualTo("output-units");
        assertThat(codes(problem.repairs().get(0).edit().applyTo(design).get(), plan("iris")))
                .isEmpty();
    }

    @Test
    void lossesWithLogarithmsNeedProbabilities() {
        assertThat(codes(Design.chain(input(4), output(3, "tanh")), plan("iris", "loss", Value.of("cross-entropy"))))
                .contains("loss-needs-probabilities");
    }

    @Test
    void softmaxOverOneUnitIsRefused() {
        assertThat(codes(Design.chain(input(2), output(1, "softmax")), plan("moons")))
                .contains("single-softmax");
    }

    @Test
    void fourExamplesCannotBeSplitByFractions() {
        assertThat(codes(Design.chain(input(2), output(1, "sigmoid")), plan("xor")))
                .containsExactly("too-few-to-split");
    }

    @Test
    void earlyStoppingNeedsSomethingToWatch() {
        assertThat(codes(
                        Design.chain(input(4), output(3, "softmax")),
                        plan("iris", "earlyStopping", Value.of(true), "validationFraction", Value.of(0.0))))
                .contains("nothing-to-validate-on");
    }

    @Test
    void unknownSettingsAndDatasetsAreNamed() {
        assertThat(codes(Design.chain(input(4), output(3, "softmax")), plan("iris", "lerningRate", Value.of(1.0))))
                .contains("unknown-setting");
        assertThat(codes(Design.chain(input(4), output(3, "softmax")), plan("imagenet")))
                .contains("unknown-dataset");
    }

    @Test
    void anOutputMayLearnTheNetworksInputWhateverTheDatasetsTarget() {
        Design autoencoder = Design.chain(input(4), output(4, "identity").with("target", "input"));
        Design tooNarrow = Design.chain(input(4), output(3, "identity").with("target", "input"));

        assertThat(codes(autoencoder, plan("iris"))).isEmpty();
        Problem problem = check.check(tooNarrow, plan("iris")).errors().get(0);
        assertThat(problem.code()).isEqualTo("reconstruction-size");
        assertThat(problem.repairs())
                .allSatisfy(repair -> assertThat(
                                codes(repair.edit().applyTo(tooNarrow).get(), plan("iris")))
                        .doesNotContain("reconstruction-size"));
        assertThat(codes(
                        Design.chain(input(4), output(4, "sigmoid").with("target", "input")),
                        plan("iris", "normalization", Value.of("standardize"))))
                .containsExactly("reconstructs-outside-range");
    }

    @Test
    void inputsWhoseSizesAddUpToTheFeaturesShareThem() {
        assertThat(codes(twoInputs(1, 3), plan("iris"))).isEmpty();
        assertThat(codes(twoInputs(4, 4), plan("iris"))).isEmpty();

        Design unfit = twoInputs(1, 2);
        List<Problem> problems = check.check(unfit, plan("iris")).errors();
        assertThat(problems).extracting(Problem::code).containsOnly("input-shape");
        assertThat(problems.get(0).expected())
                .contains("from top left to bottom right")
                .contains("in (1), other (2)");
        assertThat(codes(problems.get(1).repairs().get(1).edit().applyTo(unfit).get(), plan("iris")))
                .isEmpty();
    }

    private static Design twoInputs(long left, long right) {
        return Design.of(
                List.of(
                        input(left),
                        Layer.of("other", "input")
                                .with("shape", Value.dims(right))
                                .at(200, 0),
                        Layer.of("both", "concatenate"),
                        output(3, "softmax")),
                List.of(Wire.between("in", "both"), Wire.between("other", "both"), Wire.between("both", "out")));
    }
}
