package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.editor.Project;
import org.netloom.editor.Projects;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Projects", description = "A project holds one design, one training plan and the runs made of them.")
class ProjectsController {

    private final Projects projects;

    ProjectsController(Projects projects) {
        this.projects = projects;
    }

    @Schema(name = "Project")
    record ProjectView(
            UUID id,
            UUID workspace,
            String name,

            @Schema(description = "Whether it can only be read, and is not in the list.")
            boolean archived,

            @Schema(description = "Id of the template it began from.") @Nullable
            String template,

            @Schema(description = "Of the design; raised by one with every change.")
            long revision,

            @Schema(description = "Of the plan; raised by one with every change.")
            long planRevision,

            Instant touchedAt,
            @Nullable String touchedBy) {

        static ProjectView of(Project project) {
            return new ProjectView(
                    project.id(),
                    project.workspace(),
                    project.name(),
                    project.archived(),
                    project.template().orElse(null),
                    project.revision(),
                    project.planRevision(),
                    project.touchedAt(),
                    project.touchedBy().orElse(null));
        }
    }

    @Schema(name = "NewProject")
    record NewProject(
            @Schema(description = "The template's title, or “Untitled”, if left out.") @Nullable
            String name,

            @Schema(description = "Id of a template; blank if left out.", example = "xor-2-2-1") @Nullable
            String template) {}

    @Schema(name = "ProjectChange")
    record ProjectChange(String name) {}

    @Needs(Action.SEE)
    @GetMapping("/workspaces/{workspace}/projects")
    @Operation(summary = "The projects of a workspace", description = "The one touched last comes first.")
    List<ProjectView> listProjects(@PathVariable UUID workspace) {
        return projects.list(workspace).stream().map(ProjectView::of).toList();
    }

    @Needs(Action.EDIT)
    @PostMapping(path = "/workspaces/{workspace}/projects", consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a project", description = "Blank, or with the design and plan of a template.")
    ResponseEntity<ProjectView> createProject(
            @PathVariable UUID workspace,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewProject.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("name", "template"));
        Project project = Refused.unless(projects.create(
                workspace,
                Body.text(wanted, "name").orElse(""),
                Body.text(wanted, "template").orElse("")));
        return ResponseEntity.created(URI.create("/api/v1/projects/" + project.id()))
                .body(ProjectView.of(project));
    }

    @Needs(Action.SEE)
    @GetMapping("/projects/{project}")
    @Operation(summary = "A project")
    ProjectView getProject(@PathVariable UUID project) {
        return ProjectView.of(projects.get(project));
    }

    @Needs(Action.EDIT)
    @PatchMapping(path = "/projects/{project}", consumes = "application/json")
    @Operation(summary = "Rename a project")
    ProjectView changeProject(
            @PathVariable UUID project,
            @RequestBody(content = @Content(schema = @Schema(implementation = ProjectChange.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("name"));
        return ProjectView.of(Refused.unless(
                projects.rename(project, Body.text(wanted, "name").orElse(""))));
    }
}
