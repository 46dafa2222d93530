package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.netloom.security.Target.Somebody;

/** More than a workspace's share, one after the other and all at once. */
class FloodTest {

    private static final int AT_ONCE = 24;

    private final Target target = Target.shared();
    private final Somebody eve = target.stranger("eve");
    private final String project = target.make(eve, "{\"template\": \"xor-2-2-1\"}");

    private void quota(String limits) {
        assertThat(target.call(target.ada, "PUT", "/api/v1/administration/quotas/" + eve.workspace, limits)
                        .status())
                .isEqualTo(200);
    }

    /** How many of many at once got which status. */
    private static Map<Integer, Long> together(Callable<Raw.Answer> call, int times) throws Exception {
        CyclicBarrier start = new CyclicBarrier(times);
        List<Future<Raw.Answer>> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(times)) {
            for (int i = 0; i < times; i++) {
                answers.add(people.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Raw.Answer> answer : answers) {
            statuses.add(answer.get().status());
        }
        return statuses.stream().collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    }

    private long count(String table) {
        return target.server
                .database()
                .jdbc()
                .sql("select count(*) from " + table + " where workspace_id = ?")
                .param(eve.workspace)
                .query(Long.class)
                .single();
    }

    @Test
    void runsBeyondTheQuotaAreRefusedOneAfterTheOther() {
        quota("{\"waitingRuns\": 3}");
        for (int i = 0; i < 3; i++) {
            target.sent(eve, "POST", "/api/v1/projects/" + project + "/runs", "{}");
        }
        Map<String, String> before = target.state();
        for (int i = 0; i < 20; i++) {
            Raw.Answer answer = target.call(eve, "POST", "/api/v1/projects/" + project + "/runs", "{}");
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.body()).contains("queue-full", "3 runs", "\"fix\"");
        }
        assertThat(target.state()).isEqualTo(before);
    }

    @Test
    void runsAskedForAllAtOnceDoNotSlipPast() throws Exception {
        quota("{\"waitingRuns\": 4}");
        String another = target.make(eve, "{\"template\": \"xor-2-2-1\"}");
        Map<Integer, Long> statuses = together(
                () -> target.call(
                        eve, "POST", "/api/v1/projects/" + (Math.random() < 0.5 ? project : another) + "/runs", "{}"),
                AT_ONCE);
        assertThat(statuses)
                .containsEntry(201, 4L)
                .containsEntry(429, AT_ONCE - 4L)
                .hasSize(2);
        assertThat(count("run")).isEqualTo(4);
    }

    @Test
    void projectsAskedForAllAtOnceDoNotSlipPast() throws Exception {
        quota("{\"projects\": 5}");
        Map<Integer, Long> statuses = together(
                () -> target.call(
                        eve, "POST", "/api/v1/workspaces/" + eve.workspace + "/projects", "{\"name\": \"p\"}"),
                AT_ONCE);
        assertThat(count("project")).isEqualTo(5);
        assertThat(statuses).containsEntry(201, 4L).hasSize(2);
        assertThat(together(
                        () -> target.call(
                                eve,
                                "POST",
                                "/api/v1/projects/" + project + "/copy",
                                "{\"workspace\": \"" + eve.workspace + "\"}"),
                        8))
                .doesNotContainKey(201);
        assertThat(count("project")).isEqualTo(5);
    }

    @Test
    void workspacesAskedForAllAtOnceDoNotSlipPast() throws Exception {
        Map<Integer, Long> statuses =
                together(() -> target.call(eve, "POST", "/api/v1/workspaces", "{\"name\": \"w\"}"), 2 * AT_ONCE);
        Raw.Answer answer = target.call(eve, "POST", "/api/v1/workspaces", "{\"name\": \"w\"}");
        for (int i = 0; i < 200 && answer.status() == 201; i++) {
            answer = target.call(eve, "POST", "/api/v1/workspaces", "{\"name\": \"w\"}");
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("too-many-workspaces", "\"fix\"");
        assertThat(statuses.keySet()).isSubsetOf(201, 409);
    }

    @Test
    void whatAPersonPilesUpEndsSomewhere() {
        List<String> endless = new ArrayList<>();
        for (String[] call : new String[][] {
            {"POST", "/api/v1/workspaces/" + eve.workspace + "/invitations", "{\"role\": \"viewer\"}"},
            {"POST", "/api/v1/projects/" + project + "/links", "{\"term\": \"day\"}"}
        }) {
            int made = 0;
            while (made < 600 && target.call(eve, call[0], call[1], call[2]).status() == 201) {
                made++;
            }
            Raw.Answer answer = target.call(eve, call[0], call[1], call[2]);
            if (answer.status() < 400 || !answer.body().contains("\"fix\"")) {
                endless.add(call[1] + " " + answer.text());
            }
        }
        assertThat(endless).isEmpty();
    }
}
