package org.netloom.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be wrong with the way layers are wired, whatever they are. */
final class StructureProblems {

    private static final int MOST_TRIED = 10;

    private StructureProblems() {}

    static Problem empty() {
        return Problem.error(
                "empty-design",
                "The design has no layers yet.",
                "A network has at least an Input and an Output.",
                "Drag an Input onto the canvas, or start from a template.");
    }

    static Problem unknownType(Layer layer) {
        return Problem.error(
                        "unknown-type",
                        "There is no layer type “" + layer.type() + "” in the catalog.",
                        "Every layer is of a type that this version of Netloom knows.",
                        "Remove the layer, or open the design with the version that made it.")
                .at(layer.id())
                .with(List.of(new Repair("Remove " + layer.name(), new Edit.RemoveLayers(Set.of(layer.id())))));
    }

    static Problem noInput(Design design, List<String> order, LayerRules rules) {
        List<Repair> repairs = new ArrayList<>();
        for (String id : order) {
            Layer first = design.require(id);
            Arity arity = rules.arity(design, first);
            if (arity != null && design.into(id).isEmpty() && !arity.isSource()) {
                Layer input = rules.newSource(design, first);
                repairs.add(new Repair(
                        "Add " + input.name() + " before " + first.name(),
                        new Edit.AddLayers(List.of(input), List.of(Wire.between(input.id(), id)))));
                break;
            }
        }
        return (rules.isInside()
                        ? Problem.error(
                                "no-block-input",
                                "The block has no input.",
                                "Data enters a block through a Block input.",
                                "Add a Block input and connect it to the first layer.")
                        : Problem.error(
                                "no-input",
                                "The design has no Input.",
                                "Data enters a network through an Input layer.",
                                "Add an Input and connect it to the first layer."))
                .with(repairs);
    }

    static Problem noOutput(Design design, List<String> order, LayerRules rules) {
        List<Repair> repairs = new ArrayList<>();
        for (String id : order.reversed()) {
            Layer last = design.require(id);
            if (design.outOf(id).isEmpty() && rules.arity(design, last) != null) {
                Layer output = rules.newSink(design, last);
                repairs.add(new Repair(
                        "Add " + output.name() + " after " + last.name(),
                        new Edit.AddLayers(List.of(output), List.of(Wire.between(id, output.id())))));
                break;
            }
        }
        return (rules.isInside()
                        ? Problem.error(
                                "no-block-output",
                                "The block has no output.",
                                "Data leaves a block through its Block output.",
                                "Add a Block output and connect the last layer to it.")
                        : Problem.error(
                                "no-output",
                                "The design has no Output.",
                                "A network ends in an Output layer, whose predictions are compared with the targets.",
                                "Add an Output and connect the last layer to it."))
                .with(repairs);
    }

    static Problem cycle(Design design, List<Wire> cycle) {
        String names = cycle.reversed().stream()
                .map(wire -> nameOf(design, wire.from()))
                .collect(Collectors.joining(" → "));
        Wire first = cycle.get(0);
        List<Repair> repairs = cycle.stream()
                .limit(MOST_TRIED)
                .filter(wire -> isAcyclic(design.withoutWires(Set.of(wire.id()))))
                .limit(3)
                .map(wire -> new Repair(
                        "Remove the wire " + nameOf(design, wire.from()) + " → " + nameOf(design, wire.to()),
                        new Edit.Disconnect(Set.of(wire.id()))))
                .toList();
        if (repairs.isEmpty()) {
            Set<String> closing = closing(design);
            repairs = List.of(new Repair(
                    "Remove the " + closing.size() + " wires that close cycles", new Edit.Disconnect(closing)));
        }
        return Problem.error(
                        "cycle",
                        "The wires form a cycle: " + names + " → " + nameOf(design, first.to()) + ".",
                        "Data flows from the Inputs to the Outputs and never back to a layer it has passed.",
                        "Remove one of the cycle's wires.")
                .at(first.to())
                .with(repairs);
    }

    private static boolean isAcyclic(Design design) {
        return ShapePass.order(design).size() == design.layers().size();
    }

    /** Wires that lead back to a layer from which they can be reached: without them there is no cycle. */
    private static Set<String> closing(Design design) {
        Design growing = new Design(design.layers(), List.of());
        Set<String> closing = new LinkedHashSet<>();
        for (Wire wire : design.wires()) {
            Design longer = growing.withWires(List.of(wire));
            if (isAcyclic(longer)) {
                growing = longer;
            } else {
                closing.add(wire.id());
            }
        }
        return closing;
    }

    static Problem wrongInputs(Design design, Layer layer, Arity arity, List<Wire> wires, LayerRules rules) {
        String expected = arity.most() == 0
                ? "It takes none: data enters here."
                : arity.least() == arity.most()
                        ? "It takes exactly " + arity.least() + "."
                        : "It takes at least " + arity.least()
                                + (arity.most() < 64 ? " and at most " + arity.most() + "." : ".");
        boolean tooFew = wires.size() < arity.least();
        List<Repair> repairs = new ArrayList<>();
        if (tooFew) {
            design.layers().values().stream()
                    .filter(other -> isFreeEnd(design, other, layer, rules))
                    .limit(2)
                    .forEach(other -> repairs.add(new Repair(
                            "Connect " + other.name() + " → " + layer.name(),
                            new Edit.Connect(other.id(), layer.id()))));
            if (repairs.isEmpty()) {
                repairs.add(new Repair("Remove " + layer.name(), new Edit.RemoveLayers(Set.of(layer.id()))));
            }
        } else {
            if (arity.most() == 1) {
                Layer join = rules.newJoin(design, layer);
                List<Wire> rewired = new ArrayList<>(wires.stream()
                        .map(wire -> Wire.between(wire.from(), join.id()))
                        .toList());
                rewired.add(Wire.between(join.id(), layer.id()));
                repairs.add(new Repair(
                        "Join them with " + join.name(),
                        new Edit.Batch(
                                new Edit.Disconnect(wires.stream().map(Wire::id).collect(Collectors.toSet())),
                                new Edit.AddLayers(List.of(join), rewired))));
            }
            Set<String> surplus =
                    wires.stream().skip(arity.most()).map(Wire::id).collect(Collectors.toSet());
            repairs.add(new Repair(
                    surplus.size() == 1 ? "Remove the newest wire" : "Remove the newest " + surplus.size() + " wires",
                    new Edit.Disconnect(surplus)));
        }
        return Problem.error(
                        tooFew ? "missing-input" : "too-many-inputs",
                        layer.name() + " has " + (wires.isEmpty() ? "no" : wires.size()) + " incoming "
                                + (wires.size() == 1 ? "wire." : "wires."),
                        expected,
                        tooFew
                                ? "Draw a wire to it from the layer that should feed it."
                                : "Remove wires, or join them first.")
                .at(layer.id())
                .with(repairs);
    }

    private static boolean isFreeEnd(Design design, Layer other, Layer layer, LayerRules rules) {
        Arity arity = rules.arity(design, other);
        return arity != null
                && arity.givesOutput()
                && !other.id().equals(layer.id())
                && design.outOf(other.id()).isEmpty()
                && design.outOf(layer.id()).stream().noneMatch(wire -> wire.to().equals(other.id()));
    }

    static Problem outputFeedsOn(Layer layer, List<Wire> wires) {
        return Problem.error(
                        "output-feeds-on",
                        "A wire leaves " + layer.name() + ".",
                        "Nothing comes after an Output: its predictions go to the loss.",
                        "Remove the wire, or put a Dense layer in the Output's place.")
                .at(layer.id())
                .with(List.of(new Repair(
                        "Remove what leaves " + layer.name(),
                        new Edit.Disconnect(wires.stream().map(Wire::id).collect(Collectors.toSet())))));
    }

    static Problem leadsNowhere(Design design, Layer layer, LayerRules rules) {
        List<Repair> repairs = new ArrayList<>();
        design.layers().values().stream()
                .filter(other -> !other.id().equals(layer.id()))
                .filter(other -> {
                    Arity arity = rules.arity(design, other);
                    return arity != null
                            && !arity.isSource()
                            && design.into(other.id()).size() < arity.least();
                })
                .limit(2)
                .forEach(other -> repairs.add(new Repair(
                        "Connect " + layer.name() + " → " + other.name(), new Edit.Connect(layer.id(), other.id()))));
        repairs.add(new Repair("Remove " + layer.name(), new Edit.RemoveLayers(Set.of(layer.id()))));
        return Problem.error(
                        "leads-nowhere",
                        "Nothing uses what " + layer.name() + " gives.",
                        "Every layer but an Output feeds another one.",
                        "Connect it onward, or remove it.")
                .at(layer.id())
                .with(repairs);
    }

    static Problem severalBlockOutputs(List<Layer> outputs) {
        return Problem.error(
                        "several-block-outputs",
                        "The block has " + outputs.size() + " outputs.",
                        "A block gives one output.",
                        "Join what they give, or remove all but one.")
                .at(outputs.get(1).id())
                .with(List.of(new Repair(
                        "Keep only " + outputs.get(0).name(),
                        new Edit.RemoveLayers(
                                outputs.stream().skip(1).map(Layer::id).collect(Collectors.toSet())))));
    }

    static Problem passesThrough(Layer output, Wire wire) {
        return Problem.error(
                        "block-passes-through",
                        "What enters the block leaves it unchanged.",
                        "Between a Block input and the Block output there is at least one layer.",
                        "Put a layer into the wire.")
                .at(output.id())
                .with(List.of(new Repair("Remove the wire", new Edit.Disconnect(Set.of(wire.id())))));
    }

    private static String nameOf(Design design, String id) {
        return design.layer(id).map(Layer::name).orElse(id);
    }
}
