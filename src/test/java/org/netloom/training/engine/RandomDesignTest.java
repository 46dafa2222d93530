package org.netloom.training.engine;

import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.netloom.design.Design;
import org.netloom.layers.catalog.Catalog;

/** Whatever sound design is drawn, the engine builds it as the shape pass said, and takes a finite step. */
class RandomDesignTest {

    private static final int DESIGNS = 500;

    @Test
    void soundDesignsAreBuiltAsInferredAndTakeAFiniteStep() {
        Set<String> met = new TreeSet<>();
        for (int number = 0; number < DESIGNS; number++) {
            Design design = new RandomDesigns(number).sound(6);
            design.layers().values().forEach(layer -> met.add(layer.type()));
            try {
                LayerContractTest.assertEngineAgrees(design);
                LayerContractTest.assertOneFiniteStep(
                        Catalog.standard().lower(design).get(), number);
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("Design " + number + ": " + design, wrong);
            }
        }
        Assertions.assertThat(met).containsAll(inTheMiddle());
    }

    private static Set<String> inTheMiddle() {
        Set<String> ids = new TreeSet<>();
        Catalog.standard().types().stream()
                .filter(type -> !type.arity().isSource() && !type.arity().isSink())
                .filter(type -> !type.id().equals("real-or-generated"))
                .forEach(type -> ids.add(type.id()));
        return ids;
    }
}
