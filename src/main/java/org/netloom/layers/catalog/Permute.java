package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.List;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Permute implements LayerType {

    @Override
    public String id() {
        return "permute";
    }

    @Override
    public String label() {
        return "Permute";
    }

    @Override
    public Category category() {
        return Category.RESHAPING;
    }

    @Override
    public int place() {
        return 3;
    }

    @Override
    public String icon() {
        return "resize";
    }

    @Override
    public String help() {
        return "Puts the dimensions into another order: 2 × 1 turns the steps of a sequence into features; 3 × 1 × 2 brings an image’s width to the front.";
    }

    @Override
    public String formula() {
        return "y[i₁, i₂, …] = x in the order given";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.dims(
                "order",
                "Order",
                Value.dims(2, 1),
                "Which dimension comes to each place, counted from 1 without the batch."));
    }

    @Override
    public String summary(Settings settings) {
        return Shape.of(settings.dims("order")).text();
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        return isOrderOf(input, settings.dims("order"))
                ? Fit.of(permute(input, settings).to())
                : misfit(input);
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(permute(inputs.get(0), settings));
    }

    private static Op.Permute permute(Shape input, Settings settings) {
        return new Op.Permute(
                input,
                settings.dims("order").stream()
                        .map(place -> Math.toIntExact(place - 1))
                        .toList());
    }

    private static boolean isOrderOf(Shape input, List<Long> order) {
        List<Long> places = new ArrayList<>(order);
        places.sort(Long::compare);
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) != i + 1) {
                return false;
            }
        }
        return places.size() == input.dims().size();
    }

    private static Fit.Misfit misfit(Shape input) {
        int count = input.dims().size();
        List<Fit.Remedy> remedies = switch (count) {
            case 2 -> List.of(order(input, 2, 1));
            case 3 -> List.of(order(input, 2, 3, 1), order(input, 3, 1, 2), order(input, 1, 3, 2));
            default -> List.of(order(input, 1));
        };
        return new Fit.Misfit(
                "bad-order",
                "order",
                "it gets " + input.text() + ", which has " + count + (count == 1 ? " dimension." : " dimensions."),
                "The order names each of them once, from 1 to " + count + ".",
                "Enter such an order.",
                remedies);
    }

    private static Fit.Remedy order(Shape input, long... order) {
        List<Long> dims = new ArrayList<>();
        for (long place : order) {
            dims.add(input.dims().get((int) place - 1));
        }
        Value.Dims value = (Value.Dims) Value.dims(order);
        return new Fit.Remedy.Set(
                "Set order to " + value.text() + " → " + Shape.of(dims).text(), "order", value);
    }
}
