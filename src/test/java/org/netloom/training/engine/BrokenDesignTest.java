package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netloom.design.Design;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Result;
import org.netloom.layers.catalog.Catalog;

/** What cannot be trained is refused while it is drawn, at the layer where it is wrong, and every repair that is offered holds. */
class BrokenDesignTest {

    private static final int DESIGNS = 500;
    private static final Set<String> OF_THE_WHOLE = Set.of("no-input", "no-output", "empty-design");

    @Test
    void brokenDesignsAreRefusedAtTheRightLayerAndRepairsMendThem() {
        int broken = 0;
        for (int number = 0; broken < DESIGNS; number++) {
            RandomDesigns random = new RandomDesigns(100_000 + number);
            RandomDesigns.Changed changed = random.changed(random.sound(4));
            List<Problem> problems = Catalog.standard().infer(changed.design()).problems().stream()
                    .filter(Problem::isError)
                    .toList();
            try {
                if (!problems.isEmpty()) {
                    broken++;
                    assertThat(Catalog.standard().lower(changed.design())).isInstanceOf(Result.Refused.class);
                    problems.forEach(problem -> assertItIsToldWell(problem, changed));
                    problems.forEach(problem -> assertRepairsHold(problem, changed.design()));
                } else if (RandomDesigns.isSmallAndSound(changed.design())) {
                    LayerContractTest.assertEngineAgrees(changed.design());
                }
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("Design " + number + ": " + changed.design() + " " + problems, wrong);
            }
        }
    }

    private static void assertItIsToldWell(Problem problem, RandomDesigns.Changed changed) {
        assertThat(problem.what()).endsWith(".");
        assertThat(problem.expected()).isNotBlank();
        assertThat(problem.fix()).isNotBlank();
        if (!OF_THE_WHOLE.contains(problem.code())) {
            assertThat(problem.layer()).isIn(reachable(changed));
        }
    }

    /** Where a change can be felt: there, and in everything that comes after. */
    private static Set<String> reachable(RandomDesigns.Changed changed) {
        Set<String> seen = new HashSet<>(changed.where());
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            changed.design().outOf(open.pop()).forEach(wire -> {
                if (seen.add(wire.to())) {
                    open.push(wire.to());
                }
            });
        }
        seen.retainAll(changed.design().layers().keySet());
        return seen;
    }

    /** Where more than two inputs meet, each may be a problem of its own. */
    private static boolean mayHaveAnother(Problem problem, Design design) {
        return design.into(String.valueOf(problem.layer())).size() > 2;
    }

    private static void assertRepairsHold(Problem problem, Design design) {
        for (Repair repair : problem.repairs()) {
            Result<Design> mended = repair.edit().applyTo(design);
            assertThat(mended.isOk()).as(repair.label()).isTrue();
            assertThat(Catalog.standard().infer(mended.get()).problems())
                    .as(repair.label())
                    .noneMatch(left -> left.code().equals(problem.code())
                            && java.util.Objects.equals(left.layer(), problem.layer())
                            && java.util.Objects.equals(left.parameter(), problem.parameter())
                            && (left.what().equals(problem.what()) || !mayHaveAnother(problem, mended.get())));
        }
    }
}
