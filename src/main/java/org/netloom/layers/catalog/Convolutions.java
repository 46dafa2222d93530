package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.netloom.design.Shape;
import org.netloom.layers.Activation;
import org.netloom.layers.Fit;
import org.netloom.layers.Initializer;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Saturating;
import org.netloom.layers.Settings;
import org.netloom.layers.Window;

/** What the convolutions share. */
record Convolutions(Kind kind, int directions) {

    /** Which of the family. */
    enum Kind {
        FULL,
        TRANSPOSED,
        DEPTHWISE,
        /** Depthwise, then 1 × 1 across the channels. */
        SEPARABLE
    }

    private static final long MOST_FILTERS = 1_000_000_000L;

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (kind == Kind.DEPTHWISE) {
            parameters.add(multiplier());
        } else {
            parameters.add(Parameter.whole(
                    "filters", "Filters", 32, 1, MOST_FILTERS, "How many kernels it learns; each gives one channel."));
        }
        parameters.add(Windows.sizes(directions, "kernel", "Kernel", 3, "What a kernel sees at once."));
        parameters.add(Windows.sizes(directions, "stride", "Stride", spreads() ? 2 : 1, "How far it moves each time."));
        if (directions == 1) {
            parameters.add(Windows.padding(Window.Padding.VALID, Window.Padding.SAME, Window.Padding.CAUSAL));
        } else {
            parameters.add(
                    spreads()
                            ? Windows.padding(Window.Padding.SAME, Window.Padding.VALID)
                            : Windows.padding(Window.Padding.VALID, Window.Padding.SAME));
        }
        if (!spreads()) {
            parameters.add(Windows.sizes(
                    directions, "dilation", "Dilation", 1, "Spreads the kernel: 2 looks at every second number."));
        }
        if (kind == Kind.SEPARABLE) {
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

    private boolean spreads() {
        return kind == Kind.TRANSPOSED;
    }

    private static Parameter multiplier() {
        return Parameter.whole(
                "multiplier", "Depth multiplier", 1, 1, 1_000_000, "How many kernels look at each channel.");
    }

    String summary(Settings settings) {
        String often = kind == Kind.DEPTHWISE ? "×" + settings.whole("multiplier") : "" + settings.whole("filters");
        return often + " · " + window(settings).text() + " · "
                + Activation.from(settings).kind().label();
    }

    Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        if (directions == 2 && !(input instanceof Shape.Image)) {
            return Misfits.needsImage(input, kind == Kind.FULL ? "conv1d" : "");
        }
        if (directions == 1 && !(input instanceof Shape.Sequence)) {
            return Misfits.needsSequence(input, "conv2d");
        }
        if (Activation.from(settings).kind() == Activation.Kind.SOFTMAX) {
            return softmax();
        }
        Window window = window(settings);
        Optional<Fit> misfit = spreads()
                ? Windows.gap(window, other -> output(input, other, settings))
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
        long filters = kind == Kind.DEPTHWISE
                ? Saturating.times(channels, settings.whole("multiplier"))
                : settings.whole("filters");
        if (!spreads()) {
            return Windows.slid(input, window, filters);
        }
        List<Long> dims = new ArrayList<>(List.of(filters));
        for (int i = 0; i < directions; i++) {
            dims.add(window.spread(i, input.dims().get(i + 1)));
        }
        return Shape.of(dims);
    }

    private Window window(Settings settings) {
        List<Long> ones = Collections.nCopies(directions, 1L);
        return new Window(
                Windows.sizes(directions, settings, "kernel").orElse(ones),
                Windows.sizes(directions, settings, "stride").orElse(ones),
                spreads()
                        ? ones
                        : Windows.sizes(directions, settings, "dilation").orElse(ones),
                Windows.padding(settings));
    }

    List<Op> lower(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        Window window = window(settings);
        Shape output = output(input, window, settings);
        long multiplier = kind == Kind.DEPTHWISE || kind == Kind.SEPARABLE ? settings.whole("multiplier") : 1;
        boolean bias = settings.flag("bias");
        Op activate = new Op.Activate(Activation.from(settings), output.size());
        return switch (kind) {
            case FULL -> List.of(conv(Op.Conv.Kind.FULL, input, output, window, 1, bias, settings), activate);
            case TRANSPOSED ->
                List.of(conv(Op.Conv.Kind.TRANSPOSED, input, output, window, 1, bias, settings), activate);
            case DEPTHWISE ->
                List.of(conv(Op.Conv.Kind.DEPTHWISE, input, output, window, multiplier, bias, settings), activate);
            case SEPARABLE -> {
                Shape between = Windows.slid(
                        input, window, Saturating.times(input.dims().get(0), multiplier));
                List<Long> ones = Collections.nCopies(directions, 1L);
                Window point = new Window(ones, ones, ones, Window.Padding.VALID);
                yield List.of(
                        conv(Op.Conv.Kind.DEPTHWISE, input, between, window, multiplier, false, settings),
                        conv(Op.Conv.Kind.FULL, between, output, point, 1, bias, settings),
                        activate);
            }
        };
    }

    private static Op conv(
            Op.Conv.Kind kind,
            Shape input,
            Shape output,
            Window window,
            long multiplier,
            boolean bias,
            Settings settings) {
        return new Op.Conv(
                kind,
                input,
                output,
                window,
                multiplier,
                bias,
                Initializer.from(settings),
                settings.real("l1"),
                settings.real("l2"));
    }
}
