package org.netloom.workspace.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.netloom.workspace.Access;
import org.netloom.workspace.Members;
import org.netloom.workspace.Workspaces;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

@Service
@Order(20)
class MembersPart implements SettingsPart {

    private final Access access;
    private final Workspaces workspaces;
    private final Members members;

    MembersPart(Access access, Workspaces workspaces, Members members) {
        this.access = access;
        this.workspaces = workspaces;
        this.members = members;
    }

    @Override
    public List<Component> show(Workspaces.Workspace workspace, Runnable reload) {
        return access
                .current()
                .<Component>map(person -> new MembersSection(person, workspace, workspaces, members, reload))
                .stream()
                .toList();
    }
}
