package org.netloom.design;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries shapes from the inputs of a design to its outputs and collects everything that is wrong on the way. One visit of every
 * layer and wire.
 */
public final class ShapePass {

    private final LayerRules rules;

    public ShapePass(LayerRules rules) {
        this.rules = rules;
    }

    public Inference run(Design design) {
        return new Pass(design).run();
    }

    /** Layer ids in an order in which every layer comes after those that feed it; layers on a cycle are left out. */
    public static List<String> order(Design design) {
        Map<String, Integer> waiting = new HashMap<>();
        Map<String, List<String>> next = new HashMap<>();
        design.layers().keySet().forEach(id -> waiting.put(id, 0));
        for (Wire wire : design.wires()) {
            waiting.merge(wire.to(), 1, Integer::sum);
            next.computeIfAbsent(wire.from(), id -> new ArrayList<>()).add(wire.to());
        }
        Deque<String> ready = new ArrayDeque<>();
        design.layers().keySet().stream()
                .filter(id -> waiting.getOrDefault(id, 0) == 0)
                .forEach(ready::add);
        List<String> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String id = ready.poll();
            order.add(id);
            for (String to : next.getOrDefault(id, List.of())) {
                if (waiting.merge(to, -1, Integer::sum) == 0) {
                    ready.add(to);
                }
            }
        }
        return order;
    }

    private final class Pass {
        private final Design design;
        private final Map<String, List<Wire>> into = new HashMap<>();
        private final Map<String, List<Wire>> outOf = new HashMap<>();
        private final Map<String, LayerFacts> facts = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Pass(Design design) {
            this.design = design;
            for (Wire wire : design.wires()) {
                into.computeIfAbsent(wire.to(), id -> new ArrayList<>()).add(wire);
                outOf.computeIfAbsent(wire.from(), id -> new ArrayList<>()).add(wire);
            }
        }

        Inference run() {
            List<String> order = order(design);
            checkEnds(order);
            checkCycles(order);
            for (String id : order) {
                visit(design.require(id));
            }
            return new Inference(facts, problems);
        }

        private void visit(Layer layer) {
            Arity arity = rules.arity(design, layer);
            if (arity == null) {
                problems.add(StructureProblems.unknownType(layer));
                return;
            }
            List<Problem> own = rules.parameterProblems(design, layer);
            problems.addAll(own);
            boolean sound = own.stream().noneMatch(Problem::isError);
            List<Wire> wires = into.getOrDefault(layer.id(), List.of());
            if (wires.size() < arity.least() || wires.size() > arity.most()) {
                problems.add(StructureProblems.wrongInputs(design, layer, arity, wires, rules));
                sound = false;
            }
            if (arity.isSink() && outOf.containsKey(layer.id())) {
                problems.add(StructureProblems.outputFeedsOn(layer, outOf.getOrDefault(layer.id(), List.of())));
            }
            if (!arity.isSink() && !outOf.containsKey(layer.id())) {
                problems.add(StructureProblems.leadsNowhere(design, layer, rules));
            }
            List<Shape> inputs = new ArrayList<>();
            for (Wire wire : wires) {
                LayerFacts before = facts.get(wire.from());
                if (before == null) {
                    return;
                }
                inputs.add(before.output());
            }
            if (sound) {
                Result<LayerFacts> result = rules.facts(design, layer, inputs);
                problems.addAll(result.problems());
                if (result instanceof Result.Ok<LayerFacts> ok) {
                    facts.put(layer.id(), ok.value());
                }
            }
        }

        private void checkEnds(List<String> order) {
            if (design.layers().isEmpty()) {
                problems.add(StructureProblems.empty());
                return;
            }
            boolean source = false;
            boolean sink = false;
            for (Layer layer : design.layers().values()) {
                Arity arity = rules.arity(design, layer);
                source |= arity != null && arity.isSource();
                sink |= arity != null && arity.isSink();
            }
            if (!source) {
                problems.add(StructureProblems.noInput(design, order, rules));
            }
            if (!sink) {
                problems.add(StructureProblems.noOutput(design, order, rules));
            }
            if (rules.isInside()) {
                checkBlockOutput();
            }
        }

        private void checkBlockOutput() {
            List<Layer> outputs = design.layers().values().stream()
                    .filter(layer -> layer.type().equals(Block.OUTPUT))
                    .toList();
            if (outputs.size() > 1) {
                problems.add(StructureProblems.severalBlockOutputs(outputs));
            }
            for (Layer output : outputs) {
                into.getOrDefault(output.id(), List.of()).stream()
                        .filter(wire -> Block.isEnd(design.require(wire.from())))
                        .findFirst()
                        .ifPresent(wire -> problems.add(StructureProblems.passesThrough(output, wire)));
            }
        }

        private void checkCycles(List<String> order) {
            Set<String> stuck = new LinkedHashSet<>(design.layers().keySet());
            order.forEach(stuck::remove);
            if (!stuck.isEmpty()) {
                problems.add(StructureProblems.cycle(design, cycleIn(stuck)));
            }
        }

        /** The wires of one cycle among layers that wait for each other. */
        private List<Wire> cycleIn(Set<String> stuck) {
            Map<String, Integer> seenAt = new LinkedHashMap<>();
            List<Wire> path = new ArrayList<>();
            String at = stuck.iterator().next();
            while (!seenAt.containsKey(at)) {
                seenAt.put(at, path.size());
                Wire back = into.getOrDefault(at, List.of()).stream()
                        .filter(wire -> stuck.contains(wire.from()))
                        .findFirst()
                        .orElseThrow();
                path.add(back);
                at = back.from();
            }
            return path.subList(seenAt.get(at), path.size());
        }
    }
}
