package org.netloom.training;

import java.util.Optional;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.datasets.Examples;
import org.netloom.datasets.Normalization;
import org.netloom.datasets.Samples;
import org.netloom.datasets.Split;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.Network;

/** Makes of a run's snapshot what the engine trains on: the network taken apart, the data loaded, divided and scaled. */
public final class Preparation {

    private final LayerCatalog layers;
    private final DatasetCatalog datasets;

    public Preparation(LayerCatalog layers, DatasetCatalog datasets) {
        this.layers = layers;
        this.datasets = datasets;
    }

    /** What a run needs, and what its result is measured on. */
    public record Prepared(TrainingJob job, Samples test, Examples examples, Normalization normalization) {}

    public Result<Prepared> prepare(Run.Snapshot snapshot) {
        return layers.lower(snapshot.design())
                .then(network -> PlanForm.plan(snapshot.plan(), network.outputActivation())
                        .then(plan ->
                                datasets.load(plan.dataset()).then(examples -> prepare(network, plan, examples))));
    }

    private static Result<Prepared> prepare(Network network, TrainingPlan plan, Examples examples) {
        Optional<Normalization.Kind> kind = Normalization.Kind.of(plan.normalization());
        if (kind.isEmpty()) {
            return Result.refused(Problem.error(
                            "unknown-normalization",
                            "There is no normalisation “" + plan.normalization() + "”.",
                            "It is none, min-max or standardize.",
                            "Choose one of them.")
                    .of("normalization"));
        }
        return Split.of(examples, plan.split()).then(split -> {
            Normalization normalization = Normalization.fitted(kind.get(), examples, split.train());
            int units = Math.toIntExact(network.node(network.outputs().get(0))
                    .orElseThrow()
                    .output()
                    .size());
            int[] watched = plan.validateOnTest() ? split.test() : split.validation();
            return Samples.of(examples, split.train(), normalization, units)
                    .then(train -> Samples.of(examples, watched, normalization, units)
                            .then(validation -> Samples.of(examples, split.test(), normalization, units)
                                    .map(test -> new Prepared(
                                            new TrainingJob(
                                                    network,
                                                    plan,
                                                    train,
                                                    watched.length > 0 ? Optional.of(validation) : Optional.empty()),
                                            test,
                                            examples,
                                            normalization))));
        });
    }
}
