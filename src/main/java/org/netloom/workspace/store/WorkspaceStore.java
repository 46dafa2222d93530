package org.netloom.workspace.store;

import java.util.List;
import java.util.UUID;
import org.netloom.workspace.Role;
import org.netloom.workspace.Workspaces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Workspaces and their members. */
@Repository
public class WorkspaceStore {

    private final JdbcClient jdbc;

    WorkspaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String name(UUID workspace) {
        return jdbc.sql("select name from workspace where id = :id")
                .param("id", workspace)
                .query(String.class)
                .single();
    }

    /** In the order in which they joined. */
    public List<Workspaces.Member> members(UUID workspace) {
        return jdbc.sql("""
                        select account.id, account.email, account.name, member.role
                          from member join account on account.id = member.account_id
                         where member.workspace_id = :workspace
                         order by member.joined_at, account.email
                        """)
                .param("workspace", workspace)
                .query((row, index) -> new Workspaces.Member(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role"))))
                .list();
    }
}
