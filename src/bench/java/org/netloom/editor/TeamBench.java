package org.netloom.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.ApiClient;
import org.netloom.TestDatabase;
import org.netloom.process.RunningNetloom;
import org.netloom.templates.Templates;
import org.netloom.training.engine.Rounds;

/** Fifty people, ten designs, five in each, all editing at once: how long an edit takes, how soon colleagues see it, what stays in memory. */
class TeamBench {

    private static final int PEOPLE = 50;
    private static final int DESIGNS = 10;
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(30);
    private static final long MEASURED = TimeUnit.SECONDS.toNanos(90);
    private static final int LOOKS = 5;
    private static final int PAUSE_MILLIS = 1000;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private static final String TEMPLATE = "mnist-lenet";
    private static final List<String> LAYERS = Templates.find(TEMPLATE).orElseThrow().design().layers().keySet().stream()
            .limit(PEOPLE / DESIGNS)
            .toList();

    @TempDir
    Path home;

    private final Queue<Long> roundTrips = new ConcurrentLinkedQueue<>();
    private final Queue<Long> appearances = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final Queue<Throwable> errors = new ConcurrentLinkedQueue<>();
    private volatile boolean measuring;
    private volatile boolean over;

    @Test
    void peopleEditingAtOnce() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        try (RunningNetloom web = RunningNetloom.web(home, database.environment());
                ApiClient api = new ApiClient(web)) {
            List<String> designs = new ArrayList<>();
            for (int i = 0; i < DESIGNS; i++) {
                designs.add(api.project(TEMPLATE));
            }
            List<String> emails = people(database);
            List<Colleague> colleagues = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                Colleague colleague = new Colleague(
                        HttpClient.newBuilder(), web.url(), emails.get(i), RunningNetloom.PASSWORD, designs.get(i % DESIGNS));
                String design = designs.get(i % DESIGNS);
                colleague.onPush(text -> arrived(design, text));
                colleagues.add(colleague);
            }
            edit(web, colleagues, designs);
            colleagues.forEach(Colleague::close);
        }
    }

    private void edit(RunningNetloom web, List<Colleague> colleagues, List<String> designs) throws Exception {
        List<Thread> working = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Colleague colleague = colleagues.get(i);
            String design = designs.get(i % DESIGNS);
            String layer = LAYERS.get(i / DESIGNS);
            Random dice = new Random(i);
            working.add(Thread.ofVirtual().start(() -> work(colleague, design, layer, dice)));
        }
        Thread.sleep(WARM_UP / 1_000_000);
        long before = heapAfterCollection(web.pid());
        measuring = true;
        Thread.sleep(MEASURED / 1_000_000);
        measuring = false;
        long after = heapAfterCollection(web.pid());
        over = true;
        for (Thread thread : working) {
            thread.join();
        }
        assertThat(errors).isEmpty();
        assertThat(roundTrips).hasSizeGreaterThan(PEOPLE * 10);
        Rounds.tell("edit_round_trip_p50", percentile(roundTrips, 50) / 1e6, "ms");
        Rounds.tell("edit_round_trip_p95", percentile(roundTrips, 95) / 1e6, "ms");
        Rounds.tell("edit_seen_by_colleague_p95", percentile(appearances, 95) / 1e6, "ms");
        Rounds.tell("edits_measured", roundTrips.size(), "edits");
        Rounds.tell("heap_growth", (double) after / before, "ratio");
    }

    private void work(Colleague colleague, String design, String layer, Random dice) {
        try {
            Thread.sleep(dice.nextInt(PAUSE_MILLIS));
            while (!over) {
                edit(colleague, design, layer, dice);
                Thread.sleep(PAUSE_MILLIS / 2 + dice.nextInt(PAUSE_MILLIS));
            }
        } catch (Exception | AssertionError e) {
            errors.add(e);
        }
    }

    /** Moves the person's own layer to a place that nobody else has chosen, so that it is known again where it arrives. */
    private void edit(Colleague colleague, String design, String layer, Random dice) throws Exception {
        String place = dice.nextInt(1_000_000) + ".5";
        String mark = design + place;
        boolean counts = measuring;
        long start = System.nanoTime();
        if (counts) {
            sentAt.put(mark, start);
        }
        String told =
                colleague.gesture("netloom-move-layers", "[{\"id\": \"" + layer + "\", \"x\": " + place + ", \"y\": 300}]");
        if (!told.contains(place)) {
            throw new AssertionError("the own page does not show the edit: " + told);
        }
        if (counts) {
            roundTrips.add(System.nanoTime() - start);
        }
    }

    private static final Pattern X = Pattern.compile("\"x\":(\\d+\\.5)");

    private void arrived(String design, String text) {
        long now = System.nanoTime();
        Matcher places = X.matcher(text);
        while (places.find()) {
            Long sent = sentAt.get(design + places.group(1));
            if (sent != null) {
                appearances.add(now - sent);
            }
        }
    }

    private static double percentile(Queue<Long> values, int percent) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static List<String> people(TestDatabase database) {
        List<String> emails = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            UUID account = UUID.randomUUID();
            String email = "person" + i + "@example.org";
            database.jdbc().sql("""
                            insert into account (id, email, name, password)
                            select ?, ?, ?, password from account order by created_at limit 1
                            """).params(account, email, "Person " + i).update();
            database.jdbc().sql("""
                            insert into member (workspace_id, account_id, role)
                            select id, ?, 'EDITOR' from workspace order by created_at limit 1
                            """).param(account).update();
            emails.add(email);
        }
        return emails;
    }

    /** The least of a few looks: people go on working between a collection and the look. */
    private static long heapAfterCollection(long pid) throws Exception {
        long least = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            jcmd(pid, "GC.run");
            Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
            assertThat(used.find()).isTrue();
            least = Math.min(least, Long.parseLong(used.group(1)));
        }
        return least;
    }

    private static String jcmd(long pid, String command) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(pid), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return answer;
    }
}
