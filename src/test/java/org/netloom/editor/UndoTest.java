package org.netloom.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netloom.design.BlockEdit;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Layer;
import org.netloom.design.Position;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Value;
import org.netloom.design.Wire;

class UndoTest {

    private final EditorFixture shared = new EditorFixture(Design.chain(
            Layer.of("input1", "input"), Layer.of("dense1", "dense").with("units", 10), Layer.of("output1", "output")));
    private final EditorFixture.Editor ada = shared.editor("Ada");
    private final EditorFixture.Editor bob = shared.editor("Bob");

    private static Edit units(String layer, long units) {
        return new Edit.SetParameter(layer, "units", Value.of(units));
    }

    private Value units(String layer) {
        return shared.design().require(layer).values().get("units");
    }

    private static Edit add(String id) {
        return new Edit.AddLayers(Layer.of(id, "dense"));
    }

    private static String refusal(Optional<Result<Editing.Edited>> result) {
        List<Problem> problems = result.orElseThrow().problems();
        return problems.isEmpty() ? "" : problems.getFirst().text();
    }

    @Test
    void takesBackTheNewestFirstWhicheverProcessServes() {
        ada.apply(units("dense1", 20));
        ada.apply(new Edit.Rename("dense1", "Hidden"));

        assertThat(refusal(ada.elsewhere().undo())).isEmpty();
        assertThat(shared.design().require("dense1").name()).isEqualTo("dense1");
        assertThat(units("dense1")).isEqualTo(Value.of(20));

        assertThat(refusal(ada.elsewhere().undo())).isEmpty();
        assertThat(units("dense1")).isEqualTo(Value.of(10));
        assertThat(ada.undo()).isEmpty();
    }

    @Test
    void doesAgainInTheOppositeOrderAndTakesBackAgain() {
        ada.apply(units("dense1", 20));
        ada.apply(units("dense1", 30));
        ada.undo();
        ada.undo();

        assertThat(refusal(ada.redo())).isEmpty();
        assertThat(units("dense1")).isEqualTo(Value.of(20));
        assertThat(refusal(ada.redo())).isEmpty();
        assertThat(units("dense1")).isEqualTo(Value.of(30));
        assertThat(ada.redo()).isEmpty();
        assertThat(refusal(ada.undo())).isEmpty();
        assertThat(refusal(ada.undo())).isEmpty();
        assertThat(units("dense1")).isEqualTo(Value.of(10));
    }

    @Test
    void aNewEditForgetsWhatWasTakenBack() {
        ada.apply(units("dense1", 20));
        ada.undo();
        assertThat(ada.undoable()).isEqualTo(new Editing.Undoable(false, true));

        ada.apply(units("dense1", 40));

        assertThat(ada.undoable()).isEqualTo(new Editing.Undoable(true, false));
        assertThat(ada.redo()).isEmpty();
    }

    @Test
    void belongsToThePerson() {
        ada.apply(units("dense1", 20));

        assertThat(bob.undoable()).isEqualTo(new Editing.Undoable(false, false));
        assertThat(bob.undo()).isEmpty();
    }

    @Test
    void sparesAColleaguesNewerValue() {
        ada.apply(units("dense1", 20));
        bob.apply(units("dense1", 30));

        assertThat(refusal(ada.undo())).contains("Bob changed “units” of “dense1”");
        assertThat(units("dense1")).isEqualTo(Value.of(30));
        assertThat(ada.undo()).as("not offered again").isEmpty();
    }

    @Test
    void isFreeAgainWhenTheColleagueTookTheirsBack() {
        ada.apply(units("dense1", 20));
        bob.apply(units("dense1", 30));
        bob.undo();

        assertThat(refusal(ada.undo())).isEmpty();
        assertThat(units("dense1")).isEqualTo(Value.of(10));
    }

    @Test
    void leavesAnotherParameterOfTheSameLayerAlone() {
        ada.apply(units("dense1", 20));
        bob.apply(new Edit.SetParameter("dense1", "activation", Value.of("tanh")));

        assertThat(refusal(ada.undo())).isEmpty();
        assertThat(shared.design().require("dense1").values())
                .isEqualTo(Map.of("units", Value.of(10), "activation", Value.of("tanh")));
    }

    @Test
    void doesNotRemoveALayerThatAColleagueWorkedOn() {
        ada.apply(add("dense2"));
        bob.apply(units("dense2", 5));

        assertThat(refusal(ada.undo())).contains("Bob", "dense2");
        assertThat(units("dense2")).isEqualTo(Value.of(5));
    }

    @Test
    void doesNotRemoveALayerThatAColleagueWiredTo() {
        ada.apply(add("dense2"));
        bob.apply(new Edit.Connect("input1", "dense2"));

        assertThat(refusal(ada.undo())).contains("Bob");
        assertThat(shared.design().wires()).contains(Wire.between("input1", "dense2"));
    }

    @Test
    void saysSoWhenItsTargetIsGone() {
        ada.apply(units("dense1", 20));
        bob.apply(new Edit.RemoveLayers(Set.of("dense1")));

        assertThat(refusal(ada.undo())).contains("Bob", "dense1");
    }

    @Test
    void leavesACardWhereAColleaguePutIt() {
        ada.apply(new Edit.Batch(add("dense2"), new Edit.MoveLayers(Map.of("output1", new Position(0, 900)))));
        bob.apply(new Edit.MoveLayers(Map.of("output1", new Position(50, 50))));

        assertThat(refusal(ada.undo())).isEmpty();
        assertThat(shared.design().layers()).doesNotContainKey("dense2");
        assertThat(shared.design().require("output1").position()).isEqualTo(new Position(50, 50));
    }

    @Test
    void doesNotTakeApartABlockThatAColleagueWorkedInside() {
        ada.apply(new BlockEdit.Group(Set.of("dense1"), "block1", "block1", "Block 1"));
        bob.apply(new BlockEdit.InBlock("block1", units("dense1", 7)));

        assertThat(refusal(ada.undo())).contains("Bob", "block");
        assertThat(shared.design().blocks()).containsKey("block1");
    }

    @Test
    void neverGivesAnIdAgain() {
        ada.apply(add("dense2"));
        ada.apply(new Edit.RemoveLayers(Set.of("dense2")));

        Editing.Edited edited = bob.apply(new Edit.AddLayers(
                        List.of(Layer.of("dense2", "dense")), List.of(Wire.between("input1", "dense2"))))
                .get();

        assertThat(shared.design().layers()).containsKey("dense3").doesNotContainKey("dense2");
        assertThat(shared.design().wires()).contains(Wire.between("input1", "dense3"));
        assertThat(edited.edit())
                .isEqualTo(new Edit.AddLayers(
                        List.of(Layer.of("dense3", "dense")), List.of(Wire.between("input1", "dense3"))));
    }

    @Test
    void addsBothWhenTwoAddAtTheSameMoment() {
        assertThat(ada.apply(add("dense2")).isOk()).isTrue();
        assertThat(bob.apply(add("dense2")).isOk()).isTrue();

        assertThat(shared.design().layers().keySet())
                .containsExactly("input1", "dense1", "output1", "dense2", "dense3");
    }

    @Test
    void bringsBackALayerUnderItsOwnId() {
        ada.apply(new Edit.RemoveLayers(Set.of("dense1")));

        assertThat(refusal(ada.undo())).isEmpty();

        assertThat(units("dense1")).isEqualTo(Value.of(10));
        assertThat(shared.design().wires()).hasSize(2);
    }
}
