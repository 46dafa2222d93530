package org.netloom.access.planted;

import java.util.UUID;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Profile(Planted.PROFILE)
@Service
public class PlantedService {

    private final JdbcClient jdbc;
    private final Access access;

    PlantedService(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** Says nothing of whom it lets in. */
    public void unsaid(UUID workspace) {
        access.check(workspace, Action.SEE);
    }

    /** Says whom it lets in and forgets to ask. */
    @Needs(Action.SEE)
    public String forgets(UUID workspace) {
        return jdbc.sql("select name from workspace where id = ?")
                .param(workspace)
                .query(String.class)
                .single();
    }

    /** Asks, but only after it has done it. */
    @Needs(Action.EDIT)
    public void asksTooLate(UUID workspace) {
        jdbc.sql("update workspace set name = name || '!' where id = ?")
                .param(workspace)
                .update();
        access.check(workspace, Action.EDIT);
    }

    /** Asks about one id and answers about another. */
    @Needs(Action.SEE)
    public String believes(UUID workspace, UUID project) {
        access.check(workspace, Action.SEE);
        return jdbc.sql("select name from project where id = ?")
                .param(project)
                .query(String.class)
                .single();
    }

    /** Takes what no table of arguments has. */
    @Needs(Action.SEE)
    public void strange(StrangeThing thing) {
        access.check(thing.workspace(), Action.SEE);
    }

    /** Nobody can make one. */
    public interface StrangeThing {
        UUID workspace();

        int more();
    }
}
