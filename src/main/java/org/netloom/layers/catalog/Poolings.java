package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Fit;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;
import org.netloom.layers.Window;

/** What the poolings with a window share. */
record Poolings(Op.Pool.Kind kind, int directions, String other) {

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Windows.sizes(directions, "pool", "Pool", 2, "What is pooled into one number."));
        parameters.add(Windows.optionalSizes(
                directions, "stride", "Stride", "How far the window moves each time; empty: as far as it reaches."));
        parameters.add(Windows.padding(Window.Padding.VALID, Window.Padding.SAME));
        return List.copyOf(parameters);
    }

    String summary(Settings settings) {
        return window(settings).text();
    }

    Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        if (directions == 2 && !(input instanceof Shape.Image)) {
            return Misfits.needsImage(input, other);
        }
        if (directions == 1 && !(input instanceof Shape.Sequence)) {
            return Misfits.needsSequence(input, other);
        }
        Window window = window(settings);
        return Windows.misfit(input, window, "pool", each -> output(input, following(each, settings)))
                .orElseGet(() -> Fit.of(output(input, window)));
    }

    private static Shape output(Shape input, Window window) {
        return Windows.slid(input, window, input.dims().get(0));
    }

    /** An empty stride follows the pool's size. */
    private static Window following(Window window, Settings settings) {
        return settings.value("stride").isPresent()
                ? window
                : new Window(window.kernel(), window.kernel(), window.dilation(), window.padding());
    }

    private Window window(Settings settings) {
        List<Long> ones = Collections.nCopies(directions, 1L);
        List<Long> pool = Windows.sizes(directions, settings, "pool").orElse(ones);
        return new Window(
                pool, Windows.sizes(directions, settings, "stride").orElse(pool), ones, Windows.padding(settings));
    }

    List<Op> lower(List<Shape> inputs, Settings settings) {
        Window window = window(settings);
        return List.of(new Op.Pool(kind, inputs.get(0), output(inputs.get(0), window), window));
    }
}
