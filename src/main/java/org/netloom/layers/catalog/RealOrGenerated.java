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

final class RealOrGenerated implements LayerType {

    private static final Arity REAL_AND_GENERATED = new Arity(2, 2, true);

    @Override
    public String id() {
        return "real-or-generated";
    }

    @Override
    public String label() {
        return "Real or generated";
    }

    @Override
    public Category category() {
        return Category.MERGING;
    }

    @Override
    public int place() {
        return 9;
    }

    @Override
    public String icon() {
        return "scale";
    }

    @Override
    public String help() {
        return "Makes a generative adversarial network (GAN; Goodfellow et al., 2014). Input 1 is real data, input 2 what a generator "
                + "makes of Noise. What comes after it is the discriminator, which learns to tell the two apart; its Output is one "
                + "sigmoid unit, the probability that what it sees is real. Both learn in turn: the discriminator D makes the value "
                + "V(D, G) large, the generator G makes it small. For a stronger gradient the generator lowers −log D(G(z)), as the "
                + "paper advises.";
    }

    @Override
    public String formula() {
        return "min_G max_D V(D, G) = E[log D(x)] + E[log(1 − D(G(z)))]";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.whole(
                        "discriminatorSteps",
                        "Discriminator steps",
                        1,
                        1,
                        100,
                        "Steps of the discriminator for each step of the generator."),
                Parameter.real(
                        "realTarget",
                        "Target for real data",
                        1,
                        0.5,
                        1,
                        "What the discriminator is to say of real data. A little less than 1 (one-sided label smoothing; 0.9 is usual) "
                                + "keeps it from being too sure."),
                Parameter.between(
                        "generatorRate",
                        "Generator's learning rate ×",
                        1,
                        0,
                        1000,
                        "By what the plan's learning rate is multiplied for the generator."));
    }

    @Override
    public Arity arity() {
        return REAL_AND_GENERATED;
    }

    @Override
    public String summary(Settings settings) {
        double target = settings.real("realTarget");
        return target == 1
                ? ""
                : "real → " + settings.value("realTarget").orElseThrow().text();
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape real = inputs.get(0);
        Shape generated = inputs.get(1);
        return generated.equals(real) ? Fit.of(real) : different(real, generated);
    }

    private static Fit different(Shape real, Shape generated) {
        List<Fit.Remedy> remedies = new ArrayList<>();
        if (real.size() == generated.size()) {
            remedies.add(reshape("Reshape what is generated → " + real.text(), 1, real));
            remedies.add(reshape("Reshape the real data → " + generated.text(), 0, generated));
        } else if (real instanceof Shape.Vector(long wanted) && generated instanceof Shape.Vector) {
            remedies.add(new Fit.Remedy.Insert(
                    "Insert Dense → " + wanted + " after the generator",
                    1,
                    "dense",
                    Map.of("units", Value.of(wanted), "activation", Value.of("identity"))));
        } else {
            if (!(generated instanceof Shape.Vector)) {
                remedies.add(new Fit.Remedy.Insert(
                        "Flatten what is generated → " + generated.size(), 1, "flatten", Map.of()));
            }
            if (!(real instanceof Shape.Vector)) {
                remedies.add(new Fit.Remedy.Insert("Flatten the real data → " + real.size(), 0, "flatten", Map.of()));
            }
        }
        return new Fit.Misfit(
                "shape-mismatch",
                null,
                "the real data is " + real.text() + " but what is generated is " + generated.text() + ".",
                "The discriminator sees both in the same shape.",
                "Let the generator end in the shape of the data.",
                remedies);
    }

    private static Fit.Remedy reshape(String label, int input, Shape to) {
        return new Fit.Remedy.Insert(label, input, "reshape", Map.of("shape", new Value.Dims(to.dims())));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.RealOrGenerated(
                inputs.get(0),
                (int) settings.whole("discriminatorSteps"),
                settings.real("realTarget"),
                settings.real("generatorRate")));
    }
}
