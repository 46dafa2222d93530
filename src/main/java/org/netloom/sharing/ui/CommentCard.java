package org.netloom.sharing.ui;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.avatar.AvatarVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.util.UUID;
import org.netloom.sharing.Comment;
import org.netloom.training.ui.Ago;

/** One comment: who, when, what, and what can be done with it. */
final class CommentCard extends Article {

    private final Div body = new Div();
    private final Div actions = new Div();

    CommentCard(Comment comment) {
        addClassName("netloom-comment");
        getElement().setAttribute("data-comment", comment.id().toString());
        Avatar avatar = new Avatar(comment.who());
        avatar.addThemeVariants(AvatarVariant.XSMALL);
        avatar.getElement().setAttribute("aria-hidden", "true");
        Span who = new Span(comment.who());
        who.addClassName("netloom-comment-who");
        Div head = new Div(avatar, who, new Ago(comment.at()));
        head.addClassName("netloom-comment-head");
        if (comment.editedAt().isPresent() && !comment.removed()) {
            head.add(soft(getTranslation("sharing.edited")));
        }
        body.addClassName("netloom-comment-body");
        actions.addClassName("netloom-comment-actions");
        if (comment.removed()) {
            body.add(soft(getTranslation("sharing.removed")));
        } else {
            Paragraph text = new Paragraph();
            PlainWords.of(comment.parts()).forEach(text::add);
            body.add(text);
        }
        add(head, body, actions);
    }

    static Span soft(String text) {
        Span span = new Span(text);
        span.addClassName("netloom-soft");
        return span;
    }

    /** Adds something to press under the text. */
    void action(String word, Command gesture) {
        Button button = new Button(getTranslation(word), click -> gesture.execute());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        actions.add(button);
    }

    /** Puts this in place of the text, to change it. */
    void edit(Composer composer) {
        body.removeAll();
        body.add(composer);
        actions.setVisible(false);
    }

    static boolean isOf(Comment comment, UUID account) {
        return comment.account().filter(account::equals).isPresent();
    }
}
