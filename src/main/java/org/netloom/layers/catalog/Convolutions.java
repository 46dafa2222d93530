package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netloom.design.Shape;
import org.netloom.layers.Activation;
import org.netloom.layers.Fit;
import org.netloom.layers.Initializer;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;
import org.netloom.layers.Window;

/** What the convolutions share. */
record Convolutions(Op.Conv.Kind kind, int directions) {

    private static final long MOST_FILTERS = 1_000_000_000L;

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (kind == Op.Conv.Kind.DEPTHWISE) {
            parameters.add(multiplier());
        } else {
            parameters.add(Parameter.whole(
                    "filters", "Filters", 32, 1, MOST_FILTERS, "How many kernels it learns; each gives one channel."));
        }
        parameters.add(Windows.sizes(directions, "kernel", "Kernel", 3, "What a kernel sees at once."));
        parameters.add(Windows.sizes(directions, "stride", "Stride", 1, "How far it moves each time."));
        parameters.add(
                directions == 1
                        ? Windows.padding(Window.Padding.VALID, Window.Padding.SAME, Window.Padding.CAUSAL)
                        : Windows.padding(Window.Padding.VALID, Window.Padding.SAME));
        if (kind != Op.Conv.Kind.TRANSPOSED) {
            parameters.add(Windows.sizes(
                    directions, "dilation", "Dilation", 1, "Spreads the kernel: 2 looks at every second number."));
        }
        if (kind == Op.Conv.Kind.SEPARABLE) {
            parameters.add(multiplier());
        }
        parameters.addAll(Activation.parameters(Activation.Kind.RELU));
        parameters.add(Parameter.flag("bias", "Bias", true, "Adds a learned constant to each channel."));
        parameters.add(Initializer.parameter().in("Initialisation"));
        parameters.add(Parameter.real("l1", "L1", 0, 0, 1e3, "Adds l1 · Σ|w| to the loss; drives weights to zero.")
                .in("Regularization"));
        parameters.add(Parameter.real("l2", "L2", 0, 0, 1e3, "Adds l2 · ½ Σw² to the loss; keeps weights small.")
                .in("Regularization"));
        return List.copyOf(parameters);
    }

    private static Parameter multiplier() {
        return Parameter.whole(
                "multiplier", "Depth multiplier", 1, 1, 1_000_000, "How many kernels look at each channel.");
    }

    String summary(Settings settings) {
        String often =
                kind == Op.Conv.Kind.DEPTHWISE ? "×" + settings.whole("multiplier") : "" + settings.whole("filters");
        return often + " · " + window(settings).text() + " · "
                + Activation.from(settings).kind().label();
    }

    Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        if (directions == 2 && !(input instanceof Shape.Image)) {
            return Misfits.needsImage(input, kind == Op.Conv.Kind.FULL ? "conv1d" : "");
        }
        if (directions == 1 && !(input instanceof Shape.Sequence)) {
            return Misfits.needsSequence(input, "conv2d");
        }
        if (Activation.from(settings).kind() == Activation.Kind.SOFTMAX) {
            return softmax();
        }
        Window window = window(settings);
        Optional<Fit> misfit = kind == Op.Conv.Kind.TRANSPOSED
                ? Optional.empty()
                : Windows.misfit(input, window, "kernel", other -> output(input, other, settings));
        return misfit.orElseGet(() -> Fit.of(output(input, window, settings)));
    }

    private static Fit softmax() {
        return new Fit.Misfit(
                "softmax-channels",
                "activation",
                "softmax has no meaning across a whole picture.",
                "A convolution's activation works on each number alone.",
                "Choose another activation here; softmax belongs to the Output.",
                List.of(new Fit.Remedy.Set("Set activation back to ReLU", "activation", null)));
    }

    private Shape output(Shape input, Window window, Settings settings) {
        long channels = input.dims().get(0);
        long filters = kind == Op.Conv.Kind.DEPTHWISE
                ? org.netloom.layers.Saturating.times(channels, settings.whole("multiplier"))
                : settings.whole("filters");
        if (kind != Op.Conv.Kind.TRANSPOSED) {
            return Windows.slid(input, window, filters);
        }
        List<Long> dims = new ArrayList<>(List.of(filters));
        for (int i = 0; i < directions; i++) {
            dims.add(window.spread(i, input.dims().get(i + 1)));
        }
        return Shape.of(dims);
    }

    private Window window(Settings settings) {
        List<Long> ones = java.util.Collections.nCopies(directions, 1L);
        return new Window(
                Windows.sizes(directions, settings, "kernel").orElse(ones),
                Windows.sizes(directions, settings, "stride").orElse(ones),
                kind == Op.Conv.Kind.TRANSPOSED
                        ? ones
                        : Windows.sizes(directions, settings, "dilation").orElse(ones),
                Windows.padding(settings));
    }

    List<Op> lower(List<Shape> inputs, Settings settings) {
        Window window = window(settings);
        Shape output = output(inputs.get(0), window, settings);
        boolean multiplies = kind == Op.Conv.Kind.DEPTHWISE || kind == Op.Conv.Kind.SEPARABLE;
        return List.of(
                new Op.Conv(
                        kind,
                        inputs.get(0),
                        output,
                        window,
                        multiplies ? settings.whole("multiplier") : 1,
                        settings.flag("bias"),
                        Initializer.from(settings),
                        settings.real("l1"),
                        settings.real("l2")),
                new Op.Activate(Activation.from(settings), output.size()));
    }
}
