package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.sharing.Note;
import org.netloom.sharing.Notes;
import org.netloom.sharing.Subject;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Sharing", description = "Links, comments, notes, tags and what was done.")
class NotesController {

    private static final String HOW =
            "If-Match carries the ETag of the notes that the change was made from. Missing: 428; stale: 412.";

    private final Notes notes;

    NotesController(Notes notes) {
        this.notes = notes;
    }

    @Schema(name = "Notes")
    record NotesView(
            @Schema(description = "Plain text.") String text,

            @Schema(description = "The ETag; 0: nothing was ever noted.")
            long revision,

            @Nullable Instant changedAt,
            @Nullable String changedBy) {}

    @Schema(name = "NotesChange")
    record NotesChange(
            @Schema(description = "Plain text of at most 20,000 characters.")
            String text) {}

    @Schema(name = "Tags")
    record TagsView(
            @Schema(description = "Words in small letters, such as baseline or lr-1e3; at most 20.")
            List<String> tags) {}

    @Needs(Action.SEE)
    @GetMapping("/projects/{project}/notes")
    @Operation(summary = "What is noted about a project", description = "Its revision is the ETag.")
    ResponseEntity<NotesView> getProjectNotes(@PathVariable UUID project) {
        return answer(notes.of(Subject.project(project)));
    }

    @Needs(Action.SEE)
    @GetMapping("/runs/{run}/notes")
    @Operation(summary = "What is noted about a run", description = "Its revision is the ETag.")
    ResponseEntity<NotesView> getRunNotes(@PathVariable UUID run) {
        return answer(notes.of(Subject.run(run)));
    }

    @Needs(Action.EDIT)
    @PutMapping(path = "/projects/{project}/notes", consumes = "application/json")
    @Operation(summary = "Note something about a project", description = HOW)
    ResponseEntity<NotesView> putProjectNotes(
            @PathVariable UUID project,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = NotesChange.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        return write(Subject.project(project), ifMatch, body);
    }

    @Needs(Action.EDIT)
    @PutMapping(path = "/runs/{run}/notes", consumes = "application/json")
    @Operation(summary = "Note something about a run", description = HOW)
    ResponseEntity<NotesView> putRunNotes(
            @PathVariable UUID run,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = NotesChange.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        return write(Subject.run(run), ifMatch, body);
    }

    @Needs(Action.SEE)
    @GetMapping("/projects/{project}/tags")
    @Operation(summary = "The tags of a project")
    TagsView getProjectTags(@PathVariable UUID project) {
        return new TagsView(notes.tags(Subject.project(project)));
    }

    @Needs(Action.SEE)
    @GetMapping("/runs/{run}/tags")
    @Operation(summary = "The tags of a run")
    TagsView getRunTags(@PathVariable UUID run) {
        return new TagsView(notes.tags(Subject.run(run)));
    }

    @Needs(Action.EDIT)
    @PutMapping(path = "/projects/{project}/tags", consumes = "application/json")
    @Operation(summary = "Tag a project", description = "The list takes the place of the one before.")
    TagsView putProjectTags(
            @PathVariable UUID project,
            @RequestBody(content = @Content(schema = @Schema(implementation = TagsView.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        return tag(Subject.project(project), body);
    }

    @Needs(Action.EDIT)
    @PutMapping(path = "/runs/{run}/tags", consumes = "application/json")
    @Operation(summary = "Tag a run", description = "The list takes the place of the one before.")
    TagsView putRunTags(
            @PathVariable UUID run,
            @RequestBody(content = @Content(schema = @Schema(implementation = TagsView.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        return tag(Subject.run(run), body);
    }

    private ResponseEntity<NotesView> write(Subject subject, @Nullable String ifMatch, String body) {
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("text"));
        notes.mayWrite(subject);
        long base = Revisions.matching(ifMatch, notes.of(subject).revision());
        return answer(
                Refused.unless(notes.write(subject, Body.text(wanted, "text").orElse(""), base)));
    }

    private TagsView tag(Subject subject, String body) {
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("tags"));
        return new TagsView(Refused.unless(notes.tag(subject, Body.texts(wanted, "tags"))));
    }

    private static ResponseEntity<NotesView> answer(Note note) {
        return ResponseEntity.ok()
                .eTag(Revisions.tag(note.revision()))
                .body(new NotesView(
                        note.text(),
                        note.revision(),
                        note.changedAt().orElse(null),
                        note.changedBy().orElse(null)));
    }
}
