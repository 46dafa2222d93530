package org.netloom.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockEditTest {

    /** in → a → b → add → out, and in → add past them. */
    private static final Design SKIP = Design.of(
            List.of(
                    Layer.of("in", "input"),
                    Layer.of("a", "dense").at(0, 140),
                    Layer.of("b", "dense").at(0, 280),
                    Layer.of("add", "add").at(0, 420),
                    Layer.of("out", "output").at(0, 560)),
            List.of(
                    Wire.between("in", "a"),
                    Wire.between("in", "add"),
                    Wire.between("a", "b"),
                    Wire.between("b", "add"),
                    Wire.between("add", "out")));

    private static BlockEdit.Group group(String... layers) {
        return new BlockEdit.Group(new LinkedHashSet<>(List.of(layers)), "skip", "skip1", "Skip");
    }

    private static Design applied(Design design, Edit edit) {
        return edit.applyTo(design).get();
    }

    @Test
    void layersBecomeOneThatTakesTheirPlaceInTheNetwork() {
        Design grouped = applied(SKIP, group("a", "b", "add"));

        assertThat(grouped.layers().keySet()).containsExactly("in", "out", "skip1");
        assertThat(grouped.wires()).extracting(Wire::id).containsExactlyInAnyOrder("in>skip1", "skip1>out");
        Block block = grouped.blockOf(grouped.require("skip1")).orElseThrow();
        assertThat(block.inputs())
                .singleElement()
                .satisfies(input -> assertThat(block.inside().outOf(input.id()))
                        .extracting(Wire::to)
                        .containsExactlyInAnyOrder("a", "add"));
        assertThat(block.inside().into("add")).extracting(Wire::from).containsExactly("in1", "b");
    }

    @Test
    void groupingIsTakenBackToTheLetter() {
        Edit group = group("a", "b", "add");

        Design back = applied(applied(SKIP, group), group.inverse(SKIP));

        assertThat(back.layers()).isEqualTo(SKIP.layers());
        assertThat(new HashSet<>(back.wires())).isEqualTo(new HashSet<>(SKIP.wires()));
        assertThat(back.into("add")).isEqualTo(SKIP.into("add"));
        assertThat(back.blocks()).isEmpty();
    }

    @Test
    void aLayerAfterABlockKeepsTheOrderOfItsInputs() {
        Design grouped = applied(SKIP, group("a", "b"));

        assertThat(grouped.into("add")).extracting(Wire::from).containsExactly("in", "skip1");
        Design other =
                applied(SKIP, new Edit.Batch(new Edit.Disconnect(Set.of("in>add")), new Edit.Connect("in", "add")));
        assertThat(applied(other, group("a", "b")).into("add"))
                .extracting(Wire::from)
                .containsExactly("skip1", "in");
    }

    @Test
    void aBlockHasOneExitAndNoHoles() {
        assertThat(group("in", "a").applyTo(SKIP).problems())
                .extracting(Problem::code)
                .containsExactly("several-exits");
        assertThat(group("a", "add").applyTo(SKIP).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isIn("several-exits", "not-convex");
            assertThat(problem.fix()).isNotBlank();
        });
        Design chain = Design.chain(
                Layer.of("in", "input"), Layer.of("a", "dense"), Layer.of("b", "dense"), Layer.of("c", "dense"));
        assertThat(group("a", "c").applyTo(chain.withWires(List.of())).problems())
                .extracting(Problem::code)
                .containsExactly("not-convex");
        assertThat(group().applyTo(SKIP).problems()).extracting(Problem::code).containsExactly("nothing-to-group");
        assertThat(group("gone").applyTo(SKIP).problems())
                .extracting(Problem::code)
                .containsExactly("layer-gone");
    }

    @Test
    void ungroupingPutsBackWhatWasGrouped() {
        Design grouped = applied(SKIP, group("a", "b", "add"));
        Edit ungroup = new BlockEdit.Ungroup("skip1");

        Design flat = applied(grouped, ungroup);

        assertThat(flat.layers().keySet()).containsExactlyInAnyOrder("in", "a", "b", "add", "out");
        assertThat(new HashSet<>(flat.wires())).isEqualTo(new HashSet<>(SKIP.wires()));
        assertThat(flat.into("add")).extracting(Wire::from).containsExactly("in", "b");
        assertThat(flat.blocks()).isEmpty();
        assertThat(applied(flat, ungroup.inverse(grouped)).blocks()).isEqualTo(grouped.blocks());
    }

    @Test
    void ungroupingUnfoldsRepeatsAndKeepsWhatTheUseHadSet() {
        Design grouped = applied(SKIP, group("a", "b", "add"));
        Design repeated = applied(
                grouped,
                new Edit.Batch(
                        new BlockEdit.Expose("skip", List.of(Exposed.of("width", "Width", "a", "units"))),
                        new Edit.SetParameter("skip1", "width", Value.of(7)),
                        new Edit.SetParameter("skip1", Block.REPEAT, Value.of(3))));

        Design flat = applied(repeated, new BlockEdit.Ungroup("skip1"));

        assertThat(flat.layers()).hasSize(2 + 3 * 3);
        assertThat(flat.layers().values())
                .filteredOn(layer -> layer.values().containsKey("units"))
                .hasSize(3)
                .allSatisfy(layer -> assertThat(layer.values()).containsEntry("units", Value.of(7)));
    }

    @Test
    void changingTheInsideChangesEveryUse() {
        Design grouped = applied(SKIP, group("a", "b", "add"));
        Design twice = applied(grouped, new Edit.AddLayers(Layer.of("skip2", "block:skip")));

        Design changed =
                applied(twice, new BlockEdit.InBlock("skip", new Edit.SetParameter("a", "units", Value.of(5))));

        assertThat(changed.layers().values())
                .filteredOn(layer -> changed.blockOf(layer).isPresent())
                .hasSize(2)
                .allSatisfy(use -> assertThat(changed.blockOf(use)
                                .orElseThrow()
                                .instance(use)
                                .require("a")
                                .values())
                        .containsEntry("units", Value.of(5)));
    }

    @Test
    void aBlockNeverContainsItself() {
        Design grouped = applied(SKIP, group("a", "b"));

        assertThat(new BlockEdit.InBlock("skip", new Edit.AddLayers(Layer.of("again", "block:skip")))
                        .applyTo(grouped)
                        .problems())
                .extracting(Problem::code)
                .containsExactly("block-contains-itself");

        Design outer = applied(grouped, new BlockEdit.Group(Set.of("skip1", "add"), "outer", "outer1", "Outer"));
        assertThat(new BlockEdit.InBlock("skip", new Edit.AddLayers(Layer.of("again", "block:outer")))
                        .applyTo(outer)
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("Skip", "Outer"));
    }

    @Test
    void aDefinitionInUseIsNotRemoved() {
        Design grouped = applied(SKIP, group("a", "b"));

        assertThat(new BlockEdit.RemoveBlock("skip").applyTo(grouped).problems())
                .extracting(Problem::code)
                .containsExactly("block-used");
        Design unused = applied(grouped, new Edit.RemoveLayers(Set.of("skip1")));
        assertThat(applied(unused, new BlockEdit.RemoveBlock("skip")).blocks()).isEmpty();
    }

    @Test
    void groupingInsideABlockNestsBlocks() {
        Design grouped = applied(SKIP, group("a", "b", "add"));

        Design nested = applied(
                grouped,
                new BlockEdit.InBlock("skip", new BlockEdit.Group(Set.of("a", "b"), "inner", "inner1", "Inner")));

        assertThat(nested.blocks().keySet()).containsExactlyInAnyOrder("skip", "inner");
        assertThat(Blocks.expand(nested).get().layers().keySet())
                .containsExactlyInAnyOrder("in", "skip1/inner1/a", "skip1/inner1/b", "skip1/add", "out");
    }

    @Test
    void whatABlockExposesSurvivesGroupingAndUngroupingInside() {
        Design exposing = applied(
                applied(SKIP, group("a", "b", "add")),
                new BlockEdit.Expose(
                        "skip",
                        List.of(new Exposed(
                                "width",
                                "Width",
                                List.of(new Exposed.Target("a", "units"), new Exposed.Target("b", "units"))))));
        Design set = applied(exposing, new Edit.SetParameter("skip1", "width", Value.of(7)));
        Edit nest = new BlockEdit.InBlock("skip", new BlockEdit.Group(Set.of("a"), "inner", "inner1", "Inner"));
        Edit unnest = new BlockEdit.InBlock("skip", new BlockEdit.Ungroup("inner1"));

        Design nested = applied(set, nest);
        Design back = applied(nested, unnest);

        assertThat(Blocks.expand(nested).get().require("skip1/inner1/a").values())
                .containsEntry("units", Value.of(7));
        assertThat(Blocks.expand(nested).get().require("skip1/b").values()).containsEntry("units", Value.of(7));
        assertThat(Blocks.expand(back).get().require("skip1/a").values()).containsEntry("units", Value.of(7));
        Design undone = applied(nested, nest.inverse(set));
        assertThat(undone.blocks()).containsOnlyKeys("skip");
        assertThat(undone.block("skip").orElseThrow().exposed())
                .isEqualTo(set.block("skip").orElseThrow().exposed());
        assertThat(applied(back, unnest.inverse(nested))
                        .block("skip")
                        .orElseThrow()
                        .exposed())
                .isEqualTo(nested.block("skip").orElseThrow().exposed());
    }
}
