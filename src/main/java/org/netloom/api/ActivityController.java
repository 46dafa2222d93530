package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.sharing.Mention;
import org.netloom.sharing.Mentions;
import org.netloom.workspace.Action;
import org.netloom.workspace.Activity;
import org.netloom.workspace.Happening;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Open;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Sharing", description = "Links, comments, notes, tags and what was done.")
class ActivityController {

    private final Activity activity;
    private final Mentions mentions;

    ActivityController(Activity activity, Mentions mentions) {
        this.activity = activity;
        this.mentions = mentions;
    }

    @Schema(name = "Happening")
    record HappeningView(
            @Schema(description = "What came later has a greater one.")
            long id,

            Instant at,

            @Schema(description = "What was done, such as project-made or role-changed.")
            String deed,

            @Schema(description = "The name, then, of whoever did it.")
            String who,

            @Schema(description = "Where, if that can still be opened.") @Nullable
            UUID project,

            @Schema(description = "To what, if that is a run which can still be opened.") @Nullable
            UUID run,

            @Schema(description = "The name, then, of what it was done to.")
            String subject,

            String detail) {

        static HappeningView of(Happening each) {
            return new HappeningView(
                    each.id(),
                    each.at(),
                    each.deed().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    each.who(),
                    each.project().orElse(null),
                    each.run().orElse(null),
                    each.subject(),
                    each.detail());
        }
    }

    @Schema(name = "Mention")
    record MentionView(
            UUID comment,
            String who,
            String workspace,
            UUID project,
            @Nullable UUID run,

            @Schema(description = "Name of the run and its project, or of the project.")
            String subject,

            @Schema(description = "Name of the layer.") @Nullable
            String layer,

            String text,
            Instant at,
            boolean read) {

        static MentionView of(Mention each) {
            return new MentionView(
                    each.comment(),
                    each.who(),
                    each.workspace(),
                    each.project(),
                    each.run().orElse(null),
                    each.subject(),
                    each.layer().orElse(null),
                    each.text(),
                    each.at(),
                    each.read());
        }
    }

    @Needs(Action.SEE)
    @GetMapping("/workspaces/{workspace}/activity")
    @Operation(summary = "What was done in a workspace", description = "The newest first.")
    List<HappeningView> listActivity(
            @PathVariable UUID workspace,
            @Parameter(description = "Only what is older than the one with this id.")
                    @RequestParam(defaultValue = "9223372036854775807")
                    long before,
            @Parameter(description = "How many at most, 1 to 200.") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > Activity.MOST) {
            throw Refused.badRequest(
                    "bad-parameter",
                    "“" + limit + "” is no value for “limit”.",
                    "1 to " + Activity.MOST + ".",
                    "Correct it in the address; before= leads on.");
        }
        return activity.of(workspace, before, limit).stream()
                .map(HappeningView::of)
                .toList();
    }

    @Open(to = Open.To.SIGNED_IN, because = "it lists the mentions of whoever asks")
    @GetMapping("/mentions")
    @Operation(
            summary = "Where you were mentioned",
            description = "In the workspaces you are a member of; the newest first.")
    List<MentionView> listMentions() {
        return mentions.mine().stream().map(MentionView::of).toList();
    }
}
