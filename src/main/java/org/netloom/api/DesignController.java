package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Design;
import org.netloom.design.Value;
import org.netloom.editor.Project;
import org.netloom.editor.Projects;
import org.netloom.format.DesignJson;
import org.netloom.format.PlanJson;
import org.netloom.training.PreRunCheck;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Place;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(path = "/api/v1/projects/{project}", produces = "application/json")
@Tag(name = "Design and plan", description = "What is trained, and how.")
class DesignController {

    private final Access access;
    private final Projects projects;
    private final PreRunCheck check;

    DesignController(Access access, Projects projects, PreRunCheck check) {
        this.access = access;
        this.projects = projects;
        this.check = check;
    }

    @Needs(Action.SEE)
    @GetMapping("/design")
    @Operation(summary = "The design of a project", description = "Its revision is the ETag.")
    @ApiResponse(
            responseCode = "200",
            description = "The document.",
            content = @Content(schema = @Schema(implementation = DesignDocument.class)))
    ResponseEntity<JsonNode> getDesign(@PathVariable UUID project) {
        return document(projects.get(project));
    }

    @Needs(Action.EDIT)
    @PutMapping(path = "/design", consumes = "application/json")
    @Operation(
            summary = "Replace the design of a project",
            description =
                    "If-Match carries the ETag of the design that the change was made from. Missing: 428; stale: 412. A design with "
                            + "problems is stored, too; only a document that cannot be read is refused.")
    @ApiResponse(
            responseCode = "200",
            description = "The document as stored.",
            content = @Content(schema = @Schema(implementation = DesignDocument.class)))
    ResponseEntity<JsonNode> replaceDesign(
            @PathVariable UUID project,
            @Parameter(description = "ETag of the design that was changed.", required = true, example = "\"3\"")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = DesignDocument.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        Project found = projects.get(project);
        // Before anything is said of revisions: who may not change it is not told what is wrong with the change.
        access.check(Place.project(found.workspace(), project), Action.EDIT);
        long base = Revisions.matching(ifMatch, found.revision());
        ObjectNode document = Body.object(body);
        Body.only(document, DesignJson.MEMBERS);
        Design design = Refused.unless(DesignJson.read(document));
        return document(Refused.unless(projects.replaceDesign(project, design, base)));
    }

    private static ResponseEntity<JsonNode> document(Project project) {
        return ResponseEntity.ok().eTag(Revisions.tag(project.revision())).body(DesignJson.write(project.design()));
    }

    @Needs(Action.SEE)
    @GetMapping("/check")
    @Operation(
            summary = "Check design and plan",
            description =
                    "Shapes and parameter counts of each layer, problems with repairs, and the estimated cost of training.")
    CheckView checkProject(@PathVariable UUID project) {
        Project found = projects.get(project);
        return CheckView.of(found.design(), found.revision(), check.check(found.design(), found.plan()));
    }

    @Needs(Action.SEE)
    @GetMapping("/plan")
    @Operation(
            summary = "The training plan of a project",
            description =
                    "One flat object of all settings of GET /api/v1/plan-settings, those never set with their defaults.")
    @ApiResponse(
            responseCode = "200",
            description = "All settings.",
            content = @Content(schema = @Schema(type = "object")))
    Map<String, @Nullable Object> getPlan(@PathVariable UUID project) {
        return PlanDocument.effective(projects.get(project).plan());
    }

    @Needs(Action.EDIT)
    @PutMapping(path = "/plan", consumes = "application/json")
    @Operation(
            summary = "Replace the training plan of a project",
            description =
                    "A flat object; settings left out or null go back to their defaults. The answer has all settings.")
    @ApiResponse(
            responseCode = "200",
            description = "All settings.",
            content = @Content(schema = @Schema(type = "object")))
    Map<String, @Nullable Object> replacePlan(
            @PathVariable UUID project,
            @RequestBody(content = @Content(schema = @Schema(type = "object")))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        Map<String, Value> plan = new LinkedHashMap<>(Refused.unless(PlanJson.read(Body.parse(body))));
        return PlanDocument.effective(
                Refused.unless(projects.replacePlan(project, plan)).plan());
    }
}
