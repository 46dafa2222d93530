package org.netloom.sharing;

import java.util.List;
import java.util.UUID;
import org.netloom.design.Result;
import org.netloom.sharing.store.LinkStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Chronicle;
import org.netloom.workspace.Deed;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Person;
import org.netloom.workspace.Place;
import org.netloom.workspace.Secrets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links that show one project or one run to whoever has them. */
@Service
public class Links {

    /** Links of one project or run that work. */
    static final int MOST_WORKING = 100;

    private static final int HINT = 6;

    private final Access access;
    private final Subjects subjects;
    private final LinkStore store;
    private final Chronicle chronicle;

    Links(Access access, Subjects subjects, LinkStore store, Chronicle chronicle) {
        this.access = access;
        this.subjects = subjects;
        this.store = store;
        this.chronicle = chronicle;
    }

    /** A new link. Its secret is readable this one time only. */
    @Needs(Action.SHARE)
    @Transactional
    public Result<Link.Fresh> make(Subject subject, LinkTerm term) {
        access.require(subjects.place(subject), Action.SHARE);
        Place place = subjects.inTurn(subject);
        Person person = access.require(place, Action.SHARE);
        if (store.of(place).stream().filter(Link::works).count() >= MOST_WORKING) {
            return Result.refused(SharingProblems.tooManyLinks(MOST_WORKING));
        }
        UUID id = UUID.randomUUID();
        String secret = Secrets.next();
        store.add(id, place, Secrets.hash(secret), secret.substring(0, HINT), person.account(), term.length());
        chronicle.note(Deed.LINK_MADE, person, place, subject.id(), subjects.name(subject), term.id());
        return Result.ok(new Link.Fresh(store.find(id).orElseThrow().link(), secret));
    }

    /** Those that were made for exactly this, the newest first, with those that work no more: members may know what is shown. */
    @Needs(Action.SEE)
    public List<Link> of(Subject subject) {
        Place place = subjects.place(subject);
        access.require(place, Action.SEE);
        return store.of(place);
    }

    /** Closes a link at once, for pages that are open too. Does nothing to one that is closed already. */
    @Needs(Action.SHARE)
    @Transactional
    public void revoke(UUID id) {
        Place place = store.find(id).orElseThrow(AccessRefused::otherWorkspace).place();
        Person person = mayEnd(place);
        if (store.revoke(id)) {
            Subject subject = place.run() != null ? Subject.run(place.run()) : Subject.project(project(place));
            chronicle.note(Deed.LINK_REVOKED, person, place, subject.id(), subjects.name(subject), "");
        }
    }

    /** Whoever shares may end it; in what is archived owners still may. */
    private Person mayEnd(Place place) {
        return access.require(place, access.allows(place, Action.MANAGE) ? Action.MANAGE : Action.SHARE);
    }

    private static UUID project(Place place) {
        return java.util.Objects.requireNonNull(place.project());
    }
}
