package org.netloom.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.Action;
import org.netloom.workspace.AuditEntry;
import org.netloom.workspace.AuditFilter;
import org.netloom.workspace.AuditLog;
import org.netloom.workspace.Deed;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Open;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Audit", description = "What was done, for owners and administrators.")
class AuditController {

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @Schema(name = "AuditEntry")
    record AuditLine(
            @Schema(description = "Rises with time.") long id,
            Instant at,
            @Schema(example = "role-changed") String deed,

            @Schema(description = "Who did it; null where nobody was signed in.") @Nullable
            UUID account,

            @Schema(description = "Their name then.") String who,
            @Nullable UUID target,

            @Schema(description = "Name of what it was done to.")
            String subject,

            String detail) {

        static AuditLine of(AuditEntry entry) {
            return new AuditLine(
                    entry.id(),
                    entry.at(),
                    AuditController.id(entry.deed()),
                    entry.account(),
                    entry.who(),
                    entry.target(),
                    entry.subject(),
                    entry.detail());
        }
    }

    @GetMapping("/workspaces/{workspace}/audit")
    @Needs(Action.AUDIT)
    @Operation(
            summary = "The audit log of a workspace",
            description =
                    "For owners, newest first: sign-ins and tokens of members since they joined, roles, deletions, downloads, "
                            + "links.")
    List<AuditLine> listAudit(
            @PathVariable UUID workspace,
            @Parameter(example = "role-changed") @RequestParam(required = false) @Nullable String deed,
            @RequestParam(required = false) @Nullable UUID account,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "100") int limit) {
        return log.of(workspace, new AuditFilter(deed(deed), account, from, until), skip, limit).stream()
                .map(AuditLine::of)
                .toList();
    }

    @GetMapping(path = "/workspaces/{workspace}/audit.csv", produces = "text/csv")
    @Needs(Action.AUDIT)
    @Operation(summary = "The audit log of a workspace as a table", description = "The newest 1000 lines that fit.")
    @ApiResponse(
            responseCode = "200",
            description = "Comma-separated values with a header.",
            useReturnTypeSchema = true)
    ResponseEntity<String> downloadAudit(
            @PathVariable UUID workspace,
            @RequestParam(required = false) @Nullable String deed,
            @RequestParam(required = false) @Nullable UUID account,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "0") int skip) {
        AuditFilter filter = new AuditFilter(deed(deed), account, from, until);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("netloom-audit.csv")
                                .build()
                                .toString())
                .body(AuditCsv.of(log.of(workspace, filter, skip, AuditLog.MOST_AT_ONCE)));
    }

    @GetMapping("/audit")
    @Open(to = Open.To.ADMINISTRATORS, because = "accounts belong to the installation")
    @Operation(
            summary = "The audit log of all accounts",
            description =
                    "For administrators, newest first: sign-ins and from where, passwords, tokens, accounts made and disabled.")
    List<AuditLine> listAccountAudit(
            @RequestParam(required = false) @Nullable String deed,
            @RequestParam(required = false) @Nullable UUID account,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "100") int limit) {
        return log.ofAccounts(new AuditFilter(deed(deed), account, from, until), skip, limit).stream()
                .map(AuditLine::of)
                .toList();
    }

    static String id(Deed deed) {
        return deed.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Deed deed(@Nullable String id) {
        if (id == null) {
            return null;
        }
        for (Deed deed : Deed.values()) {
            if (id(deed).equals(id)) {
                return deed;
            }
        }
        throw Refused.badRequest(
                "bad-parameter",
                "“" + id + "” is no value for “deed”.",
                "A deed as the lines of the log name it, such as role-changed.",
                "Correct it in the address.");
    }
}
