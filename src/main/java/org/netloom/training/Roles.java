package org.netloom.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.netloom.datasets.DatasetInfo;
import org.netloom.datasets.Target;
import org.netloom.design.Shape;
import org.netloom.layers.Network;
import org.netloom.layers.Op;

/**
 * Which part of an example each Input takes, and what each Output is compared with. An end takes all where its shape (for targets:
 * its size) is that of the data; vectors whose sizes add up to it share it in order.
 *
 * @param unfit ends for which no part was found
 */
public record Roles(List<Part> inputs, List<Goal> outputs, List<End> unfit) {

    public Roles {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        unfit = List.copyOf(unfit);
    }

    /** A layer where data enters or predictions come out. */
    public sealed interface End {
        /** The layer's id and name. */
        String node();

        String name();

        Shape shape();

        record Enter(String node, String name, Shape shape) implements End {}

        /** @param hasUnits it has neurons of its own, whose number can be set */
        record Leave(String node, String name, Shape shape, Op.Compare goal, boolean hasUnits) implements End {}

        /** The end that a layer with these operations is, if it is one. */
        static Optional<End> of(String node, String name, List<Op> ops, Shape output) {
            if (ops.get(0) instanceof Op.Feed feed) {
                return Optional.of(new Enter(node, name, feed.shape()));
            }
            boolean hasUnits = ops.stream().anyMatch(Op.Linear.class::isInstance);
            return ops.get(ops.size() - 1) instanceof Op.Compare goal
                    ? Optional.of(new Leave(node, name, output, goal, hasUnits))
                    : Optional.empty();
        }
    }

    /** The numbers {@code from … from + size − 1} of an example's features, for an Input. */
    public record Part(String node, Shape shape, int from) {
        public int size() {
            return Math.toIntExact(shape.size());
        }
    }

    /**
     * The numbers {@code from … from + size − 1} of an example's target (or of its features), for an Output.
     *
     * @param whole it learns the target on its own, not a part of it
     */
    public record Goal(String node, Shape shape, Op.Compare.With with, double weight, int from, boolean whole) {
        public int size() {
            return Math.toIntExact(shape.size());
        }
    }

    /** The ends of a network. */
    public static List<End> ends(Network network) {
        return Stream.concat(network.inputs().stream(), network.outputs().stream())
                .map(id -> network.node(id).orElseThrow())
                .flatMap(node -> End.of(node.id(), node.name(), node.ops(), node.output()).stream())
                .toList();
    }

    /** The ends of a network at which data enters. */
    static List<End> entering(Network network) {
        return ends(network).stream().filter(End.Enter.class::isInstance).toList();
    }

    static Roles of(List<End> ends, DatasetInfo data) {
        return of(ends, data.input(), data.target().outputs(), !(data.target() instanceof Target.Numbers));
    }

    /**
     * @param ends in the order in which they share
     * @param input shape of an example
     * @param targets numbers in an example's target; for classes one for each class
     * @param classes the target are classes: an Output of half the size learns the second of two classes
     */
    public static Roles of(List<End> ends, Shape input, int targets, boolean classes) {
        List<Part> parts = new ArrayList<>();
        List<Goal> goals = new ArrayList<>();
        List<End> rest = new ArrayList<>();
        for (End end : ends) {
            switch (end) {
                case End.Enter enter -> {
                    if (enter.shape().equals(input)) {
                        parts.add(new Part(enter.node(), input, 0));
                    } else {
                        rest.add(enter);
                    }
                }
                case End.Leave leave -> {
                    long wanted = leave.goal().with() == Op.Compare.With.INPUT ? input.size() : targets;
                    if (leave.shape().size() == wanted) {
                        goals.add(goal(leave, 0, true));
                    } else if (classes
                            && leave.goal().with() == Op.Compare.With.DATA
                            && isSecondOfTwo(leave, targets)) {
                        goals.add(goal(leave, targets / 2, true));
                    } else {
                        rest.add(leave);
                    }
                }
            }
        }
        List<End> unfit = new ArrayList<>();
        List<End.Enter> entering = only(rest, End.Enter.class);
        if (input instanceof Shape.Vector && share(entering, input.size())) {
            int from = 0;
            for (End.Enter enter : entering) {
                parts.add(new Part(enter.node(), enter.shape(), from));
                from += (int) enter.shape().size();
            }
        } else {
            unfit.addAll(entering);
        }
        List<End.Leave> leaving = only(rest, End.Leave.class);
        if (!classes
                && leaving.stream().allMatch(leave -> leave.goal().with() == Op.Compare.With.DATA)
                && share(leaving, targets)) {
            int from = 0;
            for (End.Leave leave : leaving) {
                goals.add(goal(leave, from, false));
                from += (int) leave.shape().size();
            }
        } else {
            unfit.addAll(leaving);
        }
        return inOrder(ends, parts, goals, unfit);
    }

    private static boolean isSecondOfTwo(End.Leave leave, int targets) {
        return leave.shape().size() * 2 == targets
                && switch (leave.shape()) {
                    case Shape.Vector vector -> vector.features() == 1;
                    case Shape.Sequence sequence -> sequence.features() == 1;
                    case Shape.Image image -> false;
                };
    }

    private static Goal goal(End.Leave leave, int from, boolean whole) {
        return new Goal(
                leave.node(), leave.shape(), leave.goal().with(), leave.goal().weight(), from, whole);
    }

    private static <E extends End> List<E> only(List<End> ends, Class<E> kind) {
        return ends.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static boolean share(List<? extends End> ends, long whole) {
        return ends.stream().allMatch(end -> end.shape() instanceof Shape.Vector)
                && ends.stream().mapToLong(end -> end.shape().size()).sum() == whole;
    }

    private static Roles inOrder(List<End> ends, List<Part> parts, List<Goal> goals, List<End> unfit) {
        List<String> order = ends.stream().map(End::node).toList();
        parts.sort(java.util.Comparator.comparingInt(part -> order.indexOf(part.node())));
        goals.sort(java.util.Comparator.comparingInt(goal -> order.indexOf(goal.node())));
        return new Roles(parts, goals, unfit);
    }

    /** What accuracy and evaluation are about: the first Output that learns the whole target, else those that share it, else the first. */
    public List<Goal> judged() {
        List<Goal> learners = outputs.stream()
                .filter(goal -> goal.with() == Op.Compare.With.DATA)
                .toList();
        if (learners.isEmpty()) {
            return outputs.subList(0, Math.min(1, outputs.size()));
        }
        return learners.stream().filter(Goal::whole).findFirst().map(List::of).orElse(learners);
    }

    /** Columns of targets that these Outputs need: one instead of two where all of them learn the second of two classes. */
    int targetColumns(DatasetInfo data) {
        return isSecondOnly() ? data.target().outputs() / 2 : data.target().outputs();
    }

    /** These roles on targets of {@link #targetColumns}. */
    Roles onTargetColumns() {
        return isSecondOnly()
                ? new Roles(inputs, outputs.stream().map(Roles::fromFirst).toList(), unfit)
                : this;
    }

    private boolean isSecondOnly() {
        List<Goal> learners = outputs.stream()
                .filter(goal -> goal.with() == Op.Compare.With.DATA)
                .toList();
        return !learners.isEmpty() && learners.stream().allMatch(goal -> goal.whole() && goal.from() > 0);
    }

    private static Goal fromFirst(Goal goal) {
        return new Goal(goal.node(), goal.shape(), goal.with(), goal.weight(), 0, goal.whole());
    }
}
