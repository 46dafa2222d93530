package org.netloom.training;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.netloom.datasets.DatasetInfo;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.Activation;
import org.netloom.layers.Network;
import org.netloom.layers.Op;

/** Whether a sound design with Noise or Real or generated can be trained as a generator against a discriminator. */
final class AdversarialFit {

    private final Design design;
    private final Network network;
    private final DatasetInfo data;
    private final TrainingPlan plan;
    private final List<Problem> problems = new ArrayList<>();

    private AdversarialFit(Design design, Network network, DatasetInfo data, TrainingPlan plan) {
        this.design = design;
        this.network = network;
        this.data = data;
        this.plan = plan;
    }

    /** Whether the rules of adversarial training hold for this network. */
    static boolean concerns(Network network) {
        return network.nodes().stream().anyMatch(node -> isNoise(node) || isMeeting(node));
    }

    private static boolean isNoise(Network.Node node) {
        return node.ops().stream().anyMatch(Op.Noise.class::isInstance);
    }

    private static boolean isMeeting(Network.Node node) {
        return node.ops().stream().anyMatch(Op.RealOrGenerated.class::isInstance);
    }

    static List<Problem> problems(Design design, Network network, DatasetInfo data, TrainingPlan plan) {
        AdversarialFit fit = new AdversarialFit(design, network, data, plan);
        List<Network.Node> meetings =
                network.nodes().stream().filter(AdversarialFit::isMeeting).toList();
        if (meetings.isEmpty()) {
            network.nodes().stream().filter(AdversarialFit::isNoise).forEach(fit::noiseAlone);
            return fit.problems;
        }
        if (meetings.size() > 1) {
            fit.problems.add(Problem.error(
                            "several-meetings",
                            "There are " + meetings.size() + " layers Real or generated.",
                            "A design holds one generator and one discriminator.",
                            "Keep one of them.")
                    .at(meetings.get(1).id()));
            return fit.problems;
        }
        fit.sides(meetings.get(0));
        if (fit.problems.isEmpty()) {
            fit.bypasses(meetings.get(0));
            fit.output();
            fit.range(meetings.get(0));
        }
        fit.settings();
        return fit.problems;
    }

    private void noiseAlone(Network.Node noise) {
        problems.add(Problem.error(
                        "noise-alone",
                        noise.name() + " begins a generator, but nothing tells generated from real.",
                        "What is made of Noise leads to input 2 of Real or generated, real data to input 1.",
                        "Add Real or generated, or use an Input instead of Noise.")
                .at(noise.id()));
    }

    private void sides(Network.Node meeting) {
        Set<String> real = before(meeting.from().get(0));
        Set<String> generated = before(meeting.from().get(1));
        Optional<Network.Node> data = first(generated, node -> node.from().isEmpty() && !isNoise(node));
        Optional<Network.Node> noise = first(real, AdversarialFit::isNoise);
        if (data.isPresent() && noise.isPresent()) {
            problems.add(Problem.error(
                            "sides-swapped",
                            meeting.name() + " gets generated data as input 1 and real data as input 2.",
                            "Input 1 is real data, input 2 what is generated.",
                            "Swap its two wires.")
                    .at(meeting.id())
                    .with(List.of(new Repair("Swap the two wires", swapped(meeting)))));
        } else if (data.isPresent()) {
            problems.add(Problem.error(
                            "generator-takes-data",
                            data.get().name() + " feeds the generator.",
                            "A generator makes everything of Noise; data only enters at input 1 of " + meeting.name()
                                    + ".",
                            "Let the generator begin with Noise.")
                    .at(data.get().id()));
        } else if (noise.isPresent()) {
            problems.add(Problem.error(
                            "real-is-noise",
                            noise.get().name() + " leads to input 1 of " + meeting.name() + ", where real data enters.",
                            "Input 1 comes from an Input.",
                            "Connect an Input there.")
                    .at(noise.get().id()));
        }
        if (!problems.isEmpty()) {
            return;
        }
        first(real, node -> !node.from().isEmpty() && !isReshaping(node))
                .ifPresent(node -> problems.add(Problem.error(
                                "real-is-changed",
                                node.name() + " changes the real data before the discriminator sees it.",
                                "Between the Input and " + meeting.name() + " data may only be reshaped.",
                                "Move the layer behind " + meeting.name() + ", or remove it.")
                        .at(node.id())));
    }

    private static boolean isReshaping(Network.Node node) {
        return node.ops().stream().allMatch(Op.Reshape.class::isInstance);
    }

    private Edit swapped(Network.Node meeting) {
        List<Wire> into = design.into(meeting.id());
        return new Edit.Batch(List.of(
                new Edit.Disconnect(
                        new LinkedHashSet<>(into.stream().map(Wire::id).toList())),
                new Edit.Connect(into.reversed())));
    }

    /** Everything but the meeting takes what it gets from one side only. */
    private void bypasses(Network.Node meeting) {
        Set<String> before = before(meeting.id());
        Set<String> after = new LinkedHashSet<>(Set.of(meeting.id()));
        for (Network.Node node : network.nodes()) {
            if (before.contains(node.id())) {
                continue;
            }
            if (after.containsAll(node.from()) && !node.from().isEmpty()) {
                after.add(node.id());
                continue;
            }
            problems.add(Problem.error(
                            "goes-past",
                            node.name() + " gets something that does not come through " + meeting.name() + ".",
                            "The discriminator sees nothing but what is real or generated.",
                            "Remove the wire that goes past " + meeting.name() + ".")
                    .at(node.id()));
            return;
        }
    }

    private void output() {
        if (network.outputs().size() > 1) {
            problems.add(Problem.error(
                            "several-outputs",
                            "The discriminator has " + network.outputs().size() + " Outputs.",
                            "It says one thing: how likely what it sees is real.",
                            "Keep one Output.")
                    .at(network.outputs().get(1)));
            return;
        }
        Network.Node output = network.node(network.outputs().get(0)).orElseThrow();
        boolean neurons = output.ops().stream().anyMatch(Op.Linear.class::isInstance);
        boolean comparesInput = output.goal()
                .filter(goal -> goal.with() == Op.Compare.With.INPUT)
                .isPresent();
        if (!neurons || comparesInput || output.output().size() != 1) {
            problems.add(told(
                    output,
                    neurons && comparesInput ? "target" : "units",
                    output.name() + " gives " + output.output().text()
                            + (comparesInput ? " to be compared with the input." : "."),
                    neurons && comparesInput
                            ? set(output, "Learn the data's target", "target", Value.of("data"))
                            : neurons ? set(output, "Set units to 1", "units", Value.of(1)) : List.of()));
        } else if (output.activation().kind() != Activation.Kind.SIGMOID) {
            problems.add(told(
                    output,
                    "activation",
                    output.name() + " ends in " + output.activation().kind().label() + ".",
                    set(output, "Set activation to Sigmoid", "activation", Value.of("sigmoid"))));
        }
    }

    private static Problem told(Network.Node output, String parameter, String what, List<Repair> repairs) {
        return Problem.error(
                        "discriminator-output",
                        what,
                        "A discriminator ends in an Output of one sigmoid unit: the probability that what it sees is real.",
                        "Give the Output one unit and sigmoid.")
                .at(output.id())
                .of(parameter)
                .with(repairs);
    }

    private static List<Repair> set(Network.Node node, String label, String parameter, Value value) {
        return List.of(new Repair(label, new Edit.SetParameter(node.id(), parameter, value)));
    }

    /** A generator that cannot give the numbers that the data has is found out at once. */
    private void range(Network.Node meeting) {
        Network.Node last = network.node(meeting.from().get(1)).orElseThrow();
        while (isReshaping(last)) {
            last = network.node(last.from().get(0)).orElseThrow();
        }
        Activation.Kind kind = last.activation().kind();
        boolean symmetric = plan.normalization().equals("symmetric");
        boolean fromZero = !symmetric && !plan.normalization().equals("standardize");
        if (kind == Activation.Kind.TANH && fromZero) {
            warn(last, "Tanh gives −1…1, but the data is 0…1.", "sigmoid", "or normalise the data to −1…1 in the plan");
        } else if (kind == Activation.Kind.SIGMOID && !fromZero) {
            warn(last, "Sigmoid gives 0…1, but the data reaches below 0.", "tanh", "or leave the data at 0…1");
        }
    }

    private void warn(Network.Node node, String what, String activation, String or) {
        boolean set = design.layer(node.id())
                .filter(layer -> layer.values().containsKey("activation"))
                .isPresent();
        problems.add(new Problem(
                "generator-range",
                Problem.Severity.WARNING,
                node.id(),
                set ? "activation" : null,
                what,
                "The generator ends in an activation that gives what the data has.",
                "Change the activation, " + or + ".",
                set
                        ? set(
                                node,
                                "Set activation to "
                                        + Activation.Kind.byId(activation).label(),
                                "activation",
                                Value.of(activation))
                        : List.of()));
    }

    private void settings() {
        if (plan.loss() != Loss.BINARY_CROSS_ENTROPY && plan.loss() != Loss.MEAN_SQUARED_ERROR) {
            problems.add(Problem.error(
                            "adversarial-loss",
                            plan.loss().label() + " cannot tell real from generated.",
                            "A discriminator learns with binary cross-entropy (or with mean squared error: a least-squares GAN).",
                            "Choose “suiting the output”.")
                    .of("loss"));
        }
        if (plan.earlyStopping().isPresent()) {
            problems.add(Problem.error(
                            "adversarial-early-stopping",
                            "Early stopping is on, but two networks that learn against each other have no loss that should fall.",
                            "Their losses say how the game stands, not how good the samples are.",
                            "Switch early stopping off, and judge by the samples.")
                    .of("earlyStopping"));
        }
        if (data.hasCodes()) {
            problems.add(Problem.error(
                            "generates-codes",
                            data.name() + " consists of codes, which a generator would have to give as numbers.",
                            "Codes are names: there is nothing between two of them.",
                            "Choose a dataset of numbers or pictures.")
                    .of("dataset"));
        }
    }

    private Optional<Network.Node> first(Set<String> among, java.util.function.Predicate<Network.Node> wanted) {
        return network.nodes().stream()
                .filter(node -> among.contains(node.id()) && wanted.test(node))
                .findFirst();
    }

    private Set<String> before(String last) {
        Set<String> before = new LinkedHashSet<>(Set.of(last));
        for (Network.Node node : network.nodes().reversed()) {
            if (before.contains(node.id())) {
                before.addAll(node.from());
            }
        }
        return before;
    }
}
