package org.netloom.editor.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netloom.design.Block;
import org.netloom.design.BlockEdit;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Exposed;
import org.netloom.design.Layer;
import org.netloom.design.LayerFacts;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.catalog.Catalog;

class ScopeTest {

    private static final LayerCatalog CATALOG = Catalog.standard();

    /** Two uses of “Pair”, in which “Inner” holds the layer a; the width of b is exposed and set at the first use. */
    private static final Design DESIGN = new Edit.Batch(
                    new BlockEdit.Group(new LinkedHashSet<>(List.of("a")), "inner", "inner1", "Inner"),
                    new BlockEdit.Group(new LinkedHashSet<>(List.of("inner1", "b")), "pair", "pair1", "Pair"),
                    new BlockEdit.Expose("pair", List.of(Exposed.of("width", "Width", "b", "units"))),
                    new Edit.SetParameter("pair1", "width", Value.of(5)),
                    new Edit.AddLayers(Layer.of("pair2", "block:pair")))
            .applyTo(Design.chain(
                    Layer.of("in", "input").with("shape", Value.dims(4)),
                    Layer.of("a", "dense"),
                    Layer.of("b", "dense"),
                    Layer.of("out", "output")))
            .get();

    private static Scope scope(Design design, String... path) {
        return Scope.whole(CATALOG, design, CATALOG.infer(design), List.of()).follow(List.of(path));
    }

    private static Design edited(Edit edit, String... path) {
        return scope(DESIGN, path).edit(edit).applyTo(DESIGN).get();
    }

    @Test
    void showsTheInsideWithTheShapesOfTheUse() {
        Scope inside = scope(DESIGN, "pair1");

        assertThat(inside.design().layers()).containsKeys("inner1", "b").doesNotContainKey("in");
        assertThat(inside.problems()).isEmpty();
        assertThat(inside.inference().facts("b").map(LayerFacts::output)).contains(new Shape.Vector(5));
        assertThat(scope(DESIGN, "pair1", "inner1").inference().facts("a").map(LayerFacts::inputs))
                .contains(List.of(new Shape.Vector(4)));
    }

    @Test
    void anEditInsideChangesTheDefinition() {
        Design edited = edited(new Edit.Rename("a", "First"), "pair1", "inner1");

        assertThat(edited.blocks().get("inner").inside().require("a").name()).isEqualTo("First");
        assertThat(edited.layers()).isEqualTo(DESIGN.layers());
    }

    @Test
    void whatTheUseHasSetForItselfIsChangedAtTheUse() {
        Edit wider = new Edit.SetParameter("b", "units", Value.of(9));

        assertThat(edited(wider, "pair1").require("pair1").values()).containsEntry("width", Value.of(9));
        assertThat(edited(wider, "pair2")
                        .blocks()
                        .get("pair")
                        .inside()
                        .require("b")
                        .values())
                .containsEntry("units", Value.of(9));
    }

    @Test
    void groupingInsideMakesANestedBlock() {
        Design edited =
                edited(new BlockEdit.Group(new LinkedHashSet<>(List.of("b")), "more", "more1", "More"), "pair1");

        assertThat(edited.blocks().get("pair").inside().layers()).containsKeys("inner1", "more1");
        assertThat(CATALOG.infer(edited).facts("pair1").map(LayerFacts::output))
                .isEqualTo(CATALOG.infer(DESIGN).facts("pair1").map(LayerFacts::output));
    }

    @Test
    void leavesABlockThatIsGone() {
        Design without = new BlockEdit.Ungroup("pair1").applyTo(DESIGN).get();

        assertThat(scope(without, "pair1", "inner1").path()).isEmpty();
    }

    @Test
    void aBlockIsNotOnTheShelvesInsideItself() {
        Stock stock = new Stock(CATALOG, scope(DESIGN, "pair1"), List.of(), new Stock.Words("Own", "Workspace"));

        assertThat(stock.items())
                .extracting(Palette.Item::type)
                .contains("block:inner", Block.INPUT, "dense", "standard:residual")
                .doesNotContain("block:pair", "input", "output");
    }

    @Test
    void aStandardBlockIsBroughtOnceAndThenUsedAgain() {
        Stock.Taken first = stock(DESIGN).take("standard:residual").orElseThrow();
        Stock.Taken second = stock(first.design()).take("standard:residual").orElseThrow();

        assertThat(first.first()).hasSize(1);
        assertThat(second.first()).isEmpty();
        assertThat(second.type()).isEqualTo(first.type());
    }

    private static Stock stock(Design design) {
        return new Stock(CATALOG, scope(design), List.of(), new Stock.Words("Own", "Workspace"));
    }
}
