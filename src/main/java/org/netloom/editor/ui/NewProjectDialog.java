package org.netloom.editor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.netloom.layers.LayerCatalog;
import org.netloom.templates.Template;
import org.netloom.templates.Templates;

/** What a new project begins from: nothing, or a template of the course, in the order of the course. */
final class NewProjectDialog extends Dialog {

    /** @param choose takes the template's id, or nothing for a blank project */
    NewProjectDialog(LayerCatalog layers, SerializableConsumer<String> choose) {
        SerializableConsumer<String> chosen = template -> {
            close();
            choose.accept(template);
        };
        setHeaderTitle(getTranslation("home.new.title"));
        addClassName("netloom-new");
        setWidth("min(960px, 96vw)");
        Button close = new Button(new Icon("vaadin:close"), click -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(getTranslation("home.new.close"));
        getHeader().add(close);
        Div list = new Div(blank(chosen));
        list.addClassName("netloom-templates");
        chapters().forEach((chapter, templates) -> list.add(chapter(chapter, templates, layers, chosen)));
        add(list);
    }

    private NativeButton blank(SerializableConsumer<String> choose) {
        Icon icon = new Icon("vaadin:plus");
        icon.getElement().setAttribute("aria-hidden", "true");
        Span title = new Span(getTranslation("home.new.blank"));
        title.addClassName("title");
        Span help = new Span(getTranslation("home.new.blank.help"));
        help.addClassName("teaches");
        NativeButton button = new NativeButton("", click -> choose.accept(""));
        button.add(icon, new Div(title, help));
        button.addClassNames("netloom-template", "blank");
        return button;
    }

    private static Map<String, List<Template>> chapters() {
        return Templates.all().stream()
                .collect(Collectors.groupingBy(Template::chapter, LinkedHashMap::new, Collectors.toList()));
    }

    private static Section chapter(
            String name, List<Template> templates, LayerCatalog layers, SerializableConsumer<String> choose) {
        Div cards = new Div();
        cards.addClassName("netloom-chapter");
        templates.forEach(template -> cards.add(new TemplateCard(template, layers, choose)));
        return new Section(new H3(name), cards);
    }
}
