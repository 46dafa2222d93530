package org.netloom.editor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Block;
import org.netloom.design.Design;
import org.netloom.editor.SavedBlock;
import org.netloom.format.DesignJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the blocks of workspaces. */
@Repository
public class BlockStore {

    private final JdbcClient jdbc;

    public BlockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SavedBlock> ofWorkspace(UUID workspace) {
        return jdbc.sql("select * from block where workspace_id = ? order by lower(name)")
                .param(workspace)
                .query(BlockStore::read)
                .list();
    }

    public Optional<SavedBlock> find(UUID workspace, UUID id) {
        return jdbc.sql("select * from block where workspace_id = ? and id = ?")
                .params(workspace, id)
                .query(BlockStore::read)
                .optional();
    }

    public int count(UUID workspace) {
        return jdbc.sql("select count(*) from block where workspace_id = ?")
                .param(workspace)
                .query(Integer.class)
                .single();
    }

    /** Adds a block as version 1, unless the workspace has one of that name. */
    public boolean insert(UUID id, UUID workspace, String name, List<Block> definitions, UUID account) {
        return jdbc.sql("""
                                insert into block (id, workspace_id, name, definition, created_by, changed_by)
                                values (:id, :workspace, :name, :definition, :account, :account)
                                on conflict (workspace_id, lower(name)) do nothing
                                """)
                        .param("id", id)
                        .param("workspace", workspace)
                        .param("name", name)
                        .param("definition", text(definitions))
                        .param("account", account)
                        .update()
                > 0;
    }

    /** Saves the next version, unless the given one is not the newest any more. */
    public boolean update(UUID id, int base, List<Block> definitions, UUID account) {
        return jdbc.sql("""
                                update block set definition = ?, version = version + 1, changed_at = now(), changed_by = ?
                                where id = ? and version = ?
                                """).params(text(definitions), account, id, base).update() > 0;
    }

    public boolean delete(UUID workspace, UUID id) {
        return jdbc.sql("delete from block where workspace_id = ? and id = ?")
                        .params(workspace, id)
                        .update()
                > 0;
    }

    private static String text(List<Block> definitions) {
        Map<String, Block> byId = new LinkedHashMap<>();
        definitions.forEach(block -> byId.put(block.id(), block));
        return DesignJson.text(Design.EMPTY.withBlocks(byId));
    }

    private static SavedBlock read(ResultSet row, int number) throws SQLException {
        return new SavedBlock(
                row.getObject("id", UUID.class),
                row.getObject("workspace_id", UUID.class),
                row.getString("name"),
                row.getInt("version"),
                List.copyOf(DesignJson.read(row.getString("definition"))
                        .get()
                        .blocks()
                        .values()),
                row.getTimestamp("changed_at").toInstant());
    }
}
