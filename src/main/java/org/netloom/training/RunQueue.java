package org.netloom.training;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The queue from which workers take runs; adding takes part in the caller's transaction. */
public final class RunQueue {

    public static final TaskDescriptor<Void> TRAIN = TaskDescriptor.of("train");

    private final SchedulerClient client;

    public RunQueue(DataSource database) {
        client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .build();
    }

    /** @param attempts how often it was taken before, so that a resumed run is another entry than its first turn */
    void add(UUID run, int attempts) {
        client.scheduleIfNotExists(new TaskInstance<>(TRAIN.getTaskName(), run + "/" + attempts), Instant.now());
    }

    /** The run that an entry stands for. */
    public static UUID runOf(String entry) {
        return UUID.fromString(entry.substring(0, entry.indexOf('/')));
    }
}
