package org.netloom.sharing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.netloom.sharing.Mention;
import org.netloom.sharing.Mentions;
import org.netloom.training.ui.Ago;
import org.netloom.workspace.Open;

/** Where whoever is signed in was mentioned. */
@Route("inbox")
@PermitAll
@Open(to = Open.To.SIGNED_IN, because = "it lists the mentions of whoever is signed in")
@CssImport("./theme/sharing.css")
class InboxView extends Main implements HasDynamicTitle {

    private final transient Mentions mentions;
    private final Div list = new Div();
    private final Button readAll = new Button();

    InboxView(Mentions mentions) {
        this.mentions = mentions;
        addClassNames("netloom-page", "netloom-inbox");
        readAll.setText(getTranslation("sharing.inbox.read-all"));
        readAll.addThemeVariants(ButtonVariant.SMALL);
        readAll.addClickListener(click -> {
            mentions.readAll();
            show();
        });
        Div head = new Div(new H1(getTranslation("sharing.inbox")), readAll);
        head.addClassName("netloom-inbox-head");
        list.addClassName("netloom-inbox-list");
        add(head, list);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sharing.inbox") + " · " + getTranslation("shell.product");
    }

    private void show() {
        List<Mention> all = mentions.mine();
        readAll.setVisible(all.stream().anyMatch(each -> !each.read()));
        list.removeAll();
        if (all.isEmpty()) {
            Div none = new Div(
                    new H2(getTranslation("sharing.inbox.none")),
                    new Paragraph(getTranslation("sharing.inbox.none.text")));
            none.addClassName("netloom-empty");
            list.add(none);
        }
        all.forEach(each -> list.add(row(each)));
    }

    private NativeButton row(Mention mention) {
        Span who = new Span(mention.who());
        who.addClassName("netloom-comment-who");
        Span where = new Span(mention.layer()
                .map(layer -> getTranslation("sharing.inbox.layer", layer, mention.subject()))
                .orElse(getTranslation("sharing.inbox.where", mention.subject())));
        Div head = new Div(who, where, new Ago(mention.at()));
        head.addClassName("netloom-comment-head");
        Div text = new Div(mention.text());
        text.addClassName("netloom-inbox-text");
        Span workspace = CommentCard.soft(mention.workspace());
        NativeButton row = new NativeButton();
        row.add(head, text, workspace);
        row.addClassNames("netloom-inbox-row", mention.read() ? "read" : "unread");
        row.addClickListener(click -> {
            mentions.read(mention.comment());
            String address = mention.run().map(run -> "runs/" + run).orElse("projects/" + mention.project());
            getUI().ifPresent(page -> page.navigate(
                    address,
                    QueryParameters.of(Mentions.COMMENT, mention.comment().toString())));
        });
        return row;
    }
}
