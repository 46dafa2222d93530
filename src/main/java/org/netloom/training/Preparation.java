package org.netloom.training;

import java.util.Optional;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.datasets.DatasetInfo;
import org.netloom.datasets.Examples;
import org.netloom.datasets.Normalization;
import org.netloom.datasets.Samples;
import org.netloom.datasets.Split;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.Network;
import org.netloom.layers.Rivals;

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
                            "It is none, min-max, symmetric or standardize.",
                            "Choose one of them.")
                    .of("normalization"));
        }
        DatasetInfo info = examples.info();
        boolean adversarial = Rivals.of(network).isPresent();
        Roles roles = Roles.of(adversarial ? Roles.entering(network) : Roles.ends(network), info);
        if (!roles.unfit().isEmpty()) {
            return Result.refused(UnfitEnds.problems(roles, info).get(0));
        }
        int targets = roles.targetColumns(info);
        return Split.of(examples, plan.split()).then(split -> {
            Normalization normalization = Normalization.fitted(kind.get(), examples, split.train());
            int[] watched = plan.validateOnTest() ? split.test() : split.validation();
            return Samples.of(examples, split.train(), normalization, targets)
                    .then(train -> Samples.of(examples, watched, normalization, targets)
                            .then(validation -> Samples.of(examples, split.test(), normalization, targets)
                                    .map(test -> new Prepared(
                                            new TrainingJob(
                                                    network,
                                                    plan,
                                                    train,
                                                    watched.length > 0 ? Optional.of(validation) : Optional.empty(),
                                                    roles.onTargetColumns()),
                                            test,
                                            examples,
                                            normalization))));
        });
    }
}
