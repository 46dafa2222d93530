package org.netloom.editor.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;

/** Everything that can be put on the canvas, searchable, by category. Items are dragged, or added with Enter or a double click. */
@Tag("netloom-palette")
@JsModule("./canvas/palette.ts")
@Uses(TextField.class)
public class Palette extends Component implements HasSize {

    /**
     * @param type what {@link CanvasGesture.AddLayer} will carry
     * @param category 1 to 8, which of the category hues
     * @param group heading that it stands under; items of one group follow each other
     * @param icon SVG path data on a 24 by 24 grid, see {@link LayerIcons}
     * @param help shown when the pointer rests on it
     * @param words other words that find it
     */
    public record Item(String type, String label, int category, String group, String icon, String help, String words) {}

    private List<Item> items = List.of();

    public void setItems(List<Item> items) {
        if (!this.items.equals(items)) {
            this.items = List.copyOf(items);
            configure();
        }
    }

    public void focusSearch() {
        getElement().callJsFunction("focusSearch");
    }

    /** Somebody wants this type below the selected card. */
    public Registration onAdd(SerializableConsumer<String> listener) {
        return getElement()
                .addEventListener(
                        "netloom-add-type",
                        event -> listener.accept(
                                event.getEventData().path("event.detail").asString("")))
                .addEventData("event.detail");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        configure();
    }

    private void configure() {
        if (isAttached()) {
            getElement()
                    .callJsFunction(
                            "configure",
                            items,
                            Map.of(
                                    "search", getTranslation("editor.palette.search"),
                                    "nothing", getTranslation("editor.palette.nothing"),
                                    "list", getTranslation("editor.palette.list")));
        }
    }
}
