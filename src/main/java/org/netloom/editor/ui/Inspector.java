package org.netloom.editor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Block;
import org.netloom.design.Edit;
import org.netloom.design.Footprint;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.design.Shape;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.LayerKind;
import org.netloom.layers.Parameter;

/** The selected layer: its name, parameters, shapes and problems. */
final class Inspector extends Div {

    private final transient LayerCatalog catalog;
    private final SerializableConsumer<Edit> edit;
    private @Nullable String shown;
    private String place = "";
    private List<Parameter> described = List.of();
    private @Nullable SettingsForm form;
    private final TextField name = new TextField();
    private final Div facts = new Div();
    private final ProblemList problems;
    private final BlockPanel block;

    Inspector(
            LayerCatalog catalog,
            SerializableConsumer<Edit> edit,
            SerializableConsumer<String> goTo,
            BlockCommands commands) {
        this.block = new BlockPanel(commands);
        this.catalog = catalog;
        this.edit = edit;
        this.problems = new ProblemList(edit, goTo);
        addClassName("netloom-inspector");
        facts.addClassName("netloom-facts");
        name.setLabel(getTranslation("editor.inspector.name"));
        name.setMaxLength(60);
        name.addValueChangeListener(event -> {
            String layer = shown;
            if (event.isFromClient() && layer != null) {
                edit.accept(new Edit.Rename(layer, event.getValue()));
            }
        });
    }

    void show(Scope scope, Layer layer, boolean editable) {
        LayerKind kind = catalog.kind(scope.design(), layer.type()).orElse(null);
        String at = String.join("/", scope.path());
        List<Parameter> parameters = kind == null ? List.of() : kind.parameters();
        if (!layer.id().equals(shown) || !at.equals(place) || !parameters.equals(described)) {
            build(layer, kind, parameters, editable);
            shown = layer.id();
            place = at;
            described = parameters;
        }
        Optional<Block> used = scope.design().blockOf(layer);
        block.setVisible(used.isPresent());
        used.ifPresent(found -> block.show(found, layer, editable));
        name.setValue(layer.name());
        name.setReadOnly(!editable);
        List<Problem> own = scope.problems().stream()
                .filter(problem -> layer.id().equals(problem.layer()))
                .toList();
        if (form != null) {
            form.show(layer.values(), own);
            form.setReadOnly(!editable);
        }
        showFacts(layer, scope.inference());
        problems.show(own, editable);
        problems.setVisible(!own.isEmpty());
    }

    private void build(Layer layer, @Nullable LayerKind type, List<Parameter> parameters, boolean editable) {
        removeAll();
        form = null;
        H3 title = new H3(type == null ? layer.type() : type.label());
        add(title);
        if (type != null) {
            Code formula = new Code(type.formula());
            formula.addClassName("netloom-formula");
            Paragraph help = new Paragraph(type.help());
            help.addClassName("netloom-help");
            add(help, formula);
        }
        add(problems, name, block);
        if (type != null) {
            form = new SettingsForm(
                    parameters,
                    Map.of(),
                    Set.of(Parameter.MAIN),
                    (setting, value) -> edit.accept(new Edit.SetParameter(layer.id(), setting, value)));
            add(form);
        }
        add(facts);
        if (editable) {
            Button remove = new Button(
                    getTranslation("editor.inspector.remove"),
                    VaadinIcon.TRASH.create(),
                    click -> edit.accept(new Edit.RemoveLayers(Set.of(layer.id()))));
            remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
            add(remove);
        }
    }

    /**
     * Says what colleagues have just changed of the layer.
     *
     * @param changedBy their names by marks as in {@link Footprint}
     */
    void mark(String layer, Map<String, String> changedBy) {
        if (form != null) {
            form.mark(setting -> changedBy.get(Footprint.setting(layer, setting)));
        }
        Marks.set(name, changedBy.get(Footprint.name(layer)));
    }

    private void showFacts(Layer layer, Inference inference) {
        facts.removeAll();
        inference.facts(layer.id()).ifPresent(known -> {
            if (!known.inputs().isEmpty()) {
                facts.add(fact(
                        "editor.inspector.inputs",
                        known.inputs().stream().map(Shape::text).collect(Collectors.joining(", "))));
            }
            facts.add(fact("editor.inspector.output", known.output().text()));
            facts.add(fact("editor.inspector.parameters", Figures.grouped(known.parameters())));
            facts.add(fact("editor.inspector.flops", Figures.flop(known.flops())));
        });
    }

    private Component fact(String key, String value) {
        Span label = new Span(getTranslation(key));
        Span figure = new Span(value);
        figure.addClassName("netloom-figure");
        Div fact = new Div(label, figure);
        fact.addClassName("netloom-fact");
        return fact;
    }

    /** Forgets which layer is shown, so that the next one is built anew. */
    void clear() {
        shown = null;
        removeAll();
    }
}
