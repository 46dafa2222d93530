package org.netloom.sharing.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.sharing.Mentions;
import org.netloom.sharing.SharingNews;

/** Leads to where somebody was mentioned, with how often they have not looked yet. */
@CssImport("./theme/sharing.css")
public final class Bell extends Anchor {

    private final transient Mentions mentions;
    private final transient SharingNews news;
    private final UUID account;
    private final Span count = new Span();
    private transient @Nullable Runnable unsubscribe;

    public Bell(Mentions mentions, SharingNews news, UUID account) {
        this.mentions = mentions;
        this.news = news;
        this.account = account;
        setHref("inbox");
        addClassName("netloom-bell");
        Icon icon = new Icon("vaadin:bell");
        icon.getElement().setAttribute("aria-hidden", "true");
        count.addClassName("netloom-bell-count");
        add(icon, count);
        show();
    }

    private void show() {
        int unread = mentions.unread();
        count.setText(unread > 99 ? "99+" : String.valueOf(unread));
        count.setVisible(unread > 0);
        String label = unread == 0 ? getTranslation("sharing.bell.none") : getTranslation("sharing.bell", unread);
        setAriaLabel(label);
        setTitle(label);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI page = event.getUI();
        unsubscribe = news.subscribe(account, () -> page.access(this::show));
        show();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        Runnable end = unsubscribe;
        if (end != null) {
            end.run();
        }
    }
}
