package org.netloom.sharing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.sharing.store.CommentStore;
import org.netloom.sharing.store.MentionStore;
import org.netloom.sharing.store.SubjectStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Chronicle;
import org.netloom.workspace.Deed;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Person;
import org.netloom.workspace.Place;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members say about projects, layers and runs. Visitors with a link read none of it. */
@Service
public class Comments {

    /** Characters that a comment may have. */
    public static final int LONGEST = 4_000;

    private static final int MOST_MENTIONS = 20;
    private static final int MOST_OF_A_PROJECT = 5_000;

    private final Access access;
    private final Subjects subjects;
    private final CommentStore store;
    private final MentionStore mentions;
    private final SubjectStore news;
    private final CommentLayers layers;
    private final Chronicle chronicle;

    Comments(
            Access access,
            Subjects subjects,
            CommentStore store,
            MentionStore mentions,
            SubjectStore news,
            CommentLayers layers,
            Chronicle chronicle) {
        this.access = access;
        this.subjects = subjects;
        this.store = store;
        this.mentions = mentions;
        this.news = news;
        this.layers = layers;
        this.chronicle = chronicle;
    }

    /**
     * What somebody wants to say.
     *
     * @param layer id of a layer, for a comment on a project
     * @param thread the comment that this one answers
     */
    public record Draft(String text, Optional<String> layer, Optional<UUID> thread) {}

    /** Comments in the order in which they were made; those on runs are with the runs. */
    @Needs(Action.SEE)
    public List<Comment> of(Subject subject) {
        Place place = subjects.place(subject);
        access.require(place, Action.SEE);
        return layers.named(subject, store.of(place));
    }

    /** How many threads are not settled. */
    @Needs(Action.SEE)
    public long open(Subject subject) {
        Place place = subjects.place(subject);
        access.require(place, Action.SEE);
        return store.open(place);
    }

    @Needs(Action.SEE)
    public Comment get(UUID id) {
        CommentStore.Row row = row(id);
        access.require(subjects.place(row.subject()), Action.SEE);
        return layers.named(row.subject(), List.of(row.comment())).getFirst();
    }

    @Needs(Action.COMMENT)
    @Transactional
    public Result<Comment> add(Subject subject, Draft draft) {
        access.require(subjects.place(subject), Action.COMMENT);
        Place place = subjects.inTurn(subject);
        Person person = access.require(place, Action.COMMENT);
        if (store.count(place) >= MOST_OF_A_PROJECT) {
            return Result.refused(SharingProblems.tooManyComments(MOST_OF_A_PROJECT));
        }
        Optional<CommentStore.Row> thread = draft.thread().flatMap(store::find);
        if (draft.thread().isPresent()
                && thread.filter(row -> row.subject().equals(subject)).isEmpty()) {
            return Result.refused(SharingProblems.noSuchThread());
        }
        Optional<String> layer =
                thread.isPresent() ? thread.get().comment().layer().map(Comment.Layer::id) : draft.layer();
        Optional<String> layerName = thread.isPresent()
                ? thread.get().comment().layer().map(Comment.Layer::name)
                : layer.flatMap(id -> layers.name(subject, id));
        if (layer.isPresent() && layerName.isEmpty()) {
            return Result.refused(SharingProblems.noSuchLayer(layer.get()));
        }
        return sound(place, draft.text(), Set.of()).map(text -> {
            UUID id = UUID.randomUUID();
            UUID root = thread.map(
                            row -> row.comment().thread().orElse(row.comment().id()))
                    .orElse(null);
            store.add(id, place, root, layer.orElse(null), layerName.orElse(null), person, text);
            mention(id, person, CommentText.mentioned(text));
            chronicle.note(Deed.COMMENTED, person, place, subject.id(), subjects.name(subject), layerName.orElse(""));
            news.tell(project(place));
            return get(id);
        });
    }

    /** Other words in place of one's own. */
    @Needs(Action.COMMENT)
    @Transactional
    public Result<Comment> edit(UUID id, String text) {
        CommentStore.Row row = row(id);
        Place place = subjects.place(row.subject());
        Person person = access.require(place, Action.COMMENT);
        if (!isOf(row.comment(), person) || row.comment().removed()) {
            return Result.refused(SharingProblems.notYours());
        }
        return sound(place, text, CommentText.mentioned(row.comment().source())).map(words -> {
            store.edit(id, words);
            mention(id, person, CommentText.mentioned(words));
            news.tell(project(place));
            return get(id);
        });
    }

    /** Says that a thread is settled, or that it is not after all. */
    @Needs(Action.COMMENT)
    @Transactional
    public Result<Comment> resolve(UUID id, boolean resolved) {
        CommentStore.Row row = row(id);
        Place place = subjects.place(row.subject());
        Person person = access.require(place, Action.COMMENT);
        if (row.comment().thread().isPresent()) {
            return Result.refused(SharingProblems.notAThread());
        }
        store.resolve(id, resolved ? person.account() : null);
        news.tell(project(place));
        return Result.ok(get(id));
    }

    /** Takes back one's own comment or, for owners, anybody's. Where others have answered, its place is kept. */
    @Needs(Action.COMMENT)
    @Transactional
    public Optional<Problem> remove(UUID id) {
        CommentStore.Row row = row(id);
        Place place = subjects.place(row.subject());
        Person person = access.require(place, Action.COMMENT);
        if (!isOf(row.comment(), person) && !access.allows(place, Action.MANAGE)) {
            return Optional.of(SharingProblems.notYours());
        }
        store.remove(id);
        chronicle.note(
                Deed.COMMENT_REMOVED,
                person,
                place,
                row.subject().id(),
                subjects.name(row.subject()),
                row.comment().who());
        news.tell(project(place));
        return Optional.empty();
    }

    /** @param known who is mentioned already: they may have left since */
    private Result<String> sound(Place place, String text, Set<UUID> known) {
        return PlainText.of("text", text, 1, LONGEST).then(words -> {
            Set<UUID> people = CommentText.mentioned(words);
            if (people.size() > MOST_MENTIONS) {
                return Result.refused(SharingProblems.tooManyMentions(people.size(), MOST_MENTIONS));
            }
            people.removeAll(known);
            return mentions.areMembers(place.workspace(), people)
                    ? Result.ok(words)
                    : Result.refused(SharingProblems.notAMember());
        });
    }

    private void mention(UUID comment, Person author, Set<UUID> people) {
        mentions.replace(comment, author.account(), people);
        people.forEach(news::tell);
    }

    private CommentStore.Row row(UUID id) {
        return store.find(id).orElseThrow(AccessRefused::otherWorkspace);
    }

    private static boolean isOf(Comment comment, Person person) {
        return comment.account().filter(person.account()::equals).isPresent();
    }

    private static UUID project(Place place) {
        @Nullable UUID project = place.project();
        return java.util.Objects.requireNonNull(project);
    }
}
