package org.netloom.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netloom.TestDatabase;
import org.netloom.sharing.store.LinkStore;

class LinkPurgeTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final LinkPurge purge = new LinkPurge(new LinkStore(database.jdbc()));
    private final UUID account = UUID.randomUUID();
    private final UUID workspace = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();

    LinkPurgeTest() {
        database.jdbc()
                .sql("insert into account (id, email, name) values (?, 'ada@example.org', 'Ada')")
                .param(account)
                .update();
        database.jdbc()
                .sql("insert into workspace (id, name) values (?, 'Lab')")
                .param(workspace)
                .update();
        database.jdbc()
                .sql("insert into project (id, workspace_id, name, design, plan) values (?, ?, 'XOR', '{}', '{}')")
                .params(project, workspace)
                .update();
    }

    private void link(String name, String end) {
        database.jdbc()
                .sql(
                        "insert into shared_link (id, workspace_id, project_id, hash, hint, created_by, expires_at, revoked_at) values (?, ?, ?, ?, ?, ?, "
                                + end + ")")
                .params(
                        UUID.randomUUID(),
                        workspace,
                        project,
                        name.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        name,
                        account)
                .update();
    }

    @Test
    void keepsWhatStillOpensSomethingOrDidNotLongAgo() {
        link("open", "null, null");
        link("open for now", "now() + interval '1 day', null");
        link("just revoked", "now() + interval '1 day', now()");
        link("long revoked", "null, now() - interval '31 days'");
        link("long over", "now() - interval '31 days', null");

        assertThat(purge.one(Instant.now().minus(Duration.ofDays(30)))).isFalse();

        assertThat(database.jdbc()
                        .sql("select hint from shared_link order by hint")
                        .query(String.class)
                        .list())
                .containsExactly("just revoked", "open", "open for now");
    }
}
