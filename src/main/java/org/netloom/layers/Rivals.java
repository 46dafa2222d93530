package org.netloom.layers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A generative adversarial network taken apart at the layer where real and generated data meet.
 *
 * @param generator from the noise to what is generated; its output is the node where both meet, which passes on what it gets
 * @param discriminator from there to the one output
 * @param meeting id of the node where both meet
 * @param rules how they learn in turn
 */
public record Rivals(Network generator, Network discriminator, String meeting, Op.RealOrGenerated rules) {

    /** The two of an adversarial network; empty for every other one. */
    public static Optional<Rivals> of(Network network) {
        return network.nodes().stream()
                .filter(node -> node.ops().get(0) instanceof Op.RealOrGenerated)
                .findFirst()
                .filter(meeting -> isGenerated(network, meeting.from().get(1)))
                .map(meeting -> apart(network, meeting));
    }

    /** Whether it is made of nothing but noise. */
    private static boolean isGenerated(Network network, String last) {
        Set<String> before = before(network, last);
        return network.nodes().stream()
                .filter(node -> before.contains(node.id()) && node.from().isEmpty())
                .allMatch(node -> node.ops().get(0) instanceof Op.Noise);
    }

    private static Rivals apart(Network network, Network.Node meeting) {
        Set<String> generating = before(network, meeting.from().get(1));
        List<Network.Node> generator = new ArrayList<>();
        List<Network.Node> discriminator = new ArrayList<>();
        Set<String> judging = new LinkedHashSet<>(List.of(meeting.id()));
        Op.RealOrGenerated both = (Op.RealOrGenerated) meeting.ops().get(0);
        for (Network.Node node : network.nodes()) {
            if (node.id().equals(meeting.id())) {
                discriminator.add(with(node, List.of(new Op.Feed(both.shape()), both), List.of()));
            } else if (generating.contains(node.id())) {
                generator.add(node);
            } else if (node.from().stream().anyMatch(judging::contains)) {
                judging.add(node.id());
                discriminator.add(node);
            }
        }
        generator.add(with(
                meeting,
                List.of(
                        new Op.Activate(Activation.IDENTITY, meeting.output().size()),
                        new Op.Compare(Op.Compare.With.RIVAL, 1)),
                List.of(meeting.from().get(1))));
        List<String> noises =
                network.inputs().stream().filter(generating::contains).toList();
        return new Rivals(
                new Network(generator, noises, List.of(meeting.id())),
                new Network(discriminator, List.of(meeting.id()), network.outputs()),
                meeting.id(),
                both);
    }

    private static Network.Node with(Network.Node node, List<Op> ops, List<String> from) {
        return new Network.Node(node.id(), node.name(), node.type(), ops, from, node.output());
    }

    private static Set<String> before(Network network, String last) {
        Set<String> before = new LinkedHashSet<>(List.of(last));
        for (Network.Node node : network.nodes().reversed()) {
            if (before.contains(node.id())) {
                before.addAll(node.from());
            }
        }
        return before;
    }
}
