package org.netloom.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
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

/** What is wrong with a generator and a discriminator is told before they are trained, where it is wrong. */
class AdversarialFitTest {

    private final PreRunCheck check =
            new PreRunCheck(Catalog.standard(), new DatasetCatalog(Path.of("target", "no-datasets")), 8_000_000_000L);

    private static final Map<String, Value> PLAN = Map.of("dataset", Value.of("digits"), "split", Value.of("standard"));

    /** A sound GAN on the rendered digits. */
    private static Design sound() {
        return Design.of(
                List.of(
                        Layer.of("in", "input").with("shape", Value.dims(1, 28, 28)),
                        Layer.of("flat", "flatten"),
                        Layer.of("noise", "noise"),
                        Layer.of("made", "dense").with("units", 784).with("activation", "sigmoid"),
                        Layer.of("meet", "real-or-generated"),
                        Layer.of("judge", "dense").with("units", 16),
                        Layer.of("out", "output").with("units", 1).with("activation", "sigmoid")),
                List.of(
                        Wire.between("in", "flat"),
                        Wire.between("flat", "meet"),
                        Wire.between("noise", "made"),
                        Wire.between("made", "meet"),
                        Wire.between("meet", "judge"),
                        Wire.between("judge", "out")));
    }

    private static Design with(String layer, String parameter, Value value) {
        return sound().withLayer(sound().require(layer).with(parameter, value));
    }

    private static Design rewired(List<Layer> more, List<Wire> out, List<Wire> in) {
        Design design = sound().withLayers(more);
        List<Wire> wires = new ArrayList<>(design.wires());
        wires.removeAll(out);
        wires.addAll(in);
        return new Design(design.layers(), wires);
    }

    private void assertTold(Design design, String code, String layer) {
        List<Problem> problems = check.check(design, PLAN).problems();
        assertThat(problems).extracting(Problem::code).containsExactly(code);
        Problem problem = problems.get(0);
        assertThat(problem.layer()).isEqualTo(layer);
        problem.repairs()
                .forEach(repair -> assertThat(
                                check.check(repair.edit().applyTo(design).get(), PLAN)
                                        .problems())
                        .as(repair.label())
                        .isEmpty());
    }

    @Test
    void aSoundOneIsReadyToTrain() {
        assertThat(check.check(sound(), PLAN).problems()).isEmpty();
    }

    @Test
    void noiseAloneGeneratesForNobody() {
        Design design = Design.chain(
                Layer.of("noise", "noise"), Layer.of("out", "output").with("units", 1));
        assertTold(design, "noise-alone", "noise");
    }

    @Test
    void swappedWiresAreSwappedBack() {
        Wire real = Wire.between("flat", "meet");
        Wire generated = Wire.between("made", "meet");
        assertTold(rewired(List.of(), List.of(real, generated), List.of(generated, real)), "sides-swapped", "meet");
    }

    @Test
    void aGeneratorTakesNoData() {
        Design both = rewired(
                List.of(Layer.of("joined", "concatenate")),
                List.of(Wire.between("noise", "made")),
                List.of(
                        Wire.between("noise", "joined"),
                        Wire.between("flat", "joined"),
                        Wire.between("joined", "made")));
        assertTold(both, "generator-takes-data", "in");
    }

    @Test
    void realDataIsOnlyReshapedOnItsWay() {
        Design design = rewired(
                List.of(Layer.of("changed", "dropout")),
                List.of(Wire.between("flat", "meet"), Wire.between("made", "meet")),
                List.of(
                        Wire.between("flat", "changed"),
                        Wire.between("changed", "meet"),
                        Wire.between("made", "meet")));
        assertTold(design, "real-is-changed", "changed");
    }

    @Test
    void nothingGoesPastTheMeeting() {
        Design design = rewired(
                List.of(Layer.of("joined", "concatenate")),
                List.of(Wire.between("meet", "judge")),
                List.of(
                        Wire.between("meet", "joined"),
                        Wire.between("made", "joined"),
                        Wire.between("joined", "judge")));
        assertTold(design, "goes-past", "joined");
    }

    @Test
    void aDiscriminatorEndsInOneSigmoidUnit() {
        assertTold(with("out", "units", Value.of(10)), "discriminator-output", "out");
        assertTold(with("out", "activation", Value.of("tanh")), "discriminator-output", "out");
        assertTold(with("out", "target", Value.of("input")), "discriminator-output", "out");
    }

    @Test
    void theInputHasTheDatasShape() {
        Design design = with("in", "shape", Value.dims(1, 7, 112));
        assertTold(design, "input-shape", "in");
    }

    @Test
    void aGeneratorGivesWhatTheDataHas() {
        assertTold(with("made", "activation", Value.of("tanh")), "generator-range", "made");
        Map<String, Value> symmetric = new LinkedHashMap<>(PLAN);
        symmetric.put("normalization", Value.of("symmetric"));
        assertThat(check.check(sound(), symmetric).problems())
                .extracting(Problem::code)
                .containsExactly("generator-range");
        assertThat(check.check(with("made", "activation", Value.of("tanh")), symmetric)
                        .problems())
                .isEmpty();
    }

    @Test
    void settingsThatAskForALossThatFallsAreRefused() {
        Map<String, Value> plan = new LinkedHashMap<>(PLAN);
        plan.put("earlyStopping", Value.of(true));
        plan.put("loss", Value.of("hinge"));
        assertThat(check.check(sound(), plan).problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("adversarial-loss", "adversarial-early-stopping");
    }
}
