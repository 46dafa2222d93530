package org.netloom.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.netloom.datasets.DatasetInfo;
import org.netloom.datasets.Samples;
import org.netloom.datasets.Target;
import org.netloom.design.Edit;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Op;
import org.netloom.training.Roles.End;

/** Inputs and Outputs that suit no part of the data, told with what would mend it. */
final class UnfitEnds {

    private final DatasetInfo data;
    private final List<End.Enter> entering;
    private final List<End.Leave> leaving;

    private UnfitEnds(Roles roles, DatasetInfo data) {
        this.data = data;
        entering = only(roles, End.Enter.class);
        leaving = only(roles, End.Leave.class);
    }

    private static <E extends End> List<E> only(Roles roles, Class<E> kind) {
        return roles.unfit().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static List<Problem> problems(Roles roles, DatasetInfo data) {
        UnfitEnds ends = new UnfitEnds(roles, data);
        List<Problem> problems = new ArrayList<>();
        ends.entering.forEach(enter -> problems.add(ends.input(enter)));
        ends.leaving.forEach(leave -> problems.add(
                leave.goal().with() == Op.Compare.With.INPUT ? ends.reconstruction(leave) : ends.output(leave)));
        return problems;
    }

    private Problem input(End.Enter input) {
        List<Repair> repairs = new ArrayList<>();
        repairs.add(new Repair(
                "Set shape to " + data.input().text(),
                new Edit.SetParameter(
                        input.node(), "shape", new Value.Dims(data.input().dims()))));
        long rest = data.input().size() - othersOf(input, entering);
        boolean shares = entering.size() > 1 && data.input() instanceof Shape.Vector;
        if (shares && rest > 0) {
            repairs.add(new Repair(
                    "Set shape to the " + rest + " that are left",
                    new Edit.SetParameter(input.node(), "shape", Value.dims(rest))));
        }
        return Problem.error(
                        "input-shape",
                        input.name() + " has the shape " + input.shape().text() + ".",
                        "An example of " + data.name() + " has the shape "
                                + data.input().text() + "."
                                + (shares
                                        ? " "
                                                + sharing(
                                                        "Inputs",
                                                        entering,
                                                        data.input().size(),
                                                        "features")
                                        : ""),
                        shares
                                ? "Give each Input the dataset's shape, or sizes that add up to it."
                                : "Give the Input the dataset's shape, or choose another dataset.")
                .at(input.node())
                .of("shape")
                .with(repairs);
    }

    private Problem output(End.Leave output) {
        List<Repair> repairs = new ArrayList<>();
        int wanted = data.target().outputs();
        units(output, wanted, repairs);
        boolean shares = leaving.size() > 1 && data.target() instanceof Target.Numbers;
        if (shares && wanted > othersOf(output, leaving)) {
            units(output, wanted - othersOf(output, leaving), repairs);
        }
        if (output.shape().size() == data.input().size()) {
            repairs.add(learn(output, "input", "Learn the network's input instead"));
        }
        Problem problem = Samples.wrongUnits(data, (int) Math.min(output.shape().size(), Integer.MAX_VALUE));
        return new Problem(
                problem.code(),
                problem.severity(),
                output.node(),
                output.hasUnits() ? "units" : null,
                leaving.size() == 1
                        ? problem.what()
                        : output.name() + " gives " + output.shape().text() + ".",
                problem.expected() + (shares ? " " + sharing("Outputs", leaving, wanted, "numbers") : ""),
                problem.fix(),
                repairs);
    }

    private Problem reconstruction(End.Leave output) {
        List<Repair> repairs = new ArrayList<>();
        units(output, data.input().size(), repairs);
        if (output.shape().size() == data.target().outputs()) {
            repairs.add(learn(output, "data", "Learn the data's target instead"));
        }
        return Problem.error(
                        "reconstruction-size",
                        output.name() + " gives " + output.shape().size() + " numbers to be compared with the input.",
                        "An example of " + data.name() + " has " + data.input().size() + " numbers ("
                                + data.input().text() + "), row by row.",
                        "Give it as many, or let it learn the data's target.")
                .at(output.node())
                .of(output.hasUnits() ? "units" : "target")
                .with(repairs);
    }

    private static Repair learn(End.Leave output, String target, String label) {
        return new Repair(label, new Edit.SetParameter(output.node(), "target", Value.of(target)));
    }

    /** Units are counted at each step of a sequence. */
    private static void units(End.Leave output, long numbers, List<Repair> repairs) {
        long steps = output.shape() instanceof Shape.Sequence sequence ? sequence.steps() : 1;
        if (output.hasUnits() && numbers % steps == 0) {
            long units = numbers / steps;
            repairs.add(new Repair(
                    "Set units to " + units, new Edit.SetParameter(output.node(), "units", Value.of(units))));
        }
    }

    private static long othersOf(End end, List<? extends End> all) {
        return all.stream()
                .filter(other -> !other.equals(end))
                .mapToLong(other -> other.shape().size())
                .sum();
    }

    private static String sharing(String what, List<? extends End> ends, long whole, String numbers) {
        return what + " of other sizes share the " + whole + " " + numbers
                + " in order, from top left to bottom right; here they are "
                + ends.stream()
                        .map(end -> end.name() + " (" + end.shape().text() + ")")
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
