package org.netloom.editor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import org.netloom.editor.ProjectCare;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Workspaces;
import org.netloom.workspace.ui.Notices;
import org.netloom.workspace.ui.SettingsPart;
import org.netloom.workspace.ui.SettingsSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** Projects of the workspace that are archived or deleted, and the way back. */
@Service
@Order(60)
class PutAwayPart implements SettingsPart {

    private final ProjectCare care;
    private final Access access;

    PutAwayPart(ProjectCare care, Access access) {
        this.care = care;
        this.access = access;
    }

    @Override
    public List<Component> show(Workspaces.Workspace workspace, Runnable reload) {
        UI page = UI.getCurrent();
        boolean editor = access.allows(workspace.id(), Action.EDIT);
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(page.getLocale())
                .withZone(ZoneId.systemDefault());
        List<Component> sections = new ArrayList<>();
        List<ProjectCare.PutAway> archived = care.archived(workspace.id());
        if (!archived.isEmpty()) {
            SettingsSection section = new SettingsSection(
                    page.getTranslation("settings.projects.archived"),
                    page.getTranslation("settings.projects.archived.text"));
            for (ProjectCare.PutAway each : archived) {
                Anchor open = new Anchor("projects/" + each.id(), page.getTranslation("workspaces.open"));
                open.addClassName("netloom-action");
                Button back = new Button(page.getTranslation("settings.unarchive"), click -> {
                    care.unarchive(each.id());
                    back(page, each, reload);
                });
                back.setAriaLabel(page.getTranslation("settings.unarchive.of", each.name()));
                back.setVisible(editor);
                section.row(
                        each.name(), page.getTranslation("settings.archived.at", day.format(each.at())), open, back);
            }
            sections.add(section);
        }
        List<ProjectCare.PutAway> deleted = care.deleted(workspace.id());
        if (!deleted.isEmpty()) {
            SettingsSection section = new SettingsSection(
                    page.getTranslation("settings.projects.deleted"),
                    page.getTranslation("settings.projects.deleted.text"));
            for (ProjectCare.PutAway each : deleted) {
                Button back = new Button(page.getTranslation("settings.restore"), click -> {
                    care.restore(each.id());
                    back(page, each, reload);
                });
                back.setAriaLabel(page.getTranslation("settings.restore.of", each.name()));
                back.setVisible(editor);
                String gone = each.gone().map(day::format).orElse("");
                section.row(each.name(), page.getTranslation("settings.gone", day.format(each.at()), gone), back);
            }
            sections.add(section);
        }
        return sections;
    }

    private static void back(UI page, ProjectCare.PutAway project, Runnable reload) {
        reload.run();
        Notices.done(page.getTranslation("settings.restored", project.name()));
    }
}
