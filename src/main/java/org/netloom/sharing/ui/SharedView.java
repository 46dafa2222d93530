package org.netloom.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.sharing.Visits;
import org.netloom.training.ui.Entry;
import org.netloom.training.ui.Pulse;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Open;
import org.netloom.workspace.Place;

/** What a shared link shows to whoever has it, until the link is over. */
@Route(value = "shared/:secret", autoLayout = false)
@RouteAlias(value = "shared/:secret/runs/:run", autoLayout = false)
@AnonymousAllowed
@Open(
        to = Open.To.EVERYONE,
        because = "who has the secret of a link is who the link is for; every use asks whether it still opens")
@CssImport("./theme/runs.css")
@CssImport("./theme/sharing.css")
class SharedView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Duration CALM = Duration.ofSeconds(3);

    private final transient Visits visits;
    private final transient SharedPlaces places;
    private String secret = "";
    private String title = "";
    private boolean closed;
    private @Nullable Command look;

    SharedView(Visits visits, SharedPlaces places, Pulse pulse) {
        this.visits = visits;
        this.places = places;
        addClassName("netloom-shared");
        pulse.whileAttached(this, CALM, () -> {
            Command again = look;
            entry().in(again == null ? () -> {} : again);
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        secret = event.getRouteParameters().get("secret").orElse("");
        closed = false;
        look = null;
        removeAll();
        Optional<String> run = event.getRouteParameters().get("run");
        entry().in(() -> show(visits.find(secret).orElseThrow(AccessRefused::otherWorkspace), run.map(SharedView::id)));
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("shell.product");
    }

    private void show(Place link, Optional<UUID> wanted) {
        UUID run = link.run() != null ? link.run() : wanted.orElse(null);
        if (run != null) {
            SharedRun page = places.run(run, entry());
            title = page.name();
            add(head(page.name(), link.run() == null), page);
        } else {
            SharedProject page = places.project(link, "shared/" + secret + "/runs/", entry());
            title = page.name();
            look = page::look;
            add(head(page.name(), false), page);
        }
    }

    private Component head(String name, boolean back) {
        Span mark = new Span();
        mark.addClassName("netloom-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Span note = new Span(getTranslation("sharing.visitor"));
        note.addClassName("netloom-shared-note");
        Div words = new Div(new H1(name), note);
        words.addClassName("netloom-shared-name");
        Header head = new Header(mark, words);
        if (back) {
            Anchor project = new Anchor("shared/" + secret, getTranslation("sharing.visitor.back"));
            project.addClassName("netloom-shared-back");
            head.add(project);
        }
        head.addClassName("netloom-shared-head");
        return head;
    }

    private Entry entry() {
        return new Entry() {
            @Override
            public void in(Command use) {
                enter(use);
            }

            @Override
            public boolean isVisitor() {
                return true;
            }
        };
    }

    /** Goes on if the link still opens; else everything it has shown is taken away. */
    private void enter(Command use) {
        if (closed) {
            return;
        }
        try {
            visits.during(secret, () -> {
                if (visits.find(secret).isEmpty()) {
                    throw AccessRefused.otherWorkspace();
                }
                use.execute();
                return true;
            });
        } catch (AccessRefused over) {
            close();
        }
    }

    private void close() {
        closed = true;
        look = null;
        title = getTranslation("sharing.closed");
        removeAll();
        Span mark = new Span();
        mark.addClassName("netloom-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Div card = new Div(
                mark, new H1(getTranslation("sharing.closed")), new Paragraph(getTranslation("sharing.closed.text")));
        card.addClassName("netloom-sign-in-card");
        Div page = new Div(card);
        page.addClassName("netloom-sign-in");
        add(page);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw AccessRefused.otherWorkspace();
        }
    }
}
