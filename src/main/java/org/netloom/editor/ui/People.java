package org.netloom.editor.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.netloom.editor.Present;

/** Who else is here: a disc with initials for each person, in the colour that their cursor has on the canvas. */
final class People extends Div {

    private static final int MOST_SHOWN = 5;

    private List<Present> shown = List.of();

    People() {
        addClassName("netloom-people");
        getElement().setAttribute("role", "list");
        getElement().setAttribute("aria-label", getTranslation("editor.people"));
        getElement().setAttribute("hidden", true);
    }

    void show(List<Present> others) {
        Map<Object, Present> byPerson = new LinkedHashMap<>();
        others.forEach(each -> byPerson.putIfAbsent(each.account() == null ? each.tab() : each.account(), each));
        List<Present> people = List.copyOf(byPerson.values());
        if (people.stream()
                .map(Present::tab)
                .toList()
                .equals(shown.stream().map(Present::tab).toList())) {
            return;
        }
        shown = people;
        removeAll();
        people.stream().limit(MOST_SHOWN).forEach(each -> add(disc(each)));
        if (people.size() > MOST_SHOWN) {
            Span more = new Span("+" + (people.size() - MOST_SHOWN));
            more.addClassName("netloom-person");
            more.getElement().setAttribute("role", "listitem");
            String names = people.stream().skip(MOST_SHOWN).map(this::name).collect(Collectors.joining(", "));
            more.getElement().setAttribute("aria-label", names);
            more.setTitle(names);
            add(more);
        }
        // Not by setVisible: the browser would go on knowing who has left.
        getElement().setAttribute("hidden", people.isEmpty());
    }

    private Span disc(Present person) {
        String name = name(person);
        Span disc = new Span(initials(name));
        disc.addClassNames("netloom-person", "is-person-" + person.colour());
        disc.getElement().setAttribute("role", "listitem");
        disc.getElement().setAttribute("aria-label", getTranslation("editor.people.here", name));
        disc.setTitle(getTranslation("editor.people.here", name));
        return disc;
    }

    /** What a person is called on this page. */
    String name(Present person) {
        return person.name().isBlank() ? getTranslation("editor.people.visitor") : person.name();
    }

    private static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        return Arrays.stream(words.length > 2 ? new String[] {words[0], words[words.length - 1]} : words)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(java.util.Locale.ROOT);
    }
}
