package org.netloom.sharing;

import java.util.List;
import java.util.UUID;
import org.netloom.sharing.store.MentionStore;
import org.netloom.sharing.store.SubjectStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.Open;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where whoever asks was spoken to. */
@Service
public class Mentions {

    /** In the address of a page: the comment that it is asked to bring into view. */
    public static final String COMMENT = "comment";

    private static final int MOST = 200;
    private static final String OWN = "it is about the mentions of whoever asks, in workspaces they are a member of";

    private final Access access;
    private final MentionStore store;
    private final SubjectStore news;

    Mentions(Access access, MentionStore store, SubjectStore news) {
        this.access = access;
        this.store = store;
        this.news = news;
    }

    /** The newest first. */
    @Open(to = Open.To.SIGNED_IN, because = OWN)
    public List<Mention> mine() {
        return store.of(access.signedIn(false).account(), MOST);
    }

    @Open(to = Open.To.SIGNED_IN, because = OWN)
    public int unread() {
        return store.unread(access.signedIn(false).account());
    }

    @Open(to = Open.To.SIGNED_IN, because = OWN)
    @Transactional
    public void read(UUID comment) {
        UUID account = access.signedIn(true).account();
        store.read(account, comment);
        news.tell(account);
    }

    @Open(to = Open.To.SIGNED_IN, because = OWN)
    @Transactional
    public void readAll() {
        UUID account = access.signedIn(true).account();
        store.readAll(account);
        news.tell(account);
    }
}
