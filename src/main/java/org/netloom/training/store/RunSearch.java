package org.netloom.training.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netloom.training.Run;
import org.netloom.training.RunState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The run table: filter, sort, page. */
@Repository
public class RunSearch {

    private static final Map<String, String> SORTABLE = Map.of(
            "created", "run.created_at",
            "name", "lower(run.name)",
            "state", "run.state",
            "project", "lower(project.name)",
            "trainLoss", "run.train_loss",
            "validationLoss", "run.validation_loss",
            "validationAccuracy", "run.validation_accuracy",
            "duration", "run.training_seconds",
            "parameters", "run.parameters");

    private final JdbcClient jdbc;

    public RunSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What to list.
     *
     * @param text part of the run's or project's name; with # in front, a tag of either
     * @param sort one of {@link #sortable}
     */
    public record Query(
            UUID workspace,
            Optional<UUID> project,
            Optional<String> text,
            Optional<RunState.Kind> state,
            String sort,
            boolean descending,
            int offset,
            int limit) {
        public Query {
            // The database takes no zero character, and nothing is called by one.
            text = text.map(words -> words.replace("\0", ""));
        }

        public static List<String> sortable() {
            return SORTABLE.keySet().stream().sorted().toList();
        }

        public static Query newestOf(UUID workspace) {
            return new Query(workspace, Optional.empty(), Optional.empty(), Optional.empty(), "created", true, 0, 100);
        }
    }

    /** A run with the name of its project. */
    public record Found(Run run, String projectName) {}

    public List<Found> list(Query query) {
        List<Object> params = new ArrayList<>();
        String sql = """
                select run.*, account.name as queued_by, project.name as project_name
                from run join project on project.id = run.project_id
                     left join account on account.id = run.created_by
                """
                + where(query, params)
                + " order by " + SORTABLE.getOrDefault(query.sort(), "run.created_at")
                + (query.descending() ? " desc nulls last" : " asc nulls last")
                + ", run.id limit ? offset ?";
        params.add(query.limit());
        params.add(query.offset());
        return jdbc.sql(sql)
                .params(params)
                .query((row, number) -> new Found(RunRows.read(row, number), row.getString("project_name")))
                .list();
    }

    public long count(Query query) {
        List<Object> params = new ArrayList<>();
        return jdbc.sql("select count(*) from run join project on project.id = run.project_id " + where(query, params))
                .params(params)
                .query(Long.class)
                .single();
    }

    private static String where(Query query, List<Object> params) {
        StringBuilder sql = new StringBuilder("where run.workspace_id = ? and project.deleted_at is null");
        params.add(query.workspace());
        query.project().ifPresent(project -> {
            sql.append(" and run.project_id = ?");
            params.add(project);
        });
        query.state().ifPresent(state -> {
            sql.append(" and run.state = ?");
            params.add(state.name());
        });
        query.text().filter(text -> !text.isBlank()).ifPresent(text -> {
            if (text.strip().startsWith("#")) {
                sql.append(" and exists (select 1 from tag where tag.word = ? and tag.project_id = run.project_id"
                        + " and (tag.run_id is null or tag.run_id = run.id))");
                params.add(text.strip().substring(1).toLowerCase(Locale.ROOT));
                return;
            }
            sql.append(" and (position(? in lower(run.name)) > 0 or position(? in lower(project.name)) > 0)");
            String lower = text.strip().toLowerCase(Locale.ROOT);
            params.add(lower);
            params.add(lower);
        });
        return sql.toString();
    }
}
