package org.netloom.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What all tables hold, as a number for each. When a token was last used does not count, nor who is looking or has tried to get in. */
final class Footprint {

    private final JdbcClient jdbc;
    private final List<String> tables;

    Footprint(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.tables = jdbc.sql("""
                        select table_name from information_schema.tables
                         where table_schema = 'public' and table_type = 'BASE TABLE'
                           and table_name not in ('flyway_schema_history', 'presence', 'guess')
                        """).query(String.class).list();
    }

    /** By table; of all rows, or of those in which one of these words occurs. */
    Map<String, String> take(String... words) {
        String where = words.length == 0 ? "" : "where row::text ~ :words";
        String all = tables.stream()
                .map(table -> "select '" + table + "' as name, count(*) || ':' || "
                        + "coalesce(sum(hashtextextended((to_jsonb(row) - 'used_at')::text, 0)), 0) as sum from "
                        + table
                        + " row " + where)
                .collect(Collectors.joining(" union all "));
        JdbcClient.StatementSpec statement = jdbc.sql(all);
        if (words.length > 0) {
            statement = statement.param("words", String.join("|", words));
        }
        Map<String, String> sums = new TreeMap<>();
        statement
                .query((row, number) -> sums.put(row.getString("name"), row.getString("sum")))
                .list();
        return sums;
    }

    /** The tables that two of these differ in. */
    static String difference(Map<String, String> before, Map<String, String> after) {
        return before.keySet().stream()
                .filter(table -> !before.get(table).equals(after.get(table)))
                .collect(Collectors.joining(", "));
    }

    /** Stays the same as long as no transaction writes anything anywhere, which is quickly known. */
    String lastWrite() {
        return jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    /** Whether the current transaction has written nothing at all, which is quickly known. */
    boolean isUntouched() {
        return jdbc.sql("select pg_current_xact_id_if_assigned() is null")
                .query(Boolean.class)
                .single();
    }
}
