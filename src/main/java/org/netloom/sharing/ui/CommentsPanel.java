package org.netloom.sharing.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.sharing.Comment;
import org.netloom.sharing.Comments;
import org.netloom.sharing.Mentions;
import org.netloom.sharing.Subject;
import org.netloom.workspace.Action;
import org.netloom.workspace.Person;
import org.netloom.workspace.Place;
import org.netloom.workspace.ui.Notices;
import org.netloom.workspace.ui.Question;

/** What members say about a project or a run, in threads; what others say appears by itself. */
class CommentsPanel extends Div {

    private final transient Talk talk;
    private final transient Person person;
    private final transient Place place;
    private final Subject subject;
    private final SerializableConsumer<String> goTo;
    private final boolean mayComment;
    private final boolean mayRemoveAll;
    private final MentionWords people;
    private final Div threads = new Div();
    private final Composer composer;
    private final Button settled = new Button();
    private transient @Nullable Runnable unsubscribe;
    private Optional<String> layer = Optional.empty();
    private String layerName = "";
    private boolean showSettled;
    private @Nullable UUID busyWith;

    /** @param goTo brings a layer into view */
    CommentsPanel(Talk talk, Subject subject, Place place, SerializableConsumer<String> goTo) {
        this.talk = talk;
        this.subject = subject;
        this.place = place;
        this.goTo = goTo;
        this.person = talk.access().require(place, Action.SEE);
        this.mayComment = talk.access().allows(place, Action.COMMENT);
        this.mayRemoveAll = talk.access().allows(place, Action.MANAGE);
        this.people = new MentionWords(talk.workspaces().members(place.workspace()));
        addClassName("netloom-comments");
        threads.addClassName("netloom-threads");
        settled.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        settled.addClickListener(click -> {
            showSettled = !showSettled;
            show();
        });
        this.composer = new Composer(people, label(), "", this::say);
        composer.setVisible(mayComment);
        add(composer, threads, settled);
    }

    /** Whatever is said from now on is about this layer; empty: about the whole. */
    final void about(Optional<String> id, String name) {
        if (!layer.equals(id) || !layerName.equals(name)) {
            layer = id;
            layerName = name;
            composer.label(label());
        }
    }

    /** Told how many threads are open. */
    protected void counted(long open) {}

    private String label() {
        return layer.isPresent()
                ? getTranslation("sharing.comment.layer", layerName)
                : getTranslation(
                        subject.kind() == Subject.Kind.RUN ? "sharing.comment.run" : "sharing.comment.project");
    }

    private boolean say(String text) {
        return done(composer, talk.comments().add(subject, new Comments.Draft(text, layer, Optional.empty())));
    }

    private boolean done(Composer composer, Result<Comment> result) {
        result.problems().stream().findFirst().ifPresent(composer::refuse);
        if (result.isOk()) {
            busyWith = null;
            show();
        }
        return result.isOk();
    }

    private void show() {
        List<Comment> all = talk.comments().of(subject);
        Map<UUID, List<Comment>> answers = all.stream()
                .filter(comment -> comment.thread().isPresent())
                .collect(Collectors.groupingBy(comment -> comment.thread().orElseThrow()));
        List<Comment> begun =
                all.stream().filter(comment -> comment.thread().isEmpty()).toList();
        long closed = begun.stream()
                .filter(comment -> comment.resolvedAt().isPresent())
                .count();
        threads.removeAll();
        begun.reversed().stream()
                .filter(comment -> showSettled || comment.resolvedAt().isEmpty())
                .forEach(comment -> threads.add(thread(comment, answers.getOrDefault(comment.id(), List.of()))));
        if (begun.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("sharing.comments.none"));
            none.addClassName("netloom-soft");
            threads.add(none);
        }
        settled.setVisible(closed > 0);
        settled.setText(getTranslation(showSettled ? "sharing.settled.hide" : "sharing.settled.show", closed));
        counted(begun.size() - closed);
    }

    private Div thread(Comment first, List<Comment> answers) {
        Div thread = new Div();
        thread.addClassName("netloom-thread");
        first.layer().ifPresent(about -> thread.add(layer(about)));
        thread.add(card(first, thread));
        answers.forEach(answer -> thread.add(card(answer, thread)));
        if (first.resolvedAt().isPresent()) {
            thread.addClassName("is-settled");
            thread.add(CommentCard.soft(
                    getTranslation("sharing.settled.by", first.resolvedBy().orElse("…"))));
        }
        return thread;
    }

    private com.vaadin.flow.component.Component layer(Comment.Layer about) {
        if (about.gone()) {
            return CommentCard.soft(getTranslation("sharing.layer.gone", about.name()));
        }
        Button open = new Button(about.name(), click -> goTo.accept(about.id()));
        open.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        open.addClassName("netloom-comment-layer");
        open.setTooltipText(getTranslation("sharing.layer.show"));
        return open;
    }

    private CommentCard card(Comment comment, Div thread) {
        CommentCard card = new CommentCard(comment);
        if (!mayComment) {
            return card;
        }
        if (comment.thread().isEmpty()) {
            card.action("sharing.answer", () -> answer(comment, thread));
            boolean open = comment.resolvedAt().isEmpty();
            card.action(open ? "sharing.settle" : "sharing.reopen", () -> {
                talk.comments().resolve(comment.id(), open).problems().forEach(this::tell);
                show();
            });
        }
        boolean own = CommentCard.isOf(comment, person.account());
        if (own && !comment.removed()) {
            card.action("sharing.edit", () -> edit(comment, card));
        }
        if ((own || mayRemoveAll) && !comment.removed()) {
            card.action(
                    "sharing.remove",
                    () -> new Question(
                                    getTranslation("sharing.remove.title"),
                                    getTranslation("sharing.remove.text"),
                                    getTranslation("sharing.remove"),
                                    () -> {
                                        talk.comments().remove(comment.id()).ifPresent(this::tell);
                                        show();
                                    })
                            .open());
        }
        return card;
    }

    private void answer(Comment comment, Div thread) {
        busyWith = comment.id();
        Composer[] own = new Composer[1];
        own[0] = new Composer(
                        people,
                        getTranslation("sharing.answer.to", comment.who()),
                        "",
                        text -> done(
                                own[0],
                                talk.comments()
                                        .add(
                                                subject,
                                                new Comments.Draft(text, Optional.empty(), Optional.of(comment.id())))))
                .withCancel(this::cancel)
                .focused();
        thread.add(own[0]);
    }

    private void edit(Comment comment, CommentCard card) {
        busyWith = comment.id();
        Composer[] own = new Composer[1];
        own[0] = new Composer(
                        people,
                        getTranslation("sharing.edit"),
                        comment.source(),
                        text -> done(own[0], talk.comments().edit(comment.id(), text)))
                .withCancel(this::cancel)
                .focused();
        card.edit(own[0]);
    }

    private void cancel() {
        busyWith = null;
        show();
    }

    private void tell(Problem problem) {
        Notices.refused(List.of(problem));
    }

    /** Whether an address leads to something that was said. */
    static boolean isMeantBy(Location address) {
        return address.getQueryParameters().getParameters().containsKey(Mentions.COMMENT);
    }

    /** Brings into view what the address of the page leads to, settled or not. */
    private void reveal(UI page) {
        page.getActiveViewLocation()
                .getQueryParameters()
                .getSingleParameter(Mentions.COMMENT)
                .ifPresent(wanted -> {
                    showSettled = true;
                    show();
                    getElement().executeJs("""
                    setTimeout(() => {
                      const card = this.querySelector('[data-comment="' + CSS.escape($0) + '"]');
                      card?.classList.add('is-wanted');
                      card?.scrollIntoView({block: 'center'});
                    }, 300)""", wanted);
                });
    }

    /** Counts what is said, and shows it where the panel is shown, until it is left. */
    final void follow(UI page) {
        if (unsubscribe == null) {
            unsubscribe = talk.news()
                    .subscribe(java.util.Objects.requireNonNull(place.project()), () -> page.access(this::look));
        }
        look();
    }

    private void look() {
        // Nobody loses what they are writing because somebody else has spoken.
        if (isAttached() && busyWith == null) {
            show();
        } else {
            counted(talk.comments().open(subject));
        }
    }

    final void leave() {
        Runnable end = unsubscribe;
        if (end != null) {
            end.run();
            unsubscribe = null;
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        follow(event.getUI());
        reveal(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leave();
    }
}
