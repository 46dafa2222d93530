package org.netloom.training;

import static org.netloom.layers.Parameter.below;
import static org.netloom.layers.Parameter.between;
import static org.netloom.layers.Parameter.choice;
import static org.netloom.layers.Parameter.flag;
import static org.netloom.layers.Parameter.optionalWhole;
import static org.netloom.layers.Parameter.real;
import static org.netloom.layers.Parameter.reference;
import static org.netloom.layers.Parameter.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netloom.datasets.SplitSpec;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Value;
import org.netloom.layers.Activation;
import org.netloom.layers.Parameter;
import org.netloom.layers.Parameter.Option;
import org.netloom.layers.Settings;

/** The training plan as a form: every setting described once, for the page, the API and the checks. */
public final class PlanForm {

    private static final String DATA = "Data";
    private static final String LOSS = "Loss";
    private static final String OPTIMIZER = "Optimizer";
    private static final String SCHEDULE = "Learning rate schedule";
    private static final String BUDGET = "Length";
    private static final String CHECKS = "Validation";
    private static final String[] ADAMS = {"adam", "adamw", "adamax", "nadam", "amsgrad"};

    private static final List<Parameter> PARAMETERS = describe();

    private PlanForm() {}

    public static List<Parameter> parameters() {
        return PARAMETERS;
    }

    public static Settings settings(Map<String, Value> values) {
        return new Settings(PARAMETERS, values);
    }

    private static List<Parameter> describe() {
        List<Parameter> all = new ArrayList<>();
        data(all);
        all.add(choice("loss", "Loss", "auto", losses(), "What training makes small.")
                .in(LOSS));
        optimizer(all);
        schedule(all);
        budget(all);
        checks(all);
        return List.copyOf(all);
    }

    private static void data(List<Parameter> all) {
        all.add(reference("dataset", "Dataset", "dataset", "digits", "What the network learns from.")
                .in(DATA));
        all.add(choice(
                        "split",
                        "Split",
                        "fractions",
                        List.of(
                                option("fractions", "By fractions", "Shuffled with the seed, then cut."),
                                option(
                                        "standard",
                                        "The dataset's own",
                                        "Its own test part; validation is taken from the rest."),
                                option(
                                        "all",
                                        "Everything everywhere",
                                        "Trains, validates and tests on all examples; only for tiny course datasets.")),
                        "Which examples are for training, validation and testing.")
                .in(DATA));
        all.add(below("validationFraction", "Validation part", 0.15, 0, 1, "Share held out to watch the training.")
                .shownWhen("split", "fractions", "standard")
                .in(DATA));
        all.add(below("testFraction", "Test part", 0.15, 0, 1, "Share kept for the final evaluation.")
                .shownWhen("split", "fractions")
                .in(DATA));
        all.add(choice(
                        "normalization",
                        "Normalisation",
                        "none",
                        List.of(
                                option("none", "None", "As the data comes; images are 0…1."),
                                option("min-max", "Min–max", "Each feature to 0…1."),
                                option("standardize", "Standardise", "Each feature to mean 0 and deviation 1.")),
                        "Fitted on the training part only.")
                .in(DATA));
    }

    private static List<Option> losses() {
        List<Option> losses = new ArrayList<>();
        losses.add(option(
                "auto",
                "Suiting the output",
                "Cross-entropy after softmax, binary cross-entropy after sigmoid, else mean squared error."));
        for (Loss loss : Loss.values()) {
            losses.add(loss.option());
        }
        return losses;
    }

    private static void optimizer(List<Parameter> all) {
        all.add(choice(
                        "optimizer",
                        "Optimizer",
                        "adam",
                        List.of(
                                new Option("sgd", "SGD", "Plain gradient descent.", "w ← w − η g"),
                                new Option(
                                        "momentum",
                                        "Momentum",
                                        "Keeps rolling in the direction it went.",
                                        "v ← μ v − η g, w ← w + v"),
                                new Option(
                                        "nesterov",
                                        "Nesterov momentum",
                                        "Momentum that looks ahead.",
                                        "w ← w − μ v + (1 + μ) v′"),
                                new Option(
                                        "adagrad",
                                        "Adagrad",
                                        "Smaller steps where gradients were large.",
                                        "w ← w − η g / (√Σg² + ε)"),
                                new Option("rmsprop", "RMSprop", "Adagrad that forgets.", "w ← w − η g / √(s + ε)"),
                                new Option(
                                        "adam",
                                        "Adam",
                                        "Momentum and RMSprop together; a good first choice.",
                                        "w ← w − η m̂ / (√v̂ + ε)"),
                                new Option(
                                        "adamw",
                                        "AdamW",
                                        "Adam with decoupled weight decay.",
                                        "w ← w − η (m̂ / (√v̂ + ε) + λ w)"),
                                new Option(
                                        "adadelta",
                                        "Adadelta",
                                        "Needs no learning rate.",
                                        "w ← w − g √(u + ε) / √(s + ε)"),
                                new Option("adamax", "AdaMax", "Adam with the infinity norm.", "w ← w − η m̂ / u"),
                                new Option("nadam", "Nadam", "Adam with Nesterov momentum.", ""),
                                new Option("amsgrad", "AMSGrad", "Adam that keeps the largest second moment.", "")),
                        "How gradients become changes of the weights.")
                .in(OPTIMIZER));
        all.add(between("learningRate", "Learning rate η", 0.001, 0, 100, "Size of the steps.")
                .defaultsBy(
                        "optimizer",
                        Map.of(
                                "sgd", Value.of(0.1),
                                "momentum", Value.of(0.01),
                                "nesterov", Value.of(0.01),
                                "adagrad", Value.of(0.01)))
                .shownWhen(
                        "optimizer",
                        "sgd",
                        "momentum",
                        "nesterov",
                        "adagrad",
                        "rmsprop",
                        "adam",
                        "adamw",
                        "adamax",
                        "nadam",
                        "amsgrad")
                .in(OPTIMIZER));
        all.add(below("momentum", "Momentum μ", 0.9, 0, 1, "How much of the last step is kept.")
                .shownWhen("optimizer", "momentum", "nesterov")
                .in(OPTIMIZER));
        all.add(below("decay", "Decay ρ", 0.95, 0, 1, "How much of the past squares is kept.")
                .shownWhen("optimizer", "rmsprop", "adadelta")
                .in(OPTIMIZER));
        all.add(below("beta1", "β₁", 0.9, 0, 1, "Decay of the first moment.")
                .shownWhen("optimizer", ADAMS)
                .in(OPTIMIZER));
        all.add(below("beta2", "β₂", 0.999, 0, 1, "Decay of the second moment.")
                .shownWhen("optimizer", ADAMS)
                .in(OPTIMIZER));
        all.add(between("epsilon", "ε", 1e-8, 0, 1, "Keeps the division finite.")
                .defaultsBy("optimizer", Map.of("adagrad", Value.of(1e-6), "adadelta", Value.of(1e-6)))
                .shownWhen("optimizer", "adagrad", "rmsprop", "adadelta", "adam", "adamw", "adamax", "nadam", "amsgrad")
                .in(OPTIMIZER));
        all.add(real("weightDecay", "Weight decay λ", 0.01, 0, 10, "How fast unused weights shrink.")
                .shownWhen("optimizer", "adamw")
                .in(OPTIMIZER));
        all.add(choice(
                        "clipping",
                        "Gradient clipping",
                        "none",
                        List.of(
                                option("none", "None", "Gradients as they are."),
                                option("value", "By value", "Each element is cut to ± the threshold."),
                                option("norm", "By norm", "Each layer's gradient is scaled down to the threshold.")),
                        "Keeps single large gradients from throwing the training off.")
                .in(OPTIMIZER));
        all.add(between("clipThreshold", "Clip threshold", 1, 0, 1e6, "Largest element or norm.")
                .shownWhen("clipping", "value", "norm")
                .in(OPTIMIZER));
    }

    private static void schedule(List<Parameter> all) {
        all.add(choice(
                        "schedule",
                        "Schedule",
                        "constant",
                        List.of(
                                new Option("constant", "Constant", "The same rate all the time.", "η"),
                                new Option("step", "Step", "Multiplied by a factor at intervals.", "η · f^⌊t / every⌋"),
                                new Option(
                                        "exponential", "Exponential", "Multiplied by a factor each time.", "η · f^t"),
                                new Option("inverse", "Inverse", "Falls quickly, then slowly.", "η / (1 + f t)^p"),
                                new Option(
                                        "polynomial",
                                        "Polynomial",
                                        "Falls to zero over the length.",
                                        "η (1 − t / T)^p")),
                        "How the learning rate changes over time.")
                .in(SCHEDULE));
        all.add(choice(
                        "scheduleClock",
                        "Counted in",
                        "epoch",
                        List.of(option("epoch", "Epochs", ""), option("iteration", "Iterations", "")),
                        "What t counts.")
                .shownWhen("schedule", "step", "exponential", "inverse", "polynomial")
                .in(SCHEDULE));
        all.add(between(
                        "scheduleFactor",
                        "Factor f",
                        0.5,
                        0,
                        10,
                        "By what the rate is multiplied (inverse: how fast it falls).")
                .defaultsBy("schedule", Map.of("exponential", Value.of(0.95), "inverse", Value.of(0.1)))
                .shownWhen("schedule", "step", "exponential", "inverse")
                .in(SCHEDULE));
        all.add(whole("scheduleEvery", "Every", 5, 1, 1_000_000_000L, "Length of a step.")
                .shownWhen("schedule", "step")
                .in(SCHEDULE));
        all.add(between("schedulePower", "Power p", 1, 0, 10, "How sharply it falls.")
                .shownWhen("schedule", "inverse", "polynomial")
                .in(SCHEDULE));
        all.add(whole("scheduleLength", "Length T", 10, 1, 1_000_000_000L, "When the rate has fallen to zero.")
                .shownWhen("schedule", "polynomial")
                .in(SCHEDULE));
    }

    private static void budget(List<Parameter> all) {
        all.add(choice(
                        "budget",
                        "Train for",
                        "epochs",
                        List.of(
                                option("epochs", "Epochs", "Passes over the training part."),
                                option("iterations", "Iterations", "Steps of one batch each.")),
                        "When training is done.")
                .in(BUDGET));
        all.add(whole("epochs", "Epochs", 5, 1, 1_000_000, "Passes over the training part.")
                .shownWhen("budget", "epochs")
                .in(BUDGET));
        all.add(whole("iterations", "Iterations", 1000, 1, 1_000_000_000L, "Steps of one batch each.")
                .shownWhen("budget", "iterations")
                .in(BUDGET));
        all.add(whole("batchSize", "Batch size", 64, 1, 1_000_000, "Examples in one step.")
                .in(BUDGET, "examples"));
        all.add(flag("shuffle", "Shuffle", true, "Another order of the examples in every epoch.")
                .in(BUDGET));
        all.add(whole("seed", "Seed", 42, 0, Long.MAX_VALUE, "The same seed gives the same training, bit for bit.")
                .in(BUDGET));
    }

    private static void checks(List<Parameter> all) {
        all.add(choice(
                        "validateOn",
                        "Validate on",
                        "validation",
                        List.of(
                                option("validation", "Validation part", "Held out for that purpose."),
                                option(
                                        "test",
                                        "Test part",
                                        "As some texts do; its figures are then no longer independent.")),
                        "On what the network is checked while it trains.")
                .in(CHECKS));
        all.add(optionalWhole("validateEvery", "Also every", 1, 1_000_000_000L, "Checks between epochs, too.")
                .in(CHECKS, "iterations"));
        all.add(flag("earlyStopping", "Early stopping", false, "Stops when the validation loss no longer falls.")
                .in(CHECKS));
        all.add(whole("patience", "Patience", 5, 1, 100_000, "Epochs without improvement before stopping.")
                .shownWhen("earlyStopping", "true")
                .in(CHECKS, "epochs"));
        all.add(real("minDelta", "Least improvement", 0, 0, 1e6, "A smaller fall does not count.")
                .shownWhen("earlyStopping", "true")
                .in(CHECKS));
        all.add(flag("restoreBest", "Keep the best weights", true, "Ends with the weights of the best epoch.")
                .shownWhen("earlyStopping", "true")
                .in(CHECKS));
    }

    private static Option option(String id, String label, String help) {
        return new Option(id, label, help, "");
    }

    /** The plan that these settings mean for a network with this output, or what is wrong with them. */
    public static Result<TrainingPlan> plan(Map<String, Value> values, Activation output) {
        Settings settings = settings(values);
        List<Problem> problems = settings.problems();
        if (!problems.isEmpty()) {
            return Result.refused(problems);
        }
        return Result.ok(new TrainingPlan(
                settings.choice("dataset"),
                new SplitSpec(
                        settings.choice("split"),
                        settings.real("validationFraction"),
                        settings.real("testFraction"),
                        settings.whole("seed")),
                settings.choice("normalization"),
                Loss.byId(settings.choice("loss"), output),
                settings.choice("loss").equals("auto"),
                optimizer(settings),
                settings.real("learningRate"),
                schedule(settings),
                new TrainingPlan.Clipping(
                        TrainingPlan.Clipping.Kind.valueOf(
                                settings.choice("clipping").toUpperCase(java.util.Locale.ROOT)),
                        settings.real("clipThreshold")),
                (int) settings.whole("batchSize"),
                settings.flag("shuffle"),
                settings.choice("budget").equals("epochs")
                        ? new TrainingPlan.Budget.Epochs((int) settings.whole("epochs"))
                        : new TrainingPlan.Budget.Iterations(settings.whole("iterations")),
                settings.whole("seed"),
                settings.value("validateEvery").map(value -> (int) settings.whole("validateEvery")),
                settings.choice("validateOn").equals("test"),
                settings.flag("earlyStopping")
                        ? Optional.of(new TrainingPlan.EarlyStopping(
                                (int) settings.whole("patience"),
                                settings.real("minDelta"),
                                settings.flag("restoreBest")))
                        : Optional.empty()));
    }

    private static Optimizer optimizer(Settings settings) {
        double epsilon = settings.real("epsilon");
        double beta1 = settings.real("beta1");
        double beta2 = settings.real("beta2");
        return switch (settings.choice("optimizer")) {
            case "sgd" -> new Optimizer.Sgd();
            case "momentum" -> new Optimizer.Momentum(settings.real("momentum"));
            case "nesterov" -> new Optimizer.Nesterov(settings.real("momentum"));
            case "adagrad" -> new Optimizer.Adagrad(epsilon);
            case "rmsprop" -> new Optimizer.RmsProp(settings.real("decay"), epsilon);
            case "adam" -> new Optimizer.Adam(beta1, beta2, epsilon);
            case "adamw" -> new Optimizer.AdamW(beta1, beta2, epsilon, settings.real("weightDecay"));
            case "adadelta" -> new Optimizer.Adadelta(settings.real("decay"), epsilon);
            case "adamax" -> new Optimizer.AdaMax(beta1, beta2, epsilon);
            case "nadam" -> new Optimizer.Nadam(beta1, beta2, epsilon);
            case "amsgrad" -> new Optimizer.AmsGrad(beta1, beta2, epsilon);
            default -> throw new IllegalStateException("No optimizer " + settings.choice("optimizer"));
        };
    }

    private static Schedule schedule(Settings settings) {
        Schedule.Clock clock =
                settings.choice("scheduleClock").equals("epoch") ? Schedule.Clock.EPOCH : Schedule.Clock.ITERATION;
        double factor = settings.real("scheduleFactor");
        double power = settings.real("schedulePower");
        return switch (settings.choice("schedule")) {
            case "constant" -> new Schedule.Constant();
            case "step" -> new Schedule.Step(clock, factor, settings.whole("scheduleEvery"));
            case "exponential" -> new Schedule.Exponential(clock, factor);
            case "inverse" -> new Schedule.Inverse(clock, factor, power);
            case "polynomial" -> new Schedule.Polynomial(clock, power, (int) settings.whole("scheduleLength"));
            default -> throw new IllegalStateException("No schedule " + settings.choice("schedule"));
        };
    }
}
