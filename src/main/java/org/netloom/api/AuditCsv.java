package org.netloom.api;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netloom.workspace.AuditEntry;

/** The audit log as comma-separated values (RFC 4180) that no spreadsheet takes for formulas. */
final class AuditCsv {

    /** Some spreadsheets read the wide forms like the narrow ones. */
    private static final String FORMULAS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private AuditCsv() {}

    static String of(List<AuditEntry> entries) {
        return Stream.concat(
                        Stream.of(List.of("at", "deed", "who", "subject", "detail")),
                        entries.stream()
                                .map(entry -> List.of(
                                        entry.at().toString(),
                                        AuditController.id(entry.deed()),
                                        entry.who(),
                                        entry.subject(),
                                        entry.detail())))
                .map(row -> row.stream().map(AuditCsv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String cell(String text) {
        String harmless = mayBeFormula(text) || mayBeFormula(text.strip()) ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static boolean mayBeFormula(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
    }
}
