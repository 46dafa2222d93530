package org.netloom.training.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Problem;
import org.netloom.format.DesignJson;
import org.netloom.format.PlanJson;
import org.netloom.format.ProblemJson;
import org.netloom.training.Run;
import org.netloom.training.RunState;

/** Reads a row of {@code run}, joined with the name of who queued it. */
final class RunRows {

    static final String SELECT = """
            select run.*, account.name as queued_by
            from run left join account on account.id = run.created_by
            """;

    private RunRows() {}

    static Run read(ResultSet row, int number) throws SQLException {
        RunState.Kind kind = RunState.Kind.valueOf(row.getString("state"));
        Optional<Problem> reason = Optional.ofNullable(row.getString("reason")).map(ProblemJson::readOwn);
        return new Run(
                row.getObject("id", UUID.class),
                row.getObject("workspace_id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getInt("number"),
                row.getString("name"),
                new Run.Snapshot(
                        DesignJson.read(row.getString("design")).get(),
                        row.getLong("design_revision"),
                        PlanJson.read(row.getString("plan")).get(),
                        row.getLong("seed"),
                        row.getString("version"),
                        row.getTimestamp("created_at").toInstant(),
                        Optional.ofNullable(row.getString("queued_by"))),
                RunState.of(kind, reason),
                Optional.ofNullable(row.getString("wanted")),
                progress(row),
                outcome(row));
    }

    private static Run.Progress progress(ResultSet row) throws SQLException {
        return new Run.Progress(
                row.getLong("iteration"),
                row.getLong("iterations"),
                row.getInt("epoch"),
                row.getInt("epochs"),
                number(row, "samples_per_second"),
                number(row, "seconds_left"),
                row.getDouble("training_seconds"),
                row.getLong("last_sequence"),
                time(row, "started_at"),
                time(row, "ended_at"));
    }

    private static Run.Outcome outcome(ResultSet row) throws SQLException {
        return new Run.Outcome(
                Optional.ofNullable(row.getString("dataset_fingerprint")),
                Optional.ofNullable(row.getString("engine")),
                Optional.ofNullable(row.getObject("parameters", Long.class)),
                number(row, "train_loss"),
                number(row, "validation_loss"),
                number(row, "validation_accuracy"),
                Optional.ofNullable(row.getString("evaluation")),
                Optional.ofNullable(row.getObject("model", UUID.class)),
                Optional.ofNullable(row.getString("proof")));
    }

    private static Optional<Double> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Double.class));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
