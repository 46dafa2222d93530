package org.netloom.layers;

import java.util.List;
import java.util.Optional;
import org.netloom.design.Shape;

/**
 * A sound design taken apart into operations, ready for any target.
 *
 * @param nodes in an order in which every node comes after those that feed it
 * @param inputs ids of the nodes where data enters, from top left to bottom right
 * @param outputs ids of the nodes that are compared with the targets, from top left to bottom right
 */
public record Network(List<Node> nodes, List<String> inputs, List<String> outputs) {

    public Network {
        nodes = List.copyOf(nodes);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * One layer of the design.
     *
     * @param id the layer's id in the design
     * @param name the layer's name, by which a downloaded model calls it
     * @param ops applied one after the other
     * @param from ids of the nodes that feed it, in order
     */
    public record Node(String id, String name, String type, List<Op> ops, List<String> from, Shape output) {
        public Node {
            ops = List.copyOf(ops);
            from = List.copyOf(from);
        }

        /** The last activation that it applies; of a mean the one that was applied before. */
        public Activation activation() {
            Activation last = Activation.IDENTITY;
            for (Op op : ops) {
                if (op instanceof Op.Activate activate) {
                    last = activate.activation();
                } else if (op instanceof Op.Mean mean) {
                    last = mean.of();
                }
            }
            return last;
        }

        /** With what it is compared, where it ends the network. */
        public Optional<Op.Compare> goal() {
            return ops.stream()
                    .filter(Op.Compare.class::isInstance)
                    .map(Op.Compare.class::cast)
                    .findFirst();
        }
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    public long parameters() {
        return nodes.stream()
                .flatMap(node -> node.ops().stream())
                .mapToLong(Op::parameters)
                .reduce(0, Saturating::plus);
    }

    /** Activation of the (first) output, by which a fitting loss is chosen. */
    public Activation outputActivation() {
        return node(outputs.get(0)).orElseThrow().activation();
    }
}
