package org.netloom.editor.ui;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Position;
import org.netloom.editor.DesignNews;
import org.netloom.editor.Presence;
import org.netloom.editor.Present;
import org.netloom.editor.Project;

/** What one page has to do with others: it hears of their edits, shows who is there, and is seen by them. */
final class Together {

    /** Who only watches others move is asked so often whether they still may. */
    private static final long NANOS_BETWEEN_LOOKS = 5_000_000_000L;

    private final DesignNews news;
    private final Presence presence;
    private final Company company;
    private final Runnable refresh;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final AtomicReference<List<Present>> newest = new AtomicReference<>();
    private volatile long shown;
    private long lastLook = System.nanoTime();
    private @Nullable Runnable stopListening;
    private Presence.@Nullable Seat seat;

    /** @param refresh called while the page may be changed, once for however many edits there were meanwhile */
    Together(DesignNews news, Presence presence, Company company, Runnable refresh) {
        this.news = news;
        this.presence = presence;
        this.company = company;
        this.refresh = refresh;
    }

    void begin(UI ui, Project project) {
        end();
        stopListening = news.listen(project.id(), revision -> changed(ui, revision));
        seat = presence.join(project.id(), others -> {
            if (newest.getAndSet(others) == null) {
                ui.access(() -> {
                    List<Present> now = newest.getAndSet(null);
                    if (now != null) {
                        meet(now);
                    }
                });
            }
        });
    }

    void end() {
        Runnable stop = stopListening;
        Presence.Seat taken = seat;
        if (stop != null && taken != null) {
            stop.run();
            taken.leave();
        }
        stopListening = null;
        seat = null;
    }

    private void meet(List<Present> others) {
        company.show(others);
        if (System.nanoTime() - lastLook > NANOS_BETWEEN_LOOKS) {
            look();
        }
    }

    private void look() {
        lastLook = System.nanoTime();
        refresh.run();
    }

    /** The page shows this revision: news of it, or of an older one, are none. */
    void shows(long revision) {
        shown = revision;
    }

    void at(List<String> path, List<String> selected) {
        Presence.Seat taken = seat;
        if (taken != null) {
            taken.at(path, selected);
        }
    }

    void pointAt(@Nullable Position cursor) {
        Presence.Seat taken = seat;
        if (taken != null) {
            taken.pointAt(cursor);
        }
    }

    private void changed(UI ui, long revision) {
        boolean known = revision != DesignNews.UNKNOWN && revision <= shown;
        if (!known && refreshing.compareAndSet(false, true)) {
            ui.access(() -> {
                refreshing.set(false);
                look();
            });
        }
    }
}
