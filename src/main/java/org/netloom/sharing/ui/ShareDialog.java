package org.netloom.sharing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.sharing.Link;
import org.netloom.sharing.LinkTerm;
import org.netloom.sharing.Links;
import org.netloom.sharing.Subject;
import org.netloom.training.ui.Ago;
import org.netloom.workspace.ui.Notices;
import org.netloom.workspace.ui.OneTimeSecret;
import org.netloom.workspace.ui.Question;

/** Makes links that show one project or run to whoever has them, and revokes them. */
final class ShareDialog extends Dialog {

    private final transient Links links;
    private final Subject subject;
    private final boolean mayShare;
    private final Div fresh = new Div();
    private final Div list = new Div();

    ShareDialog(Links links, Subject subject, boolean mayShare) {
        this.links = links;
        this.subject = subject;
        this.mayShare = mayShare;
        boolean run = subject.kind() == Subject.Kind.RUN;
        setHeaderTitle(
                getTranslation(!mayShare ? "sharing.shared" : run ? "sharing.share.run" : "sharing.share.project"));
        addClassName("netloom-share");
        setWidth("min(36rem, 94vw)");
        fresh.addClassName("netloom-share-fresh");
        list.addClassName("netloom-share-list");
        add(new Paragraph(getTranslation(run ? "sharing.share.run.text" : "sharing.share.project.text")));
        if (mayShare) {
            add(making(), fresh);
        } else {
            add(CommentCard.soft(getTranslation("sharing.shared.text")));
        }
        add(list);
        getFooter().add(new Button(getTranslation("sharing.close"), click -> close()));
        show();
    }

    private Div making() {
        Select<LinkTerm> term = new Select<>();
        term.setLabel(getTranslation("sharing.term"));
        term.setItems(LinkTerm.values());
        term.setItemLabelGenerator(each -> getTranslation("sharing.term." + each.id()));
        term.setValue(LinkTerm.MONTH);
        Button make = new Button(getTranslation("sharing.make"), click -> {
            switch (links.make(subject, term.getValue())) {
                case Result.Ok<Link.Fresh>(Link.Fresh made) -> fresh(made);
                case Result.Refused<Link.Fresh> refused -> tell(refused.problems());
            }
            show();
        });
        make.addThemeVariants(ButtonVariant.PRIMARY);
        Div making = new Div(term, make);
        making.addClassName("netloom-share-make");
        return making;
    }

    private void tell(List<Problem> problems) {
        fresh.removeAll();
        problems.forEach(problem -> fresh.add(new Paragraph(problem.text())));
    }

    /** The one time that the link can be copied. */
    private void fresh(Link.Fresh made) {
        fresh.removeAll();
        fresh.add(OneTimeSecret.address(
                getTranslation("sharing.fresh"), "shared/" + made.secret(), getTranslation("sharing.fresh.once")));
    }

    private void show() {
        list.removeAll();
        List<Link> all = links.of(subject);
        if (all.isEmpty()) {
            list.add(CommentCard.soft(getTranslation("sharing.links.none")));
            return;
        }
        list.add(new H3(getTranslation("sharing.links")));
        all.forEach(link -> list.add(row(link)));
    }

    private Div row(Link link) {
        Span hint = new Span("…/" + link.hint() + "…");
        hint.addClassName("netloom-share-hint");
        Span made = new Span(getTranslation("sharing.made.by", link.madeBy()) + " ");
        made.add(new Ago(link.madeAt()));
        Span term = new Span();
        if (link.revokedAt().isPresent()) {
            term.setText(getTranslation("sharing.revoked"));
        } else if (!link.works()) {
            term.setText(getTranslation("sharing.over"));
        } else if (link.expiresAt().isPresent()) {
            term.add(
                    new Span(getTranslation("sharing.until") + " "),
                    new Ago(link.expiresAt().get()));
        } else {
            term.setText(getTranslation("sharing.until.revoked"));
        }
        Div words = new Div(hint, made, term);
        words.addClassName("netloom-share-words");
        Div row = new Div(words);
        row.addClassNames("netloom-share-row", link.works() ? "works" : "over");
        if (mayShare && link.revokedAt().isEmpty()) {
            Button revoke = new Button(
                    getTranslation("sharing.revoke"),
                    click -> new Question(
                                    getTranslation("sharing.revoke.title"),
                                    getTranslation("sharing.revoke.text"),
                                    getTranslation("sharing.revoke"),
                                    () -> revoke(link))
                            .open());
            revoke.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.ERROR, ButtonVariant.TERTIARY);
            row.add(revoke);
        }
        return row;
    }

    private void revoke(Link link) {
        links.revoke(link.id());
        fresh.removeAll();
        show();
        Notices.done(getTranslation("sharing.revoke.done"));
    }
}
