package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.netloom.design.Arity;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class VaeSampling implements LayerType {

    @Override
    public String id() {
        return "vae-sampling";
    }

    @Override
    public String label() {
        return "VAE sampling";
    }

    @Override
    public Category category() {
        return Category.MERGING;
    }

    @Override
    public String icon() {
        return "bell";
    }

    @Override
    public String help() {
        return "The code of a variational autoencoder: the first input is the mean, the second the logarithm of the variance, "
                + "and while training a random code is drawn from that normal distribution. Its distance from the standard "
                + "normal distribution is added to the loss. Predictions use the mean.";
    }

    @Override
    public String formula() {
        return "z = μ + exp(½ ln σ²) ε, ε ~ N(0, 1);  loss + w · −½ Σ (1 + ln σ² − μ² − σ²)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.real(
                "klWeight",
                "Weight of the divergence w",
                1,
                0,
                1e6,
                "How much the distance from the standard normal distribution counts; below 1 pictures get sharper and the "
                        + "space of codes less tidy."));
    }

    @Override
    public Arity arity() {
        return new Arity(2, 2, true);
    }

    @Override
    public String summary(Settings settings) {
        double weight = settings.real("klWeight");
        return weight == 1 ? "" : "w = " + Value.of(weight).text();
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape mean = inputs.get(0);
        Shape logVariance = inputs.get(1);
        if (mean instanceof Shape.Vector && mean.equals(logVariance)) {
            return Fit.of(mean);
        }
        List<Fit.Remedy> remedies = new ArrayList<>();
        if (mean instanceof Shape.Vector && logVariance instanceof Shape.Vector) {
            remedies.add(new Fit.Remedy.Insert(
                    "Insert Dense before input 2 → " + mean.size(),
                    1,
                    "dense",
                    Map.of("units", Value.of(mean.size()), "activation", Value.of("identity"))));
        } else if (mean.equals(logVariance)) {
            return new Fit.Misfit(
                    "shape-mismatch",
                    null,
                    "its inputs are " + mean.text() + ".",
                    "It takes two flat vectors.",
                    "Put a Flatten before each.",
                    List.of());
        }
        return new Fit.Misfit(
                "shape-mismatch",
                null,
                "the mean is " + mean.text() + " but the log-variance is " + logVariance.text() + ".",
                "Both are flat vectors of the same size.",
                "Give the layers before it the same number of units.",
                remedies);
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.Sample(inputs.get(0).size(), settings.real("klWeight")));
    }
}
