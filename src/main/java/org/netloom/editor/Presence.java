package org.netloom.editor;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Position;
import org.netloom.editor.store.PresenceStore;
import org.netloom.editor.store.ProjectStore;
import org.netloom.news.NewsLine;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Who is looking at a project, in all web processes. What the people of this process do is gathered and written at most some ten times
 * a second, in one statement for all of them; what others do is read as seldom.
 */
@Service
public class Presence implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final long MILLIS_BETWEEN_ROUNDS = 80;
    private static final Duration LONGEST_PARTING = Duration.ofSeconds(2);
    private static final long NANOS_BETWEEN_SIGNS_OF_LIFE = TimeUnit.SECONDS.toNanos(4);

    private final Access access;
    private final ProjectStore projects;
    private final PresenceStore store;
    private final Map<UUID, Seat> seats = new ConcurrentHashMap<>();
    private final Set<UUID> moved = ConcurrentHashMap.newKeySet();
    private final Map<UUID, UUID> gone = new ConcurrentHashMap<>();
    private final Set<UUID> stale = ConcurrentHashMap.newKeySet();
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Thread worker;
    private long nextSign;

    Presence(Access access, ProjectStore projects, PresenceStore store, ObjectProvider<NewsLine> lines) {
        this.access = access;
        this.projects = projects;
        this.store = store;
        lines.ifAvailable(line -> line.hear(
                PresenceStore.CHANNEL,
                project -> look(UUID.fromString(project)),
                () -> seats.values().forEach(seat -> look(seat.here.project()))));
    }

    /** One page that shows a project. */
    public final class Seat {
        private final Consumer<List<Present>> others;
        private volatile Present here;
        private volatile List<Present> told = List.of();

        private Seat(Present here, Consumer<List<Present>> others) {
            this.here = here;
            this.others = others;
        }

        public void at(List<String> path, List<String> selected) {
            move(here.at(path, selected));
        }

        /** @param cursor none: not over the canvas */
        public void pointAt(@Nullable Position cursor) {
            move(here.pointing(cursor));
        }

        private void move(Present now) {
            if (!now.equals(here)) {
                here = now;
                moved.add(now.tab());
                wake();
            }
        }

        public void leave() {
            if (seats.remove(here.tab()) != null) {
                gone.put(here.tab(), here.project());
                wake();
            }
        }

        private void tell(List<Present> all) {
            List<Present> rest = all.stream()
                    .filter(present -> !present.tab().equals(here.tab()))
                    .toList();
            if (!rest.equals(told)) {
                told = rest;
                others.accept(rest);
            }
        }
    }

    /**
     * Takes a seat in a project until it is left.
     *
     * @param others told who else is there whenever that changes, on the thread that serves everyone: must return at once
     */
    @Needs(Action.SEE)
    public Seat join(UUID project, Consumer<List<Present>> others) {
        access.check(projects.placeOf(project).orElseThrow(AccessRefused::otherWorkspace), Action.SEE);
        Person person = access.current().orElse(null);
        Present here = new Present(
                UUID.randomUUID(),
                project,
                person == null ? null : person.account(),
                person == null ? "" : person.name(),
                List.of(),
                List.of(),
                null);
        Seat seat = new Seat(here, others);
        seats.put(here.tab(), seat);
        moved.add(here.tab());
        look(project);
        return seat;
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("presence").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        seats.values().forEach(Seat::leave);
        Thread working = worker;
        if (working != null) {
            working.interrupt();
        }
        Thread parting = Thread.ofVirtual().name("presence").start(this::part);
        try {
            parting.join(LONGEST_PARTING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database that has gone before must not hold up the end. */
    private void part() {
        try {
            write();
        } catch (DataAccessException e) {
            LOG.debug("Those who were here vanish by themselves: {}", e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void look(UUID project) {
        stale.add(project);
        wake();
    }

    private void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    private void work() {
        try {
            while (running) {
                boolean woken = signal.tryAcquire(1, TimeUnit.SECONDS);
                signal.drainPermits();
                try {
                    signOfLife();
                    if (woken) {
                        write();
                        read();
                    }
                } catch (DataAccessException e) {
                    LOG.debug("Nobody is told who is here: {}", e.getMessage());
                } catch (RuntimeException e) {
                    LOG.error("Presence failed", e);
                }
                Thread.sleep(MILLIS_BETWEEN_ROUNDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void signOfLife() {
        if (System.nanoTime() - nextSign < 0) {
            return;
        }
        nextSign = System.nanoTime() + NANOS_BETWEEN_SIGNS_OF_LIFE;
        List<UUID> left = store.sweep();
        if (!left.isEmpty()) {
            store.tell(Set.copyOf(left));
        }
        save(seats.keySet());
    }

    private void write() {
        Map<UUID, UUID> left = new HashMap<>(gone);
        if (!left.isEmpty()) {
            store.remove(left.keySet());
            left.keySet().forEach(gone::remove);
        }
        Set<UUID> changed = new HashSet<>(left.values());
        Set<UUID> tabs = new HashSet<>(moved);
        moved.removeAll(tabs);
        changed.addAll(save(tabs));
        if (!changed.isEmpty()) {
            store.tell(changed);
        }
    }

    /** @return where these pages are */
    private Set<UUID> save(Set<UUID> tabs) {
        List<Present> now = tabs.stream()
                .map(seats::get)
                .filter(Objects::nonNull)
                .map(seat -> seat.here)
                .toList();
        if (!now.isEmpty()) {
            store.save(now);
        }
        return now.stream().map(Present::project).collect(Collectors.toSet());
    }

    private void read() {
        Set<UUID> wanted = new HashSet<>(stale);
        stale.removeAll(wanted);
        Set<UUID> here =
                seats.values().stream().map(seat -> seat.here.project()).collect(Collectors.toSet());
        wanted.retainAll(here);
        if (wanted.isEmpty()) {
            return;
        }
        Map<UUID, List<Present>> found = store.in(wanted).stream().collect(Collectors.groupingBy(Present::project));
        seats.values().forEach(seat -> {
            if (wanted.contains(seat.here.project())) {
                try {
                    seat.tell(found.getOrDefault(seat.here.project(), List.of()));
                } catch (RuntimeException gonePage) {
                    LOG.debug("A page could not be told who is here", gonePage);
                }
            }
        });
    }
}
