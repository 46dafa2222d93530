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

final class Subset implements LayerType {

    @Override
    public String id() {
        return "subset";
    }

    @Override
    public String label() {
        return "Subset";
    }

    @Override
    public Category category() {
        return Category.RESHAPING;
    }

    @Override
    public int place() {
        return 4;
    }

    @Override
    public String icon() {
        return "window";
    }

    @Override
    public String help() {
        return "Keeps some of the features of a vector or sequence, or some of the channels of an image.";
    }

    @Override
    public String formula() {
        return "y = x[first … last]";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.whole("first", "First", 0, 0, 1_000_000_000L, "The first one to keep, counted from 0."),
                Parameter.whole("last", "Last", 0, 0, 1_000_000_000L, "The last one to keep."));
    }

    @Override
    public String summary(Settings settings) {
        return settings.whole("first") + " … " + settings.whole("last");
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        long first = settings.whole("first");
        long last = settings.whole("last");
        List<Long> dims = new ArrayList<>(inputs.get(0).dims());
        if (first > last || last >= dims.get(0)) {
            return misfit(inputs.get(0), first, last);
        }
        dims.set(0, last - first + 1);
        return Fit.of(Shape.of(dims));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.Take(inputs.get(0), settings.whole("first"), settings.whole("last")));
    }

    private static Fit.Misfit misfit(Shape input, long first, long last) {
        long end = input.dims().get(0) - 1;
        List<Fit.Remedy> remedies = new ArrayList<>();
        if (first <= end) {
            remedies.add(new Fit.Remedy.Set("Set last to " + end, "last", Value.of(end)));
        }
        if (last <= end) {
            remedies.add(new Fit.Remedy.Set("Set first to 0 → " + (last + 1), "first", Value.of(0L)));
        }
        return new Fit.Misfit(
                "bad-range",
                first <= end ? "last" : "first",
                "it is to keep " + first + " … " + last + " of " + input.text() + ".",
                "The first is not beyond the last, and the last is at most " + end + ".",
                "Choose a range from 0 to " + end + ".",
                remedies);
    }
}
