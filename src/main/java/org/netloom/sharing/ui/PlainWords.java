package org.netloom.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;
import org.netloom.sharing.CommentText;
import org.netloom.sharing.LinkedText;

/** What people wrote, as text: nothing of it is ever read as HTML, and of addresses only http and https can be clicked. */
final class PlainWords {

    private PlainWords() {}

    static List<Component> of(String text) {
        return LinkedText.pieces(text).stream().map(PlainWords::piece).toList();
    }

    static List<Component> of(List<CommentText.Part> parts) {
        return parts.stream()
                .flatMap(part -> switch (part) {
                    case CommentText.Words words -> of(words.text()).stream();
                    case CommentText.Mentioned person -> Stream.of(mentioned(person));
                })
                .toList();
    }

    private static Component piece(LinkedText.Piece piece) {
        return switch (piece) {
            case LinkedText.Words words -> new Text(words.text());
            case LinkedText.Address address -> {
                Anchor anchor = new Anchor(address.text(), address.text(), AnchorTarget.BLANK);
                anchor.getElement().setAttribute("rel", "noopener noreferrer nofollow");
                yield anchor;
            }
        };
    }

    private static Component mentioned(CommentText.Mentioned person) {
        Span name = new Span(person.text());
        name.addClassName("netloom-mention");
        return name;
    }
}
