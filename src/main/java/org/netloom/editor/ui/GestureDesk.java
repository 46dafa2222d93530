package org.netloom.editor.ui;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import org.netloom.design.Edit;
import org.netloom.design.Position;

/** Passes what people do on the canvas on to whoever carries it out. */
final class GestureDesk implements Serializable {

    private final transient Workplace workplace;
    private final AddDesk adding;
    private final BlockDesk blocks;
    private final ProjectDesk whole;
    private final TrainingDesk training;
    private final transient Together together;

    GestureDesk(
            Workplace workplace,
            AddDesk adding,
            BlockDesk blocks,
            ProjectDesk whole,
            TrainingDesk training,
            Together together) {
        this.workplace = workplace;
        this.adding = adding;
        this.blocks = blocks;
        this.whole = whole;
        this.training = training;
        this.together = together;
    }

    void carryOut(CanvasGesture gesture) {
        switch (gesture) {
            case CanvasGesture.AddLayer add -> adding.add(add);
            case CanvasGesture.MoveLayers move ->
                workplace.apply(new Edit.MoveLayers(move.places().stream()
                        .collect(Collectors.toMap(
                                CanvasGesture.Place::id,
                                place -> new Position(place.x(), place.y()),
                                (a, b) -> b,
                                LinkedHashMap::new))));
            case CanvasGesture.Connect connect -> workplace.apply(new Edit.Connect(connect.from(), connect.to()));
            case CanvasGesture.Disconnect disconnect ->
                workplace.apply(new Edit.Disconnect(new LinkedHashSet<>(disconnect.wires())));
            case CanvasGesture.RemoveLayers remove ->
                workplace.apply(new Edit.RemoveLayers(new LinkedHashSet<>(remove.layers())));
            case CanvasGesture.SelectionChanged selection -> workplace.picked(selection.layers());
            case CanvasGesture.CursorMoved cursor ->
                together.pointAt(cursor.over() ? new Position(cursor.x(), cursor.y()) : null);
            case CanvasGesture.Duplicate duplicate -> adding.duplicate(duplicate.layers());
            case CanvasGesture.Group group -> blocks.group(group.layers());
            case CanvasGesture.Ungroup ungroup -> blocks.ungroup(ungroup.layers());
            case CanvasGesture.Open open -> blocks.open(open.layer());
            case CanvasGesture.Leave leave -> blocks.leave();
            case CanvasGesture.OpenQuickAdd quickAdd -> adding.quickAdd(quickAdd);
            case CanvasGesture.Undo undo -> whole.undo();
            case CanvasGesture.Redo redo -> whole.redo();
            case CanvasGesture.Train train -> training.train();
            case CanvasGesture.ShowKeys keys -> new KeysHelp().open();
        }
    }
}
