package org.netloom.workspace.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done, newest last. Nothing here is ever changed. */
@Repository
public class ChronicleStore {

    private static final int LONGEST = 500;

    private final JdbcClient jdbc;

    ChronicleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(
            Deed deed,
            @Nullable UUID workspace,
            @Nullable UUID project,
            @Nullable UUID account,
            String who,
            @Nullable UUID target,
            String subject,
            String detail) {
        jdbc.sql("""
                        insert into deed (deed, workspace_id, project_id, account_id, who, target_id, subject, detail)
                        values (:deed, :workspace, :project, :account, :who, :target, :subject, :detail)
                        """)
                .param("deed", deed.name())
                .param("workspace", workspace)
                .param("project", project)
                .param("account", account)
                .param("who", who)
                .param("target", target)
                .param("subject", shortened(subject))
                .param("detail", shortened(detail))
                .update();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
