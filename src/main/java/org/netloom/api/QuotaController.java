package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Open;
import org.netloom.workspace.Quota;
import org.netloom.workspace.Quotas;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Workspaces")
class QuotaController {

    private static final Set<String> LIMITS = Set.of("waitingRuns", "bytes", "parameters", "layers", "projects");

    private final Quotas quotas;
    private final Access access;

    QuotaController(Quotas quotas, Access access) {
        this.quotas = quotas;
        this.access = access;
    }

    @Schema(name = "Quota")
    record QuotaView(Quota allowed, Quota.Used used) {}

    @Schema(name = "QuotaExemption", description = "What is left out or null is as everywhere.")
    record ExemptionView(
            @Nullable Integer waitingRuns,
            @Nullable Long bytes,
            @Nullable Long parameters,
            @Nullable Long layers,
            @Nullable Integer projects) {}

    @GetMapping("/workspaces/{workspace}/quota")
    @Needs(Action.SEE)
    @Operation(
            summary = "What a workspace may use, and uses",
            description =
                    "When the stored bytes are used up no new run is queued; a training that has begun keeps all it made.")
    QuotaView getQuota(@PathVariable UUID workspace) {
        return new QuotaView(quotas.allowed(workspace), quotas.used(workspace));
    }

    @PutMapping(path = "/administration/quotas/{tenant}", consumes = "application/json")
    @Open(to = Open.To.ADMINISTRATORS, because = "what an installation can bear is decided by who looks after it")
    @Operation(
            summary = "Give one workspace limits of its own",
            description = "For administrators of the installation.")
    Quota changeQuota(
            @PathVariable UUID tenant,
            @RequestBody(content = @Content(schema = @Schema(implementation = ExemptionView.class)))
                    @org.springframework.web.bind.annotation.RequestBody
                    String body) {
        access.administrator();
        ObjectNode wanted = Body.object(body);
        Body.only(wanted, LIMITS);
        return Refused.unless(quotas.exempt(
                tenant,
                new Quota.Exemption(
                        count(wanted, "waitingRuns"),
                        Body.whole(wanted, "bytes").orElse(null),
                        Body.whole(wanted, "parameters").orElse(null),
                        Body.whole(wanted, "layers").orElse(null),
                        count(wanted, "projects"))));
    }

    private static @Nullable Integer count(ObjectNode wanted, String name) {
        return Body.whole(wanted, name)
                .map(value -> (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value)))
                .orElse(null);
    }
}
