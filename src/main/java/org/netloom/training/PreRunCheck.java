package org.netloom.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.datasets.DatasetInfo;
import org.netloom.design.Design;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Value;
import org.netloom.layers.Activation;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.Parameter;
import org.netloom.workspace.Open;

/** Everything that can be checked before a run without loading data or building a network. */
@Open(to = Open.To.EVERYONE, because = "it looks at what it is given and reads nothing")
public final class PreRunCheck {

    private final LayerCatalog layers;
    private final DatasetCatalog datasets;
    private final long memory;

    /** @param memory bytes that a training may use */
    public PreRunCheck(LayerCatalog layers, DatasetCatalog datasets, long memory) {
        this.layers = layers;
        this.datasets = datasets;
        this.memory = memory;
    }

    public Check check(Design design, Map<String, Value> values) {
        Inference inference = layers.infer(design);
        List<Problem> problems = new ArrayList<>(inference.problems());
        Result<TrainingPlan> plan = PlanForm.plan(values, outputActivation(design));
        problems.addAll(plan.problems());
        Optional<Cost> cost = Optional.empty();
        if (plan instanceof Result.Ok<TrainingPlan>(TrainingPlan sound)) {
            problems.addAll(DataFit.problems(datasets.find(sound.dataset()), sound, design, inference, layers));
            Cost estimate = Cost.of(inference, sound);
            cost = Optional.of(estimate);
            tooLarge(estimate, Cost.of(inference, sound.optimizer(), 1), design, inference)
                    .ifPresent(problems::add);
        }
        return new Check(
                inference,
                plan instanceof Result.Ok<TrainingPlan> ok ? Optional.of(ok.value()) : Optional.empty(),
                List.copyOf(problems),
                cost);
    }

    public Optional<DatasetInfo> dataset(Map<String, Value> values) {
        return datasets.find(PlanForm.settings(values).choice("dataset"));
    }

    /** Of the first output, as the network will have it. */
    private Activation outputActivation(Design design) {
        return design.layers().values().stream()
                .filter(layer -> layers.type(layer.type())
                        .filter(type -> type.arity().isSink())
                        .isPresent())
                .sorted(LayerCatalog.readingOrder())
                .findFirst()
                .filter(output -> layers.settings(output).problems().isEmpty())
                .map(output -> Activation.from(layers.settings(output)))
                .orElse(Activation.IDENTITY);
    }

    private Optional<Problem> tooLarge(Cost cost, Cost oneByOne, Design design, Inference inference) {
        if (cost.bytes() <= memory) {
            return Optional.empty();
        }
        String what = "Training this design would take about " + Bytes.text(cost.bytes()) + " of memory.";
        String expected = "The worker has " + Bytes.text(memory) + " for a training.";
        if (oneByOne.bytes() <= memory) {
            return Optional.of(Problem.error("too-large", what, expected, "Use a smaller batch, or smaller pictures.")
                    .of("batchSize"));
        }
        Optional<Layer> largest = inference.layers().entrySet().stream()
                .max(java.util.Comparator.comparingLong(
                        entry -> entry.getValue().parameters()))
                .flatMap(entry -> design.layer(entry.getKey()));
        return Optional.of(
                Problem.error("too-large", what, expected, "Make the largest layer smaller: fewer units or filters.")
                        .at(largest.map(Layer::id).orElse(null))
                        .of(largest.flatMap(this::sizeOf).orElse(null)));
    }

    private Optional<String> sizeOf(Layer layer) {
        return layers.type(layer.type())
                .flatMap(type -> type.parameters().stream()
                        .map(Parameter::name)
                        .filter(name -> name.equals("units") || name.equals("filters"))
                        .findFirst());
    }
}
