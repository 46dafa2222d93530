package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.netloom.layers.Activation;
import org.netloom.layers.Op;
import org.netloom.layers.Window;
import org.netloom.training.TrainingPlan;

/** Convolutions in DL4J's words. */
final class ConvLayers {

    private ConvLayers() {}

    /** @param first whether the input is data */
    static FeedForwardLayer of(Op.Conv conv, Activation activation, boolean first, TrainingPlan plan, Purpose purpose) {
        return switch (conv.kind()) {
            case FULL ->
                conv.window().directions() == 1
                        ? slide(
                                        new Convolution1DLayer.Builder().rnnDataFormat(RNNFormat.NCW),
                                        conv,
                                        activation,
                                        plan,
                                        purpose)
                                .build()
                        : plane(slide(new ConvolutionLayer.Builder(), conv, activation, plan, purpose), first, purpose);
            case TRANSPOSED ->
                slide(new Deconvolution2D.Builder(), conv, activation, plan, purpose)
                        .build();
            case DEPTHWISE ->
                slide(
                                new DepthwiseConvolution2D.Builder()
                                        .depthMultiplier(Math.toIntExact(conv.multiplier())),
                                conv,
                                activation,
                                plan,
                                purpose)
                        .build();
        };
    }

    private static ConvolutionLayer plane(ConvolutionLayer.Builder builder, boolean first, Purpose purpose) {
        return purpose == Purpose.TRAINING ? new FastConvolution(builder, first) : builder.build();
    }

    private static <B extends ConvolutionLayer.BaseConvBuilder<B>> B slide(
            B builder, Op.Conv conv, Activation activation, TrainingPlan plan, Purpose purpose) {
        Window window = conv.window();
        builder.kernelSize(ints(window.kernel()))
                .stride(ints(window.stride()))
                .dilation(ints(window.dilation()))
                .convolutionMode(mode(window, conv.input(), conv.kind() == Op.Conv.Kind.TRANSPOSED))
                .hasBias(conv.bias());
        return Weights.configure(
                builder.nIn(conv.channels()).nOut(conv.filters()),
                activation,
                conv.initializer(),
                conv.l1(),
                conv.l2(),
                plan,
                purpose);
    }

    /** DL4J refuses padding below zero, which a stride larger than the kernel asks for; there, both kinds are the same. */
    static ConvolutionMode mode(Window window, org.netloom.design.Shape input, boolean spreads) {
        if (window.padding() == Window.Padding.CAUSAL) {
            return ConvolutionMode.Causal;
        }
        boolean pads = spreads;
        for (int i = 0; i < window.directions(); i++) {
            pads |= window.zeros(i, input.dims().get(i + 1)) > 0;
        }
        return window.padding() == Window.Padding.SAME && pads ? ConvolutionMode.Same : ConvolutionMode.Truncate;
    }

    static List<Lowered.Start> starts(String layer, Op.Conv conv) {
        double area = conv.window().area();
        double in = area * conv.channels();
        List<Lowered.Start> starts = new ArrayList<>();
        starts.add(
                switch (conv.kind()) {
                    case FULL -> weights(layer, "W", conv, in, area * conv.filters());
                    case TRANSPOSED -> weights(layer, "W", conv, in, area * conv.filters());
                    case DEPTHWISE -> weights(layer, "W", conv, in, area * conv.multiplier());
                });
        if (conv.bias()) {
            starts.add(new Lowered.Start(layer, "b", new Lowered.From.Constant(0)));
        }
        return starts;
    }

    private static Lowered.Start weights(String layer, String name, Op.Conv conv, double fanIn, double fanOut) {
        return new Lowered.Start(layer, name, new Lowered.From.Drawn(conv.initializer(), fanIn, fanOut));
    }

    static int[] ints(List<Long> sizes) {
        return sizes.stream().mapToInt(Math::toIntExact).toArray();
    }
}
