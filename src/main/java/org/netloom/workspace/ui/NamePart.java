package org.netloom.workspace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.netloom.design.Result;
import org.netloom.workspace.Role;
import org.netloom.workspace.Workspaces;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** What the workspace is called. */
@Service
@Order(10)
class NamePart implements SettingsPart {

    private final Workspaces workspaces;

    NamePart(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public List<Component> show(Workspaces.Workspace workspace, Runnable reload) {
        if (workspace.role() != Role.OWNER) {
            return List.of();
        }
        UI page = UI.getCurrent();
        TextField name = new TextField(page.getTranslation("settings.name"));
        name.setValue(workspace.name());
        name.setMaxLength(100);
        Button save = new Button(page.getTranslation("settings.name.save"), click -> {
            switch (workspaces.rename(workspace.id(), name.getValue())) {
                case Result.Ok<Workspaces.Workspace>(Workspaces.Workspace renamed) -> {
                    page.navigate("workspaces/" + workspace.id() + "/settings");
                    Notices.done(page.getTranslation("settings.name.saved", renamed.name()));
                }
                case Result.Refused<Workspaces.Workspace> refused -> {
                    name.setErrorMessage(refused.problems().getFirst().text());
                    name.setInvalid(true);
                }
            }
        });
        name.addKeyDownListener(Key.ENTER, enter -> save.click());
        Div line = new Div(name, save);
        line.addClassName("netloom-settings-line");
        SettingsSection section = new SettingsSection(page.getTranslation("settings.name.title"), "");
        section.add(line);
        return List.of(section);
    }
}
