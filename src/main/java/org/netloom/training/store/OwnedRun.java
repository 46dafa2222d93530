package org.netloom.training.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Problem;
import org.netloom.format.Json;
import org.netloom.format.ProblemJson;
import org.netloom.training.RunState;
import org.netloom.training.RunTransitions;
import org.netloom.training.Series;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;

/** What the process that owns a run may write. Every write checks that it still owns it, so that a zombie cannot. */
public final class OwnedRun {

    private static final int KEPT_CHECKPOINTS = 2;
    private static final int KEPT_SHEETS = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Blobs blobs;
    private final RunStore runs;
    private final UUID id;
    private final UUID workspace;
    private final UUID owner;
    /** Sequence of the last point that is surely stored; -1 before the first. */
    private long known = -1;

    public OwnedRun(JdbcClient jdbc, TransactionTemplate transaction, UUID id, UUID workspace, UUID owner) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.blobs = new Blobs(jdbc);
        this.runs = new RunStore(jdbc);
        this.id = id;
        this.workspace = workspace;
        this.owner = owner;
    }

    /** Another process has taken the run over. */
    public static final class NotOwner extends RuntimeException {
        public NotOwner() {
            super("Another worker has taken the run over");
        }
    }

    /** A point of a curve that has no sequence number yet. */
    public record NewPoint(Series series, long iteration, int epoch, double value) {}

    /** Figures that go with new points. */
    public record Pace(
            long iteration,
            int epoch,
            Optional<Double> samplesPerSecond,
            Optional<Double> secondsLeft,
            double trainingSeconds) {}

    /** The newest checkpoint. */
    public record Saved(long iteration, int epoch, InputStream state) {}

    public Optional<Saved> newestCheckpoint() {
        return jdbc.sql(
                        "select iteration, epoch, blob_id from checkpoint where run_id = ? order by iteration desc limit 1")
                .param(id)
                .query((row, n) -> new Saved(row.getLong(1), row.getInt(2), blobs.read(row.getObject(3, UUID.class))))
                .optional();
    }

    /** Says what is about to be trained. */
    public void prepared(long iterations, int epochs, long parameters, String fingerprint, String engine) {
        owning(() -> jdbc.sql("""
                        update run set iterations = ?, epochs = ?, parameters = ?, dataset_fingerprint = ?, engine = ? where id = ?
                        """)
                .params(iterations, epochs, parameters, fingerprint, engine, id)
                .update());
    }

    /**
     * Begins or goes on after an iteration: points beyond it are void and are removed, since they will be computed again. A mark of
     * the restart takes their place.
     */
    public void startAfter(long iteration, int epoch, boolean restarted) {
        owning(() -> {
            jdbc.sql("delete from metric_point where run_id = ? and iteration > ?")
                    .params(id, iteration)
                    .update();
            jdbc.sql("delete from run_samples where run_id = ? and iteration > ?")
                    .params(id, iteration)
                    .update();
            if (restarted) {
                jdbc.sql("""
                                with next as (update run set last_sequence = last_sequence + 1 where id = :id returning last_sequence)
                                insert into metric_point (run_id, sequence, series, iteration, epoch, value)
                                select :id, last_sequence, 0, :iteration, :epoch, 0 from next
                                """)
                        .param("id", id)
                        .param("iteration", iteration)
                        .param("epoch", epoch)
                        .update();
            }
            jdbc.sql("update run set iteration = ?, epoch = ?, progress_at = now() where id = ?")
                    .params(iteration, epoch, id)
                    .update();
            jdbc.sql("update run set state = 'RUNNING' where id = ? and state = 'PREPARING' and wanted is null")
                    .param(id)
                    .update();
            jdbc.sql("update run set state = case wanted when 'STOP' then 'STOPPING' else 'PAUSING' end "
                            + "where id = ? and state = 'PREPARING' and wanted is not null")
                    .param(id)
                    .update();
        });
    }

    /** Stores points and pace, and tells what a person wants meanwhile. */
    public Optional<String> append(List<NewPoint> points, Pace pace) {
        Appended appended = transaction.execute(status -> {
            Row row = own();
            int count = points.size();
            // A commit whose answer was lost is tried again by the caller: what it stored must not be stored twice.
            boolean stored = known >= 0 && row.lastSequence() == known + count;
            long before = stored ? known : row.lastSequence();
            if (count > 0 && !stored) {
                insert(points, before);
            }
            jdbc.sql("""
                            update run set state = case state when 'LOST' then 'RUNNING' else state end,
                                   last_sequence = :sequence, iteration = :iteration, epoch = :epoch,
                                   progress_at = case when iteration = :iteration then progress_at else now() end,
                                   samples_per_second = :speed, seconds_left = :left, training_seconds = :seconds,
                                   train_loss = coalesce(cast(:epochLoss as double precision),
                                       case when :epoch <= 1 then cast(:trainLoss as double precision) end, train_loss),
                                   validation_loss = coalesce(:validationLoss, validation_loss),
                                   validation_accuracy = coalesce(:validationAccuracy, validation_accuracy)
                            where id = :id
                            """)
                    .param("sequence", before + count)
                    .param("iteration", pace.iteration())
                    .param("epoch", pace.epoch())
                    .param("speed", pace.samplesPerSecond().orElse(null))
                    .param("left", pace.secondsLeft().orElse(null))
                    .param("seconds", pace.trainingSeconds())
                    .param("epochLoss", newest(points, Series.TRAIN_LOSS_EPOCH))
                    .param("trainLoss", newest(points, Series.TRAIN_LOSS))
                    .param("validationLoss", newest(points, Series.VALIDATION_LOSS))
                    .param("validationAccuracy", newest(points, Series.VALIDATION_ACCURACY))
                    .param("id", id)
                    .update();
            if (count > 0) {
                runs.tell(id);
            }
            return new Appended(row.wanted(), before + count);
        });
        known = appended.sequence();
        return appended.wanted();
    }

    private record Appended(Optional<String> wanted, long sequence) {}

    private static @org.jspecify.annotations.Nullable Double newest(List<NewPoint> points, Series series) {
        return points.reversed().stream()
                .filter(point -> point.series() == series)
                .map(NewPoint::value)
                .findFirst()
                .orElse(null);
    }

    private void insert(List<NewPoint> points, long after) {
        int count = points.size();
        Object[] sequences = new Object[count];
        Object[] series = new Object[count];
        Object[] iterations = new Object[count];
        Object[] epochs = new Object[count];
        Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            NewPoint point = points.get(i);
            sequences[i] = after + 1 + i;
            series[i] = (short) point.series().code();
            iterations[i] = point.iteration();
            epochs[i] = point.epoch();
            values[i] = point.value();
        }
        jdbc.sql("""
                        insert into metric_point (run_id, sequence, series, iteration, epoch, value)
                        select ?, * from unnest(?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        new SqlArrayValue("int8", sequences),
                        new SqlArrayValue("int2", series),
                        new SqlArrayValue("int8", iterations),
                        new SqlArrayValue("int4", epochs),
                        new SqlArrayValue("float8", values))
                .update();
    }

    /** Stores the pictures of an epoch as a PNG. Of long runs every second is kept, then every fourth and so on, and the newest. */
    public void saveSamples(SampleStore.Sheet sheet, byte[] png) {
        int stride = 1;
        while (sheet.epoch() / stride >= KEPT_SHEETS) {
            stride *= 2;
        }
        int every = stride;
        owning(() -> {
            jdbc.sql("""
                            insert into run_samples (run_id, epoch, iteration, count, columns, width, height, sheet)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (run_id, epoch) do update set iteration = excluded.iteration, sheet = excluded.sheet
                            """)
                    .params(
                            id,
                            sheet.epoch(),
                            sheet.iteration(),
                            sheet.count(),
                            sheet.columns(),
                            sheet.width(),
                            sheet.height(),
                            png)
                    .update();
            if (every > 1) {
                jdbc.sql("delete from run_samples where run_id = ? and epoch % ? <> 0 and epoch <> ?")
                        .params(id, every, sheet.epoch())
                        .update();
            }
        });
    }

    /** Stores a checkpoint and forgets all but the newest few. */
    public void saveCheckpoint(long iteration, int epoch, Blobs.Content content) {
        transaction.executeWithoutResult(status -> {
            // The blob first: the run's row is locked only for the short rest, so that stop and new points need not
            // wait.
            UUID blob = write(content);
            own();
            jdbc.sql("""
                            insert into checkpoint (run_id, iteration, epoch, blob_id) values (?, ?, ?, ?)
                            on conflict (run_id, iteration) do update set blob_id = excluded.blob_id, created_at = now()
                            """).params(id, iteration, epoch, blob).update();
            jdbc.sql("""
                            delete from blob using checkpoint
                            where checkpoint.run_id = :id and blob.id = checkpoint.blob_id and checkpoint.iteration not in (
                                select iteration from checkpoint where run_id = :id order by iteration desc limit :kept)
                            """).param("id", id).param("kept", KEPT_CHECKPOINTS).update();
        });
    }

    /** Puts the model's own figures in place of those of the last training; what is not a number changes nothing. */
    public void measured(double validationLoss, double validationAccuracy) {
        owning(() -> jdbc.sql("""
                        update run set validation_loss = coalesce(cast(:loss as double precision), validation_loss),
                               validation_accuracy = coalesce(cast(:accuracy as double precision), validation_accuracy)
                        where id = :id
                        """)
                .param("loss", Double.isNaN(validationLoss) ? null : validationLoss)
                .param("accuracy", Double.isNaN(validationAccuracy) ? null : validationAccuracy)
                .param("id", id)
                .update());
    }

    /** Stores the trained model with what was measured on it, and ends the run. */
    public void end(
            RunState.Kind state, Optional<String> evaluation, Optional<String> proof, Optional<Blobs.Content> model) {
        end(state, evaluation, proof, model, Map.of());
    }

    /** @param files what else there is to take away, by name */
    public void end(
            RunState.Kind state,
            Optional<String> evaluation,
            Optional<String> proof,
            Optional<Blobs.Content> model,
            Map<String, Blobs.Content> files) {
        transaction.executeWithoutResult(status -> {
            UUID blob = model.map(this::write).orElse(null);
            own();
            change(state, null);
            jdbc.sql("update run set evaluation = ?, proof = ?, model = ? where id = ?")
                    .param(evaluation.orElse(null))
                    .param(proof.orElse(null))
                    .param(blob)
                    .param(id)
                    .update();
            files.forEach((name, content) -> jdbc.sql("insert into run_file (run_id, name, blob_id) values (?, ?, ?)")
                    .params(id, name, write(content))
                    .update());
            runs.tell(id);
        });
    }

    public void fail(Problem reason) {
        owning(() -> change(RunState.Kind.FAILED, Json.write(ProblemJson.write(reason))));
    }

    public void pause() {
        owning(() -> change(RunState.Kind.PAUSED, null));
    }

    private void change(RunState.Kind to, @org.jspecify.annotations.Nullable String reason) {
        int changed = jdbc.sql("""
                        update run set state = :to, reason = :reason, wanted = null, seconds_left = null, owner = null,
                               ended_at = case when :final then now() else null end
                        where id = :id and state in (:from)
                        """)
                .param("to", to.name())
                .param("reason", reason)
                .param("final", to.isFinal())
                .param("id", id)
                .param("from", RunTransitions.sourcesOf(to))
                .update();
        if (changed == 0) {
            throw new IllegalStateException("The run cannot become " + to + " from where it is");
        }
        if (to.isFinal()) {
            jdbc.sql("delete from blob using checkpoint where checkpoint.run_id = ? and blob.id = checkpoint.blob_id")
                    .param(id)
                    .update();
        }
    }

    private UUID write(Blobs.Content content) {
        try {
            return blobs.write(workspace, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void owning(Runnable work) {
        transaction.executeWithoutResult(status -> {
            own();
            work.run();
            runs.tell(id);
        });
    }

    private record Row(Optional<String> wanted, long lastSequence) {}

    private Row own() {
        return jdbc.sql("select wanted, last_sequence from run where id = ? and owner = ? for no key update")
                .params(id, owner)
                .query((row, n) -> new Row(Optional.ofNullable(row.getString(1)), row.getLong(2)))
                .optional()
                .orElseThrow(NotOwner::new);
    }
}
