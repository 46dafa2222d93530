package org.netloom.sharing;

import java.util.UUID;
import org.netloom.news.Audience;
import org.netloom.news.NewsLine;
import org.netloom.sharing.store.SubjectStore;
import org.netloom.workspace.Open;
import org.springframework.stereotype.Component;

/** Tells open pages that somebody said something about a project, or to a person, whichever process it was said to. */
@Open(to = Open.To.EVERYONE, because = "news say nothing; whoever hears of some asks for what was said")
@Component
public class SharingNews {

    private final Audience<SharingNews> audience = new Audience<>();

    SharingNews(NewsLine line) {
        line.hear(SubjectStore.CHANNEL, of -> audience.tell(UUID.fromString(of), this), () -> audience.tellAll(this));
    }

    /**
     * Nudges whenever there may be something new about a project or for an account, until the answer is run.
     *
     * @param nudge called on the thread that serves everyone: must return at once
     */
    public Runnable subscribe(UUID of, Runnable nudge) {
        return audience.join(of, news -> nudge.run());
    }
}
