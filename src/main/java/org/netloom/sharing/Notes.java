package org.netloom.sharing;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.netloom.design.Result;
import org.netloom.sharing.store.NoteStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Person;
import org.netloom.workspace.Place;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes and tags of projects and runs. */
@Service
public class Notes {

    /** Characters that notes may have. */
    public static final int LONGEST = 20_000;

    private static final int LONGEST_TAG = 30;
    private static final int MOST_TAGS = 20;
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{0,28}[\\p{L}\\p{N}])?");

    private final Access access;
    private final Subjects subjects;
    private final NoteStore store;

    Notes(Access access, Subjects subjects, NoteStore store) {
        this.access = access;
        this.subjects = subjects;
        this.store = store;
    }

    @Needs(Action.SEE)
    public Note of(Subject subject) {
        access.check(subjects.place(subject), Action.SEE);
        return store.find(subject).orElse(Note.NONE);
    }

    /** @throws org.netloom.workspace.AccessRefused unless whoever asks may change the notes */
    @Needs(Action.EDIT)
    public void mayWrite(Subject subject) {
        access.check(subjects.place(subject), Action.EDIT);
    }

    /**
     * Puts this in place of what was noted.
     *
     * @param base the revision that the new text was made from; another one is refused as stale
     */
    @Needs(Action.EDIT)
    @Transactional
    public Result<Note> write(Subject subject, String text, long base) {
        Place place = subjects.place(subject);
        Person person = access.require(place, Action.EDIT);
        return PlainText.of("text", text, 0, LONGEST).then(sound -> {
            if (!store.save(subject, place, sound, base, person.account())) {
                return Result.refused(SharingProblems.staleNotes(
                        base, store.find(subject).orElse(Note.NONE).revision()));
            }
            return Result.ok(store.find(subject).orElseThrow());
        });
    }

    /** In the order of the alphabet. */
    @Needs(Action.SEE)
    public List<String> tags(Subject subject) {
        access.check(subjects.place(subject), Action.SEE);
        return store.tags(subject);
    }

    /** Makes these the tags. They are kept in small letters, each once. */
    @Needs(Action.EDIT)
    @Transactional
    public Result<List<String>> tag(Subject subject, List<String> words) {
        Place place = subjects.place(subject);
        access.require(place, Action.EDIT);
        TreeSet<String> tags = new TreeSet<>();
        for (String word : words) {
            String sound = word.strip().toLowerCase(Locale.ROOT);
            if (sound.length() > LONGEST_TAG || !TAG.matcher(sound).matches()) {
                return Result.refused(SharingProblems.badTag(
                        sound.length() > LONGEST_TAG ? sound.substring(0, LONGEST_TAG) + "…" : sound, LONGEST_TAG));
            }
            tags.add(sound);
        }
        if (tags.size() > MOST_TAGS) {
            return Result.refused(SharingProblems.tooManyTags(tags.size(), MOST_TAGS));
        }
        store.tag(subject, place, tags);
        return Result.ok(store.tags(subject));
    }

    /** The tags that are in use in the workspace of this, to choose from. */
    @Needs(Action.SEE)
    public List<String> used(Subject subject) {
        Place place = subjects.place(subject);
        access.require(place, Action.SEE);
        return store.used(place.workspace());
    }
}
