package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.sharing.Comment;
import org.netloom.sharing.Comments;
import org.netloom.sharing.Subject;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Sharing", description = "Links, comments, notes, tags and what was done.")
class CommentsController {

    private final Comments comments;

    CommentsController(Comments comments) {
        this.comments = comments;
    }

    @Schema(name = "Comment")
    record CommentView(
            UUID id,
            UUID project,
            @Nullable UUID run,
            @Nullable CommentedLayer layer,

            @Schema(description = "The comment that this one answers.") @Nullable
            UUID thread,

            @Nullable UUID account,
            String who,

            @Schema(description = "As people read it: plain text, with the names of those mentioned.")
            String text,

            @Schema(description = "As it is changed: those mentioned as @{id of their account}.")
            String source,

            Instant at,
            @Nullable Instant editedAt,
            @Nullable Instant resolvedAt,
            @Nullable String resolvedBy,

            @Schema(description = "Only its place is kept, because others have answered.")
            boolean removed) {

        static CommentView of(Comment comment) {
            return new CommentView(
                    comment.id(),
                    comment.project(),
                    comment.run().orElse(null),
                    comment.layer()
                            .map(layer -> new CommentedLayer(layer.id(), layer.name(), layer.gone()))
                            .orElse(null),
                    comment.thread().orElse(null),
                    comment.account().orElse(null),
                    comment.who(),
                    comment.text(),
                    comment.source(),
                    comment.at(),
                    comment.editedAt().orElse(null),
                    comment.resolvedAt().orElse(null),
                    comment.resolvedBy().orElse(null),
                    comment.removed());
        }
    }

    @Schema(name = "CommentedLayer")
    record CommentedLayer(
            String id,
            String name,

            @Schema(description = "Whether the design has it no more.")
            boolean gone) {}

    @Schema(name = "NewComment")
    record NewComment(
            @Schema(description = "Plain text of at most 4,000 characters; @{id of an account} mentions a member.")
            String text,

            @Schema(description = "Id of the layer it is about; of projects only.") @Nullable
            String layer,

            @Schema(description = "The comment that it answers.") @Nullable
            UUID thread) {}

    @Schema(name = "CommentChange")
    record CommentChange(
            @Schema(description = "Other words; by the author only.") @Nullable
            String text,

            @Schema(description = "Whether the thread is settled.") @Nullable
            Boolean resolved) {}

    @Needs(Action.SEE)
    @GetMapping("/projects/{project}/comments")
    @Operation(summary = "What was said about a project", description = "And its layers; the oldest first.")
    List<CommentView> listProjectComments(
            @PathVariable UUID project,
            @Parameter(description = "Only about the layer with this id.") @RequestParam(required = false) @Nullable
                    String layer) {
        return comments.of(Subject.project(project)).stream()
                .filter(comment -> layer == null
                        || comment.layer()
                                .filter(about -> about.id().equals(layer))
                                .isPresent())
                .map(CommentView::of)
                .toList();
    }

    @Needs(Action.SEE)
    @GetMapping("/runs/{run}/comments")
    @Operation(summary = "What was said about a run", description = "The oldest first.")
    List<CommentView> listRunComments(@PathVariable UUID run) {
        return comments.of(Subject.run(run)).stream().map(CommentView::of).toList();
    }

    @Needs(Action.COMMENT)
    @PostMapping(path = "/projects/{project}/comments", consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Say something about a project", description = "Or about one of its layers.")
    CommentView createProjectComment(
            @PathVariable UUID project,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewComment.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        return add(Subject.project(project), body);
    }

    @Needs(Action.COMMENT)
    @PostMapping(path = "/runs/{run}/comments", consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Say something about a run")
    CommentView createRunComment(
            @PathVariable UUID run,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewComment.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        return add(Subject.run(run), body);
    }

    @Needs(Action.COMMENT)
    @PatchMapping(path = "/comments/{comment}", consumes = "application/json")
    @Operation(summary = "Change a comment", description = "Its words, or whether its thread is settled.")
    CommentView changeComment(
            @PathVariable UUID comment,
            @RequestBody(content = @Content(schema = @Schema(implementation = CommentChange.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("text", "resolved"));
        Optional<String> text = Body.text(wanted, "text");
        Optional<Boolean> resolved = Body.flag(wanted, "resolved");
        text.ifPresent(words -> Refused.unless(comments.edit(comment, words)));
        resolved.ifPresent(settled -> Refused.unless(comments.resolve(comment, settled)));
        return CommentView.of(comments.get(comment));
    }

    @Needs(Action.COMMENT)
    @DeleteMapping("/comments/{comment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a comment", description = "One's own or, for owners, anybody's.")
    void deleteComment(@PathVariable UUID comment) {
        comments.remove(comment).ifPresent(problem -> {
            throw new Refused(403, problem);
        });
    }

    private CommentView add(Subject subject, String body) {
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("text", "layer", "thread"));
        return CommentView.of(Refused.unless(comments.add(
                subject,
                new Comments.Draft(
                        Body.text(wanted, "text").orElse(""), Body.text(wanted, "layer"), Body.id(wanted, "thread")))));
    }
}
