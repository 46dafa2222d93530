package org.netloom.training.store;

import java.util.List;
import java.util.UUID;
import org.netloom.training.Series;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored curves, for reading. */
@Repository
public class MetricStore {

    private final JdbcClient jdbc;

    public MetricStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stored point; series code {@link Series#RESTART_CODE} marks a restart after its iteration. */
    public record Point(long sequence, int series, long iteration, int epoch, double value) {
        public boolean isRestart() {
            return series == Series.RESTART_CODE;
        }
    }

    /**
     * Neighbouring points as one.
     *
     * @param nonFinite how many of them are not a number or infinite; those are in none of the other figures
     */
    public record Bucket(long from, long to, double least, double most, double mean, long count, long nonFinite) {}

    public record SeriesCount(Series series, long count) {}

    /** The next points after a sequence number, oldest first. */
    public List<Point> after(UUID run, long sequence, int limit) {
        return jdbc.sql("""
                        select sequence, series, iteration, epoch, value from metric_point
                        where run_id = ? and sequence > ? order by sequence limit ?
                        """)
                .params(run, sequence, limit)
                .query((row, n) ->
                        new Point(row.getLong(1), row.getInt(2), row.getLong(3), row.getInt(4), row.getDouble(5)))
                .list();
    }

    public List<SeriesCount> series(UUID run) {
        return jdbc.sql(
                        "select series, count(*) from metric_point where run_id = ? and series <> 0 group by series order by series")
                .param(run)
                .query((row, n) -> new SeriesCount(Series.byCode(row.getInt(1)), row.getLong(2)))
                .list();
    }

    public long count(UUID run, Series series, long from, long to) {
        return jdbc.sql(
                        "select count(*) from metric_point where run_id = ? and series = ? and iteration between ? and ?")
                .params(run, series.code(), from, to)
                .query(Long.class)
                .single();
    }

    /** Exact points of one curve between two iterations, both included. */
    public List<Point> points(UUID run, Series series, long from, long to) {
        return jdbc.sql("""
                        select sequence, series, iteration, epoch, value from metric_point
                        where run_id = ? and series = ? and iteration between ? and ? order by iteration, sequence
                        """)
                .params(run, series.code(), from, to)
                .query((row, n) ->
                        new Point(row.getLong(1), row.getInt(2), row.getLong(3), row.getInt(4), row.getDouble(5)))
                .list();
    }

    /** At most so many buckets of equally many iterations. */
    public List<Bucket> buckets(UUID run, Series series, long from, long to, int buckets) {
        return jdbc.sql("""
                        with bounds as materialized (
                            select min(iteration) as low, max(iteration) as high from metric_point
                            where run_id = :run and series = :series and iteration between :from and :to)
                        select min(iteration), max(iteration),
                               min(value) filter (where finite), max(value) filter (where finite), avg(value) filter (where finite),
                               count(*), count(*) filter (where not finite)
                        from (select iteration, value,
                                     value not in ('NaN', 'Infinity', '-Infinity') as finite,
                                     width_bucket(iteration, low, high + 1, :buckets) as bucket
                              from metric_point, bounds
                              where run_id = :run and series = :series and iteration between :from and :to) as points
                        group by bucket order by bucket
                        """)
                .param("run", run)
                .param("series", series.code())
                .param("from", from)
                .param("to", to)
                .param("buckets", buckets)
                .query((row, n) -> new Bucket(
                        row.getLong(1),
                        row.getLong(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getLong(6),
                        row.getLong(7)))
                .list();
    }

    /** Iterations after which training went on from a checkpoint. */
    public List<Long> restarts(UUID run) {
        return jdbc.sql("select iteration from metric_point where run_id = ? and series = 0 order by sequence")
                .param(run)
                .query(Long.class)
                .list();
    }
}
