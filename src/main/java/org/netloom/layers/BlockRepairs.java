package org.netloom.layers;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Result;

/**
 * Keeps of the repairs for blocks those that help: what mends a layer alone may not mend it in a block, whose other parameters are
 * set together with it or whose next copy takes another shape.
 */
final class BlockRepairs {

    private static final int MOST_TRIED = 24;

    private BlockRepairs() {}

    static List<Problem> proved(Design design, List<Problem> problems, Function<Design, Inference> pass) {
        if (design.blocks().isEmpty()) {
            return problems;
        }
        int[] left = {MOST_TRIED};
        return problems.stream()
                .map(problem -> isOfBlock(design, problem)
                        ? problem.with(problem.repairs().stream()
                                .filter(repair -> left[0]-- > 0 && helps(design, problem, repair, pass))
                                .toList())
                        : problem)
                .toList();
    }

    private static boolean isOfBlock(Design design, Problem problem) {
        Layer layer = problem.layer() == null ? null : design.layers().get(problem.layer());
        return layer != null && design.blockOf(layer).isPresent();
    }

    private static boolean helps(Design design, Problem problem, Repair repair, Function<Design, Inference> pass) {
        boolean isSetting = repair.edit() instanceof Edit.SetParameter;
        return repair.edit().applyTo(design) instanceof Result.Ok<Design>(Design repaired)
                && pass.apply(repaired).problems().stream()
                        .noneMatch(left -> isSetting
                                ? Objects.equals(left.layer(), problem.layer()) && left.isError()
                                : left.code().equals(problem.code())
                                        && left.what().equals(problem.what()));
    }
}
