package org.netloom.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netloom.design.Block;
import org.netloom.design.BlockEdit;
import org.netloom.design.Blocks;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Exposed;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.LayerFacts;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Result;
import org.netloom.design.Shape;
import org.netloom.design.ShapePass;
import org.netloom.design.Value;

/** Carries shapes through one use of a block, copy after copy. Copies that change no shape are all alike and visited once. */
final class BlockPass {

    private final LayerCatalog catalog;
    private final Design design;
    private final Layer use;
    private final Block block;
    private final List<Shape> inputs;

    BlockPass(LayerCatalog catalog, Design design, Layer use, Block block, List<Shape> inputs) {
        this.catalog = catalog;
        this.design = design;
        this.use = use;
        this.block = block;
        this.inputs = List.copyOf(inputs);
    }

    Result<LayerFacts> run() {
        Optional<Problem> tooLarge = Blocks.tooLarge(use.name(), Blocks.size(design, use));
        if (tooLarge.isPresent()) {
            return Result.refused(tooLarge.get().at(use.id()).of(Block.REPEAT));
        }
        Design inside = block.instance(use).withBlocks(design.blocks());
        long copies = block.repeats(use);
        LayerFacts sum = new LayerFacts(inputs, Shape.of(1), 0, 0, 0, 0);
        List<Shape> entering = inputs;
        for (long copy = 1; copy <= copies; copy++) {
            Inference inference = new ShapePass(new DesignRules(catalog, entering)).run(inside);
            if (!inference.isSound()) {
                return Result.refused(told(inference.problems(), copies > 1 ? copy : 0));
            }
            Shape output = block.outputs().stream()
                    .findFirst()
                    .flatMap(end -> inference.facts(end.id()))
                    .map(LayerFacts::output)
                    .orElseThrow();
            boolean alike = List.of(output).equals(entering);
            sum = plus(sum, output, inference, alike ? copies - copy + 1 : 1);
            if (alike) {
                break;
            }
            entering = List.of(output);
        }
        return Result.ok(sum);
    }

    private static LayerFacts plus(LayerFacts sum, Shape output, Inference copy, long times) {
        return new LayerFacts(
                sum.inputs(),
                output,
                Saturating.plus(sum.parameters(), Saturating.times(copy.parameters(), times)),
                Saturating.plus(sum.flops(), Saturating.times(copy.flops(), times)),
                Saturating.plus(sum.activations(), Saturating.times(copy.activations(), times)),
                Math.max(sum.scratch(), copy.scratch()));
    }

    /** The problems inside as problems of the use. */
    private List<Problem> told(List<Problem> inner, long copy) {
        List<Problem> told = new ArrayList<>();
        for (Problem problem : inner) {
            String layer = problem.layer();
            Optional<Exposed> exposed = layer == null ? Optional.empty() : block.exposing(layer, problem.parameter());
            told.add(new Problem(
                    problem.code(),
                    problem.severity(),
                    use.id(),
                    exposed.map(Exposed::name).orElse(null),
                    use.name() + (copy > 0 ? ", copy " + copy : "") + " › " + problem.what(),
                    problem.expected(),
                    problem.fix(),
                    repairs(problem)));
        }
        return told;
    }

    private List<Repair> repairs(Problem problem) {
        List<Repair> repairs = new ArrayList<>(fitting());
        problem.repairs().stream().map(this::lifted).forEach(repairs::add);
        return repairs;
    }

    /** Many blocks need a width equal to their input's: whether one of these settings helps is tried out later. */
    private List<Repair> fitting() {
        List<Repair> repairs = new ArrayList<>();
        long wanted = inputs.isEmpty() ? 0 : inputs.get(0).dims().get(0);
        for (Parameter parameter : new BlockKind(block, design, catalog).parameters()) {
            boolean fits = parameter.kind() instanceof Parameter.Kind.Whole(long least, long most)
                    && wanted >= least
                    && wanted <= most
                    && !parameter.name().equals(Block.REPEAT)
                    && !Value.of(wanted).equals(use.values().getOrDefault(parameter.name(), parameter.defaultValue()));
            if (fits) {
                repairs.add(new Repair(
                        "Set " + parameter.label().toLowerCase(java.util.Locale.ROOT) + " to " + wanted,
                        new Edit.SetParameter(use.id(), parameter.name(), Value.of(wanted))));
            }
        }
        return repairs;
    }

    /** What is exposed is set at this use; everything else changes the block, and with it all its uses. */
    private Repair lifted(Repair repair) {
        if (repair.edit() instanceof Edit.SetParameter set) {
            Optional<Exposed> exposed = block.exposing(set.layer(), set.parameter());
            if (exposed.isPresent()) {
                return new Repair(
                        repair.label(),
                        new Edit.SetParameter(use.id(), exposed.get().name(), set.value()));
            }
        }
        return new Repair(
                repair.label() + " in every “" + block.name() + "”", new BlockEdit.InBlock(block.id(), repair.edit()));
    }
}
