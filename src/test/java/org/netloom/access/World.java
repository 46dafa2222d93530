package org.netloom.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Block;
import org.netloom.editor.BlockLibrary;
import org.netloom.editor.Project;
import org.netloom.editor.Projects;
import org.netloom.sharing.Comments;
import org.netloom.sharing.LinkTerm;
import org.netloom.sharing.Links;
import org.netloom.sharing.Notes;
import org.netloom.sharing.Subject;
import org.netloom.training.Run;
import org.netloom.training.Runs;
import org.netloom.training.Series;
import org.netloom.workspace.Invitations;
import org.netloom.workspace.Role;
import org.netloom.workspace.SignedIn;
import org.netloom.workspace.TokenScope;
import org.netloom.workspace.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A workspace with something of everything. All its texts carry one word, by which they are known wherever they turn up. */
final class World {

    static final String TEMPLATE = "mnist-vit";
    static final String BLOCK = "transformer-encoder";
    /** The invitation that administrators made. */
    static final String INSTALLATION = "invitation to the installation";

    static final String ISSUER = "https://id.example.org";
    static final String SUBJECT = "text";

    private final MatrixServer server;
    private final String word;
    private final Asker owner;
    private final Map<String, UUID> ids = new LinkedHashMap<>();

    private World(MatrixServer server, String word, Asker owner, Map<Asker, Role> members) {
        this.server = server;
        this.word = word;
        this.owner = owner;
        UUID workspace = UUID.randomUUID();
        ids.put("workspace", workspace);
        // How administrators' calls name a workspace, which they need not be in.
        ids.put("tenant", workspace);
        JdbcClient jdbc = server.jdbc();
        jdbc.sql("insert into workspace (id, name) values (?, ?)")
                .params(workspace, word)
                .update();
        server.cast.join(workspace, members);
        server.cast.as(owner, () -> {
            fill(workspace);
            return workspace;
        });
        ids.put("account", server.cast.accountOf(owner == Asker.OWNER ? Asker.VIEWER : owner));
    }

    /** The one that members ask about. */
    static World ours(MatrixServer server) {
        return new World(
                server,
                "Ourlinnet",
                Asker.OWNER,
                Map.of(
                        Asker.OWNER, Role.OWNER,
                        Asker.EDITOR, Role.EDITOR,
                        Asker.VIEWER, Role.VIEWER,
                        Asker.READING_TOKEN, Role.OWNER,
                        Asker.DISABLED, Role.OWNER));
    }

    /** The one of somebody else. */
    static World theirs(MatrixServer server) {
        return new World(server, "Zebrafinch", Asker.STRANGER, Map.of(Asker.STRANGER, Role.OWNER));
    }

    static World archived(MatrixServer server) {
        World world = new World(server, "Oldcrow", Asker.OF_ARCHIVED, Map.of(Asker.OF_ARCHIVED, Role.OWNER));
        server.jdbc()
                .sql("update workspace set archived_at = now() where id = ?")
                .param(world.id("workspace"))
                .update();
        return world;
    }

    private void fill(UUID workspace) {
        Projects projects = server.bean(Projects.class);
        UUID project =
                projects.create(workspace, word + " project", TEMPLATE).get().id();
        ids.put("project", project);
        UUID run = projects.train(project, Map.of(), word + " run").get();
        ids.put("run", run);
        ids.put(
                "block",
                server.bean(BlockLibrary.class).save(project, BLOCK).get().id());
        ids.put(
                "link",
                server.bean(Links.class)
                        .make(Subject.run(run), LinkTerm.DAY)
                        .get()
                        .link()
                        .id());
        Comments comments = server.bean(Comments.class);
        ids.put(
                "comment",
                comments.add(
                                Subject.project(project),
                                new Comments.Draft(word + " comment", Optional.empty(), Optional.empty()))
                        .get()
                        .id());
        Invitations invitations = server.bean(Invitations.class);
        ids.put(
                "invitation",
                invitations
                        .invite(workspace, Role.VIEWER, word + "@example.org", 1)
                        .get()
                        .invitation()
                        .id());
        ids.put(
                INSTALLATION,
                server.cast.as(
                        Asker.ADMINISTRATOR,
                        () -> invitations
                                .inviteToInstallation(null, 1)
                                .get()
                                .invitation()
                                .id()));
        ids.put(
                "token",
                server.bean(Tokens.class)
                        .issue(word + " token", TokenScope.READ, 1)
                        .get()
                        .token()
                        .id());
        server.bean(Notes.class)
                .write(Subject.project(project), word + " notes", 0)
                .get();
        server.jdbc()
                .sql("insert into run_samples values (?, 1, 1, 1, 1, 1, 1, ?)")
                .params(run, word.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .update();
        server.jdbc()
                .sql("insert into metric_point values (?, 1, ?, 1, 1, ?)")
                .params(run, Series.TRAIN_LOSS.code(), number())
                .update();
    }

    /** How its numbers are known. */
    private double number() {
        return 1000.0 + Math.abs(word.hashCode() % 1000);
    }

    /** Whether something of it is in there. */
    boolean isIn(String text) {
        return text.contains(word) || text.contains(String.valueOf(number()));
    }

    /** How its texts are known. */
    String word() {
        return word;
    }

    Asker owner() {
        return owner;
    }

    Map<String, UUID> ids() {
        return ids;
    }

    Optional<UUID> find(String name) {
        return Optional.ofNullable(ids.get(name));
    }

    UUID id(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("a world has no id called " + name));
    }

    Project project() {
        return server.cast.as(owner, () -> server.bean(Projects.class).get(id("project")));
    }

    SignedIn session() {
        return server.cast.session(owner);
    }

    Run run() {
        return server.cast.as(owner, () -> server.bean(Runs.class).get(id("run")));
    }

    Block block() {
        return project().design().blocks().get(BLOCK);
    }
}
