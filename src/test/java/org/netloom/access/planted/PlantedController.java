package org.netloom.access.planted;

import java.util.UUID;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Profile(Planted.PROFILE)
@RestController
@RequestMapping(Planted.PATHS)
class PlantedController {

    private final JdbcClient jdbc;
    private final Access access;

    PlantedController(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** Says nothing of whom it lets in. */
    @GetMapping("/unsaid/{workspace}")
    String unsaid(@PathVariable UUID workspace) {
        access.check(workspace, Action.SEE);
        return "";
    }

    /** Says whom it lets in and forgets to ask. */
    @Needs(Action.EDIT)
    @PostMapping("/forgets/{workspace}")
    String forgets(@PathVariable UUID workspace) {
        jdbc.sql("update workspace set name = name || '!' where id = ?")
                .param(workspace)
                .update();
        return "";
    }

    /** Asks for less than it says. */
    @Needs(Action.MANAGE)
    @PostMapping("/asks-for-less/{workspace}")
    String asksForLess(@PathVariable UUID workspace) {
        access.check(workspace, Action.EDIT);
        return "";
    }
}
