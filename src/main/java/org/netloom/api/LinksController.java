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
import org.netloom.sharing.Link;
import org.netloom.sharing.LinkTerm;
import org.netloom.sharing.Links;
import org.netloom.sharing.Subject;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Sharing", description = "Links, comments, notes, tags and what was done.")
class LinksController {

    private final Links links;

    LinksController(Links links) {
        this.links = links;
    }

    @Schema(name = "Link")
    record LinkView(
            UUID id,
            UUID project,

            @Schema(description = "The run it opens; absent: the project with its runs.") @Nullable
            UUID run,

            @Schema(description = "First letters of its secret, to tell links apart.")
            String hint,

            String madeBy,
            Instant madeAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,

            @Schema(description = "Whether it opens anything now.")
            boolean works) {

        static LinkView of(Link link) {
            return new LinkView(
                    link.id(),
                    link.project(),
                    link.run().orElse(null),
                    link.hint(),
                    link.madeBy(),
                    link.madeAt(),
                    link.expiresAt().orElse(null),
                    link.revokedAt().orElse(null),
                    link.works());
        }
    }

    @Schema(name = "FreshLink")
    record FreshLinkView(
            LinkView link,

            @Schema(
                    description = "Path of the page that it opens, with the secret. Shown this one time.",
                    example = "/shared/…")
            String path) {}

    @Schema(name = "NewLink")
    record NewLink(
            @Schema(
                    description = "How long it works; 30 days if left out.",
                    allowableValues = {"day", "week", "month", "never"})
            @Nullable
            String term) {}

    @Needs(Action.SEE)
    @GetMapping("/projects/{project}/links")
    @Operation(summary = "The links to a project", description = "The newest first, with those that work no more.")
    List<LinkView> listProjectLinks(@PathVariable UUID project) {
        return list(Subject.project(project));
    }

    @Needs(Action.SEE)
    @GetMapping("/runs/{run}/links")
    @Operation(summary = "The links to a run", description = "The newest first, with those that work no more.")
    List<LinkView> listRunLinks(@PathVariable UUID run) {
        return list(Subject.run(run));
    }

    @Needs(Action.SHARE)
    @PostMapping(path = "/projects/{project}/links", consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a link to a project",
            description =
                    "Whoever has it may look at the project and its runs, without an account. Its secret is answered once.")
    FreshLinkView createProjectLink(
            @PathVariable UUID project,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewLink.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        return make(Subject.project(project), body);
    }

    @Needs(Action.SHARE)
    @PostMapping(path = "/runs/{run}/links", consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a link to a run",
            description = "Whoever has it may look at this run, without an account. Its secret is answered once.")
    FreshLinkView createRunLink(
            @PathVariable UUID run,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewLink.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        return make(Subject.run(run), body);
    }

    @Needs(Action.SHARE)
    @DeleteMapping("/links/{link}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Revoke a link",
            description = "It opens nothing any more at once, for pages that are open too.")
    void deleteLink(@PathVariable UUID link) {
        links.revoke(link);
    }

    private List<LinkView> list(Subject subject) {
        return links.of(subject).stream().map(LinkView::of).toList();
    }

    private FreshLinkView make(Subject subject, String body) {
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, Set.of("term"));
        String term = Body.text(wanted, "term").orElse(LinkTerm.MONTH.id());
        Link.Fresh fresh = Refused.unless(links.make(
                subject,
                LinkTerm.find(term)
                        .orElseThrow(() -> Refused.badRequest(
                                "bad-document",
                                "“" + term + "” is no term.",
                                "A link works for a day, a week, a month or, with never, until it is revoked.",
                                "Correct it, or leave it out for a month."))));
        return new FreshLinkView(LinkView.of(fresh.link()), "/shared/" + fresh.secret());
    }
}
