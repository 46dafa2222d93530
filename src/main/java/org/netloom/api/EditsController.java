package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.netloom.design.Edit;
import org.netloom.design.Result;
import org.netloom.editor.Editing;
import org.netloom.format.EditJson;
import org.netloom.format.Json;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(path = "/api/v1/projects/{project}", produces = "application/json")
@Tag(name = "Design and plan", description = "What is trained, and how.")
class EditsController {

    private final Editing editing;

    EditsController(Editing editing) {
        this.editing = editing;
    }

    @Schema(name = "Edited", description = "A design after an edit.")
    record EditedView(
            @Schema(description = "Of the design after the edit.", example = "18")
            long revision,

            @Schema(
                    description =
                            "As it was applied: layers that it adds may have got other ids, because an id is never given twice.")
            JsonNode edit) {}

    @Schema(name = "Change", description = "One entry of the log of a design.")
    record ChangeView(
            long revision,

            @Schema(description = "Name of who did it.") String by,

            @Schema(description = "edit, undo, redo or replace", example = "edit")
            String kind,

            @Schema(
                    description =
                            "As POST …/edits takes it; of the kind replace-design where the whole document was replaced.")
            JsonNode edit) {}

    @Needs(Action.EDIT)
    @PostMapping(path = "/edits", consumes = "application/json")
    @Operation(
            operationId = "editDesign",
            summary = "Edit the design of a project",
            description =
                    "One gesture, such as {\"kind\": \"set-parameter\", \"layer\": \"dense1\", \"parameter\": \"units\", \"value\": 64}. "
                            + "It is applied to the newest revision, whatever others did meanwhile; where it makes no sense any more it "
                            + "is refused: 422. Kinds: add-layers (layers, wires), remove-layers (ids), move-layers (positions), connect "
                            + "(wires), disconnect (ids), set-parameter (layer, parameter, value), rename (layer, name), batch (edits), "
                            + "group (layers, block, layer, name), ungroup (layer), put-block (block), remove-block (block), "
                            + "rename-block (block, name), expose (block, exposed), set-origin (block, origin), in-block (block, edit).")
    @ApiResponse(
            responseCode = "200",
            description = "The edit as it was applied, and the revision that it made.",
            content = @Content(schema = @Schema(implementation = EditedView.class)))
    EditedView edit(
            @PathVariable UUID project,
            @RequestBody(content = @Content(schema = @Schema(type = "object")))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        ObjectNode wanted = Body.object(body);
        Edit edit = Refused.unless(EditJson.read(wanted));
        Body.only(wanted, Set.copyOf(EditJson.write(edit).propertyNames()));
        return view(Refused.unless(editing.apply(project, edit)));
    }

    @Needs(Action.SEE)
    @GetMapping("/edits")
    @Operation(
            operationId = "listEdits",
            summary = "What was done in the design of a project",
            description = "Oldest first, at most 500; ask again after the last one's revision for more.")
    List<ChangeView> edits(
            @PathVariable UUID project,
            @Parameter(description = "Only what was done after this revision.")
                    @RequestParam(name = "after", defaultValue = "0")
                    long after) {
        return editing.changes(project, after).stream()
                .map(change ->
                        new ChangeView(change.revision(), change.name(), change.kind(), Json.parseOwn(change.edit())))
                .toList();
    }

    @Needs(Action.EDIT)
    @PostMapping("/undo")
    @Operation(
            operationId = "undoEdit",
            summary = "Take back the caller's last edit",
            description =
                    "Undo belongs to each person. Where somebody else has changed the same thing since, it is refused: 409; the next undo "
                            + "then comes to the edit before.")
    @ApiResponse(
            responseCode = "200",
            description = "The edit that took it back.",
            content = @Content(schema = @Schema(implementation = EditedView.class)))
    EditedView undo(@PathVariable UUID project) {
        return view(editing.undo(project), "undo", "There is no edit of yours to take back.");
    }

    @Needs(Action.EDIT)
    @PostMapping("/redo")
    @Operation(operationId = "redoEdit", summary = "Do again what the caller took back last")
    @ApiResponse(
            responseCode = "200",
            description = "The edit that did it again.",
            content = @Content(schema = @Schema(implementation = EditedView.class)))
    EditedView redo(@PathVariable UUID project) {
        return view(editing.redo(project), "redo", "There is no edit that you took back.");
    }

    private static EditedView view(Optional<Result<Editing.Edited>> result, String what, String none) {
        return view(Refused.unless(result.orElseThrow(() -> Refused.conflict(
                "nothing-to-" + what,
                none,
                "Undo and redo concern your own edits, as far back as a thousand revisions.",
                "Make an edit first."))));
    }

    private static EditedView view(Editing.Edited edited) {
        return new EditedView(edited.revision(), EditJson.write(edited.edit()));
    }
}
