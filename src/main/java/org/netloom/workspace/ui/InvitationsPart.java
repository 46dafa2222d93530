package org.netloom.workspace.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.netloom.workspace.Invitations;
import org.netloom.workspace.Role;
import org.netloom.workspace.Workspaces;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** Links that let people into the workspace. */
@Service
@Order(30)
class InvitationsPart implements SettingsPart {

    private final Invitations invitations;

    InvitationsPart(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public List<Component> show(Workspaces.Workspace workspace, Runnable reload) {
        return workspace.role() == Role.OWNER ? List.of(new InvitationsPanel(invitations, workspace.id())) : List.of();
    }
}
