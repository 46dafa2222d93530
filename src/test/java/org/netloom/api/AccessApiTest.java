package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netloom.TestDatabase;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Role;
import org.netloom.workspace.store.AccountStore;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets what from every call there is. */
class AccessApiTest {

    private final ApiServer server = ApiServer.shared();

    private record Call(String method, String path, boolean forViewers) {}

    /** Every call of the API, with placeholders in its path. */
    static List<Call> calls(ApiServer server) {
        List<Call> calls = new ArrayList<>();
        server.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("org.netloom")) {
                info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> info.getPatternValues()
                                .forEach(path ->
                                        calls.add(new Call(verb.name(), path, forViewers(method.getMethod())))));
            }
        });
        return calls;
    }

    /** Whether a viewer may do it although it changes something, as commenting does. */
    private static boolean forViewers(Method method) {
        Needs needs = method.getAnnotation(Needs.class);
        return needs != null && needs.value().least() == Role.VIEWER;
    }

    private static int status(ApiClient client, Call call, Map<String, String> ids) {
        String path = call.path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        path = path.replace("{epoch}", "1")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        String body = path.endsWith("/design") ? "{\"layers\": [], \"wires\": []}" : "{}";
        return call.method.equals("GET")
                ? client.get(path).status()
                : client.send(call.method, path, body, "If-Match", "\"1\"").status();
    }

    @Test
    void nothingIsReadableWithoutSigningIn() {
        Map<String, String> ids = Map.of(
                "workspace", server.workspace().toString(),
                "project", UUID.randomUUID().toString(),
                "run", RunAtWork.queued(server).toString(),
                "dataset", "iris");
        List<Call> calls = new ArrayList<>(calls(server));
        calls.add(new Call("GET", "/v3/api-docs", true));
        calls.add(new Call("GET", "/v3/api-docs.yaml", true));
        assertThat(calls).hasSizeGreaterThan(25);
        for (Call call : calls) {
            assertThat(status(server.with(""), call, ids)).as(call.toString()).isEqualTo(401);
        }
    }

    @Test
    void whatBelongsToAnotherWorkspaceDoesNotExist() {
        Map<String, String> foreign = foreign(server.database());
        for (Call call : calls(server)) {
            if (Set.of("workspace", "project", "run").stream().anyMatch(name -> call.path.contains("{" + name + "}"))) {
                assertThat(status(server.client(), call, foreign))
                        .as(call.toString())
                        .isEqualTo(404);
            }
        }
        assertThat(LiveClient.handshake(server.client(), foreign.get("run"))).isEqualTo(404);
    }

    @Test
    void viewersReadButChangeNothing() {
        ApiClient viewer = viewer();
        RunAtWork run = RunAtWork.begin(server);
        run.loss(1, 3);
        run.finish();
        String project = server.client()
                .get("/api/v1/runs/" + run.id())
                .json()
                .path("project")
                .asString();
        Map<String, String> ids = Map.of(
                "workspace",
                server.workspace().toString(),
                "project",
                project,
                "run",
                run.id().toString(),
                "dataset",
                "iris");
        server.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("insert into run_samples values (?, 1, 1, 1, 1, 1, 1, ?)")
                .params(run.id(), new byte[] {1})
                .update();
        for (Call call : calls(server)) {
            boolean changes = !call.method.equals("GET") && call.path.contains("{") && !call.forViewers;
            if ((call.method.equals("GET") || changes)
                    && (!call.path.contains("{")
                            || ids.keySet().stream().anyMatch(id -> call.path.contains("{" + id)))) {
                assertThat(status(viewer, call, ids)).as(call.toString()).isEqualTo(changes ? 403 : 200);
            }
        }
        assertThat(server.client().get("/api/v1/projects/" + project).status()).isEqualTo(200);
    }

    private ApiClient viewer() {
        String email = "viewer-" + UUID.randomUUID() + "@example.org";
        UUID account = UUID.randomUUID();
        AccountStore accounts = server.bean(AccountStore.class);
        accounts.addAccount(
                account, email, "Vera", server.bean(PasswordEncoder.class).encode("only looks at things"), false);
        accounts.addMember(server.workspace(), account, Role.VIEWER);
        return server.with(ApiClient.token(server.port(), email, "only looks at things"));
    }

    private static Map<String, String> foreign(TestDatabase database) {
        UUID workspace = UUID.randomUUID();
        UUID project = UUID.randomUUID();
        UUID run = UUID.randomUUID();
        database.jdbc()
                .sql("insert into workspace (id, name) values (?, 'Theirs')")
                .param(workspace)
                .update();
        database.jdbc()
                .sql("insert into project (id, workspace_id, name, design, plan) values (?, ?, 'Theirs', ?, '{}')")
                .params(project, workspace, "{\"version\": 1, \"layers\": [], \"wires\": []}")
                .update();
        database.jdbc().sql("""
                        insert into run (id, workspace_id, project_id, number, name, design, design_revision, plan, seed, version, state)
                        values (?, ?, ?, 1, 'Theirs', '{"version": 1, "layers": [], "wires": []}', 1, '{}', 1, 'test', 'QUEUED')
                        """).params(run, workspace, project).update();
        return Map.of(
                "workspace", workspace.toString(),
                "project", project.toString(),
                "run", run.toString());
    }
}
