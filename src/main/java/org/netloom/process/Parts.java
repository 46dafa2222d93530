package org.netloom.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/**
 * What has been started, ended in the opposite order. A signal that arrives while a part is starting waits for that one
 * part, so that nothing slips through half started.
 */
final class Parts {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean ending;

    synchronized <T extends AutoCloseable> T open(Callable<T> start) throws InterruptedException {
        if (ending) {
            throw new InterruptedException("Netloom is being stopped");
        }
        try {
            T part = start.call();
            open.push(part);
            return part;
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void closeWhenTheProcessEnds() {
        Thread starter = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            starter.interrupt();
                            closeAll();
                        },
                        "netloom-end"));
    }

    synchronized void closeAll() {
        ending = true;
        while (!open.isEmpty()) {
            AutoCloseable part = open.pop();
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("While stopping: " + e.getMessage());
            }
        }
    }
}
