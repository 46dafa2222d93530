package org.netloom.editor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netloom.design.Block;
import org.netloom.design.Design;
import org.netloom.design.Exposed;
import org.netloom.design.Layer;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.LayerKind;
import org.netloom.layers.Parameter;

/** Chooses which parameters inside a block its uses may set: those that are given a name; the same name sets several together. */
final class ExposeDialog extends Dialog {

    private final Map<Exposed.Target, TextField> fields = new LinkedHashMap<>();

    ExposeDialog(LayerCatalog catalog, Design design, Block block, SerializableConsumer<List<Exposed>> chosen) {
        setHeaderTitle(getTranslation("editor.expose.title", block.name()));
        setWidth("34rem");
        Paragraph help = new Paragraph(getTranslation("editor.expose.help"));
        help.addClassName("netloom-help");
        add(help);
        for (Layer layer : block.inside().layers().values()) {
            catalog.kind(design, layer.type())
                    .filter(kind -> !kind.parameters().isEmpty())
                    .ifPresent(kind -> add(section(block, layer, kind)));
        }
        Button done = new Button(getTranslation("editor.expose.done"), click -> {
            close();
            chosen.accept(ExposedNames.of(block, labels()));
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("editor.expose.cancel"), click -> close()), done);
    }

    private Details section(Block block, Layer layer, LayerKind kind) {
        Details section = new Details(layer.name() + " · " + kind.label());
        boolean any = false;
        for (Parameter parameter : kind.parameters()) {
            Exposed.Target target = new Exposed.Target(layer.id(), parameter.name());
            TextField field = new TextField(parameter.label());
            field.setPlaceholder(getTranslation("editor.expose.placeholder"));
            field.setMaxLength(Block.LONGEST_NAME);
            field.setClearButtonVisible(true);
            field.setWidthFull();
            String label = block.exposing(target.layer(), target.parameter())
                    .map(Exposed::label)
                    .orElse("");
            field.setValue(label);
            any |= !label.isEmpty();
            fields.put(target, field);
            section.add(field);
        }
        section.setOpened(any);
        section.setWidthFull();
        return section;
    }

    private Map<Exposed.Target, String> labels() {
        Map<Exposed.Target, String> labels = new LinkedHashMap<>();
        fields.forEach((target, field) -> labels.put(target, field.getValue()));
        return labels;
    }
}
