package org.netloom.training.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pictures that networks make while they are trained, a sheet for each kept epoch. */
@Repository
public class SampleStore {

    private final JdbcClient jdbc;

    public SampleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of a sheet without its pictures. */
    public record Sheet(int epoch, long iteration, int count, int columns, int width, int height) {}

    /** In the order of the epochs. */
    public List<Sheet> sheets(UUID run) {
        return jdbc.sql("""
                        select epoch, iteration, count, columns, width, height from run_samples where run_id = ? order by epoch
                        """)
                .param(run)
                .query((row, number) -> new Sheet(
                        row.getInt(1), row.getLong(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6)))
                .list();
    }

    /** The PNG of an epoch, if it is kept. */
    public Optional<byte[]> png(UUID run, int epoch) {
        return jdbc.sql("select sheet from run_samples where run_id = ? and epoch = ?")
                .params(run, epoch)
                .query(byte[].class)
                .optional();
    }

    /** Blobs beside the model, by name. */
    public List<File> files(UUID run) {
        return jdbc.sql("select name, blob_id from run_file where run_id = ? order by name")
                .param(run)
                .query((row, number) -> new File(row.getString(1), row.getObject(2, UUID.class)))
                .list();
    }

    /** A file beside the model, such as {@code discriminator.zip}. */
    public record File(String name, UUID blob) {}
}
