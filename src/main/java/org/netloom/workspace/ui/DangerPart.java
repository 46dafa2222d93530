package org.netloom.workspace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.List;
import org.netloom.design.Result;
import org.netloom.workspace.Role;
import org.netloom.workspace.WorkspaceCare;
import org.netloom.workspace.Workspaces;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** Puts the whole workspace away; all of it can be taken back. */
@Service
@Order(90)
class DangerPart implements SettingsPart {

    private final WorkspaceCare care;

    DangerPart(WorkspaceCare care) {
        this.care = care;
    }

    @Override
    public List<Component> show(Workspaces.Workspace workspace, Runnable reload) {
        if (workspace.role() != Role.OWNER || workspace.personal()) {
            return List.of();
        }
        UI page = UI.getCurrent();
        SettingsSection section = new SettingsSection(page.getTranslation("danger.title"), "");
        section.addClassName("netloom-danger");
        String archive = workspace.archived() ? "danger.unarchive" : "danger.archive";
        section.row(
                page.getTranslation(archive),
                page.getTranslation(archive + ".text"),
                new Button(page.getTranslation(archive), click -> archive(page, workspace, reload)));
        Button delete = new Button(page.getTranslation("danger.delete"), click -> delete(page, workspace));
        delete.addThemeVariants(ButtonVariant.ERROR);
        section.row(page.getTranslation("danger.delete"), page.getTranslation("danger.delete.text"), delete);
        return List.of(section);
    }

    private void archive(UI page, Workspaces.Workspace workspace, Runnable reload) {
        Result<Workspaces.Workspace> done =
                workspace.archived() ? care.unarchive(workspace.id()) : care.archive(workspace.id());
        if (!done.isOk()) {
            Notices.refused(done.problems());
            return;
        }
        page.navigate("workspaces/" + workspace.id() + "/settings");
        if (workspace.archived()) {
            Notices.done(page.getTranslation("settings.restored", workspace.name()));
        } else {
            Notices.done(
                    page.getTranslation("danger.archived", workspace.name()), page.getTranslation("home.undo"), () -> {
                        care.unarchive(workspace.id());
                        reload.run();
                    });
        }
    }

    private void delete(UI page, Workspaces.Workspace workspace) {
        Result<Workspaces.Workspace> done = care.delete(workspace.id());
        if (!done.isOk()) {
            Notices.refused(done.problems());
            return;
        }
        page.navigate("workspaces");
        Notices.done(page.getTranslation("danger.deleted", workspace.name()), page.getTranslation("home.undo"), () -> {
            care.restore(workspace.id());
            page.navigate("workspaces/" + workspace.id());
        });
    }
}
