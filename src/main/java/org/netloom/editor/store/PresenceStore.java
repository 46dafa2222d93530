package org.netloom.editor.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Position;
import org.netloom.editor.Present;
import org.netloom.format.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who has which project open, for all web processes. Each call is one statement, however many people it is about. */
@Repository
public class PresenceStore {

    /** Says that somebody came, went or moved in a project. */
    public static final String CHANNEL = "netloom_presence";

    private static final int SECONDS_UNTIL_STALE = 10;

    private final JdbcClient jdbc;

    public PresenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void save(Collection<Present> all) {
        jdbc.sql("""
                        insert into presence (tab, project_id, account_id, name, state)
                        select * from unnest(cast(:tabs as uuid[]), cast(:projects as uuid[]), cast(:accounts as uuid[]),
                                             cast(:names as text[]), cast(:states as text[]))
                        on conflict (tab) do update set state = excluded.state, seen_at = now()
                        """)
                .param("tabs", all.stream().map(Present::tab).toArray(UUID[]::new))
                .param("projects", all.stream().map(Present::project).toArray(UUID[]::new))
                .param("accounts", all.stream().map(Present::account).toArray(UUID[]::new))
                .param("names", all.stream().map(Present::name).toArray(String[]::new))
                .param("states", all.stream().map(PresenceStore::state).toArray(String[]::new))
                .update();
    }

    public void remove(Collection<UUID> tabs) {
        jdbc.sql("delete from presence where tab = any(cast(:tabs as uuid[]))")
                .param("tabs", tabs.toArray(UUID[]::new))
                .update();
    }

    /** Forgets those of whom nothing was heard, and answers where they were. */
    public List<UUID> sweep() {
        return jdbc.sql("delete from presence where seen_at < now() - make_interval(secs => ?) returning project_id")
                .param(SECONDS_UNTIL_STALE)
                .query(UUID.class)
                .list();
    }

    public List<Present> in(Collection<UUID> projects) {
        return jdbc.sql("""
                        select tab, project_id, account_id, name, state from presence
                        where project_id = any(cast(:projects as uuid[])) and seen_at > now() - make_interval(secs => :stale)
                        order by project_id, tab
                        """)
                .param("projects", projects.toArray(UUID[]::new))
                .param("stale", SECONDS_UNTIL_STALE)
                .query((row, number) -> present(
                        row.getObject("tab", UUID.class),
                        row.getObject("project_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getString("name"),
                        Json.parseOwn(row.getString("state"))))
                .list();
    }

    public void tell(Collection<UUID> projects) {
        jdbc.sql("select pg_notify(:channel, project) from unnest(cast(:projects as text[])) project")
                .param("channel", CHANNEL)
                .param("projects", projects.stream().map(UUID::toString).toArray(String[]::new))
                .query()
                .listOfRows();
    }

    private static String state(Present present) {
        ObjectNode state = Json.object();
        ArrayNode path = state.putArray("path");
        present.path().forEach(path::add);
        ArrayNode selected = state.putArray("selected");
        present.selected().forEach(selected::add);
        Position cursor = present.cursor();
        if (cursor != null) {
            state.put("x", cursor.x()).put("y", cursor.y());
        }
        return Json.write(state);
    }

    private static Present present(UUID tab, UUID project, @Nullable UUID account, String name, JsonNode state) {
        Position cursor = state.has("x")
                ? new Position(state.path("x").asDouble(0), state.path("y").asDouble(0))
                : null;
        return new Present(tab, project, account, name, texts(state, "path"), texts(state, "selected"), cursor);
    }

    private static List<String> texts(JsonNode state, String member) {
        List<String> texts = new ArrayList<>();
        state.path(member).forEach(text -> texts.add(text.asString("")));
        return texts;
    }
}
