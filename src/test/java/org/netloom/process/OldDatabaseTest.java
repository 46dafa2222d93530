package org.netloom.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.netloom.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of one person, from before there were teams, goes on as theirs. */
class OldDatabaseTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = database.jdbc();
    private final UUID ada = UUID.randomUUID();
    private final UUID workspace = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database.source())
                .cleanDisabled(false)
                .target(target)
                .load()
                .migrate();
    }

    private void fill() {
        jdbc.sql("drop schema public cascade").update();
        jdbc.sql("create schema public").update();
        migrate("011");
        jdbc.sql("insert into account (id, email, name, password) values (?, 'ada@example.org', 'Ada', '{noop}x')")
                .param(ada)
                .update();
        jdbc.sql("insert into workspace (id, name) values (?, 'My workspace')")
                .param(workspace)
                .update();
        jdbc.sql("insert into member (workspace_id, account_id, role) values (?, ?, 'OWNER')")
                .params(workspace, ada)
                .update();
        jdbc.sql("insert into api_token (id, workspace_id, account_id, name, hash) values (?, ?, ?, 'old', 'x')")
                .params(UUID.randomUUID(), workspace, ada)
                .update();
        jdbc.sql("insert into persistent_logins values ('ada@example.org', 'series', 'secret', now())")
                .update();
        jdbc.sql(
                        "insert into project (id, workspace_id, name, design, plan, revision) values (?, ?, 'Old', '{}', '{}', 3)")
                .params(project, workspace)
                .update();
        for (int revision = 2; revision <= 3; revision++) {
            jdbc.sql(
                            "insert into design_edit (workspace_id, project_id, revision, account_id, edit) values (?, ?, ?, ?, '{}')")
                    .params(workspace, project, revision, ada)
                    .update();
        }
    }

    @Test
    void isTheirPersonalWorkspaceWithAllThatWasInIt() {
        fill();

        migrate("latest");

        assertThat(jdbc.sql("select administrator, disabled_at is null as enabled, sign_in_epoch from account")
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("administrator", true, "enabled", true, "sign_in_epoch", 0));
        assertThat(jdbc.sql("select personal_of from workspace")
                        .query(UUID.class)
                        .single())
                .isEqualTo(ada);
        assertThat(jdbc.sql("select scope, expires_at is null and revoked_at is null as good from api_token")
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("scope", "WRITE", "good", true));
        assertThat(jdbc.sql("select count(*) from design_edit where root = revision and kind = 'edit' and not open")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select used_ids || ' ' || revision from project")
                        .query(String.class)
                        .single())
                .isEqualTo("{} 3");
        assertThat(jdbc.sql("select token from persistent_logins where previous is null")
                        .query(String.class)
                        .single())
                .isEqualTo("secret");
    }
}
