package org.netloom.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.LayerFacts;
import org.netloom.design.Shape;
import org.netloom.training.Check;

@Schema(name = "Check", description = "What can be said of a design and its plan before training.")
record CheckView(
        @Schema(description = "Nothing keeps it from being trained.")
        boolean sound,

        @Schema(description = "Revision of the design that was checked.")
        long revision,

        @Schema(description = "Trainable numbers of the whole design.")
        long parameters,

        @Schema(description = "Layers whose shape is known, in an order in which data can flow.")
        List<LayerView> layers,

        List<ProblemView> problems,

        @Schema(description = "Missing where the plan is wrong.") @Nullable
        CostView cost) {

    @Schema(name = "LayerCheck")
    record LayerView(
            String id,
            String name,
            String type,

            @Schema(description = "Shapes that flow in, without the batch.")
            List<List<Long>> inputs,

            @Schema(description = "Shape that flows out, without the batch.", example = "[128]")
            List<Long> output,

            @Schema(description = "Trainable numbers.") long parameters,

            @Schema(description = "Floating point operations of one forward pass of one example.")
            long flops) {

        static LayerView of(Layer layer, LayerFacts facts) {
            return new LayerView(
                    layer.id(),
                    layer.name(),
                    layer.type(),
                    facts.inputs().stream().map(Shape::dims).toList(),
                    facts.output().dims(),
                    facts.parameters(),
                    facts.flops());
        }
    }

    @Schema(name = "Cost", description = "An estimate of what training takes.")
    record CostView(
            long parameters,

            @Schema(description = "Of one forward and backward pass of one example.")
            long flopsPerExample,

            @Schema(description = "Memory of weights, gradients, optimizer state and one batch.")
            long bytes) {}

    static CheckView of(Design design, long revision, Check check) {
        return new CheckView(
                check.isSound(),
                revision,
                check.inference().parameters(),
                check.inference().layers().entrySet().stream()
                        .map(entry -> LayerView.of(design.require(entry.getKey()), entry.getValue()))
                        .toList(),
                check.problems().stream().map(ProblemView::of).toList(),
                check.cost()
                        .map(cost -> new CostView(cost.parameters(), cost.flopsPerExample(), cost.bytes()))
                        .orElse(null));
    }
}
