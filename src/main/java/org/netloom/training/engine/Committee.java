package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.netloom.layers.Network;
import org.netloom.layers.Op;
import org.netloom.training.TrainingJob;

/**
 * One network made of several: all behind the same inputs, side by side, and each output the weighted mean of theirs. Inputs and
 * outputs keep their ids and names.
 */
final class Committee {

    private Committee() {}

    /** @param weights one a member */
    static Network network(Network member, List<Double> weights) {
        List<Network.Node> nodes = new ArrayList<>();
        Set<String> inputs = Set.copyOf(member.inputs());
        member.nodes().stream().filter(node -> inputs.contains(node.id())).forEach(nodes::add);
        for (int number = 1; number <= weights.size(); number++) {
            String prefix = prefix(number);
            for (Network.Node node : member.nodes()) {
                if (!inputs.contains(node.id())) {
                    nodes.add(new Network.Node(
                            prefix + node.id(),
                            prefix + node.name(),
                            node.type(),
                            withoutGoal(node.ops()),
                            node.from().stream()
                                    .map(id -> inputs.contains(id) ? id : prefix + id)
                                    .toList(),
                            node.output()));
                }
            }
        }
        member.outputs().stream()
                .map(id -> member.node(id).orElseThrow())
                .forEach(output -> nodes.add(mean(output, weights)));
        return new Network(nodes, member.inputs(), member.outputs());
    }

    private static Network.Node mean(Network.Node output, List<Double> weights) {
        List<String> from = new ArrayList<>();
        for (int number = 1; number <= weights.size(); number++) {
            from.add(prefix(number) + output.id());
        }
        List<Op> ops = new ArrayList<>(List.of(new Op.Mean(weights, output.output(), output.activation())));
        Optional<Op.Compare> goal = output.goal();
        goal.ifPresent(ops::add);
        return new Network.Node(output.id(), output.name(), "committee", ops, from, output.output());
    }

    private static List<Op> withoutGoal(List<Op> ops) {
        return ops.stream().filter(op -> !(op instanceof Op.Compare)).toList();
    }

    private static String prefix(int number) {
        return number + " · ";
    }

    /** @param parameters one array a member, in the engine's order */
    static Engine engine(TrainingJob job, List<Double> weights, List<float[]> parameters) {
        Engine committee = new Engine(job.with(network(job.network(), weights)));
        Engine member = new Engine(job);
        for (int number = 1; number <= weights.size(); number++) {
            member.setParameters(parameters.get(number - 1));
            for (Map.Entry<String, INDArray> part : member.graph().paramTable().entrySet()) {
                committee.graph().getParam(prefix(number) + part.getKey()).assign(part.getValue());
            }
        }
        committee.setParameters(NativeArrays.floats(committee.graph().params()));
        return committee;
    }
}
