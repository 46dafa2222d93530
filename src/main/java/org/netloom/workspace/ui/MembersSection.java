package org.netloom.workspace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import org.netloom.design.Result;
import org.netloom.workspace.Members;
import org.netloom.workspace.Person;
import org.netloom.workspace.Role;
import org.netloom.workspace.Workspaces;

/** Who is in the workspace, as what. Owners change roles, let people in and show them out; everybody may leave. */
final class MembersSection extends Composite<Div> {

    private final Person me;
    private final Workspaces.Workspace workspace;
    private final transient Workspaces workspaces;
    private final transient Members members;
    private final transient Runnable reload;

    MembersSection(Person me, Workspaces.Workspace workspace, Workspaces workspaces, Members members, Runnable reload) {
        this.me = me;
        this.workspace = workspace;
        this.workspaces = workspaces;
        this.members = members;
        this.reload = reload;
        SettingsSection section = new SettingsSection(getTranslation("members.title"), getTranslation("members.text"));
        workspaces
                .members(workspace.id())
                .forEach(member -> section.row(
                        member.account().equals(me.account())
                                ? getTranslation("members.you", member.name())
                                : member.name(),
                        member.email(),
                        role(member),
                        end(member)));
        if (isOwner()) {
            section.add(form());
        }
        getContent().add(section);
    }

    private boolean isOwner() {
        return workspace.role() == Role.OWNER;
    }

    private Component role(Workspaces.Member member) {
        if (!isOwner()) {
            return new Span(getTranslation("role." + member.role().id()));
        }
        Select<Role> role = roles();
        role.setValue(member.role());
        role.setAriaLabel(getTranslation("members.role.of", member.name()));
        role.addValueChangeListener(change -> {
            boolean done = told(members.changeRole(
                    workspace.id(), member.account(), change.getValue().id()));
            reload.run();
            if (done) {
                Notices.done(getTranslation(
                        "members.changed",
                        member.name(),
                        getTranslation("role." + change.getValue().id())));
            }
        });
        return role;
    }

    private Select<Role> roles() {
        Select<Role> role = new Select<>();
        role.setItems(Role.VIEWER, Role.EDITOR, Role.OWNER);
        role.setItemLabelGenerator(each -> getTranslation("role." + each.id()));
        return role;
    }

    private Component end(Workspaces.Member member) {
        boolean mine = member.account().equals(me.account());
        Button end = new Button(getTranslation(mine ? "members.leave" : "members.remove"), click -> {
            if (mine) {
                new Question(
                                getTranslation("members.leave.title", workspace.name()),
                                getTranslation("members.leave.text"),
                                getTranslation("members.leave"),
                                this::leave)
                        .open();
            } else {
                remove(member);
            }
        });
        end.addThemeVariants(ButtonVariant.TERTIARY);
        end.setAriaLabel(mine ? end.getText() : getTranslation("members.remove.of", member.name()));
        end.setVisible(mine ? !workspace.personal() : isOwner());
        return end;
    }

    private void leave() {
        if (told(members.remove(workspace.id(), me.account()))) {
            Notices.done(getTranslation("members.left", workspace.name()));
            getUI().ifPresent(page -> page.navigate("workspaces"));
        }
    }

    private void remove(Workspaces.Member member) {
        if (told(members.remove(workspace.id(), member.account()))) {
            reload.run();
            Notices.done(getTranslation("members.removed", member.name()), getTranslation("home.undo"), () -> {
                told(members.add(workspace.id(), member.email(), member.role().id()));
                reload.run();
            });
        }
    }

    private Div form() {
        EmailField email = new EmailField(getTranslation("members.add.email"));
        Select<Role> role = roles();
        role.setLabel(getTranslation("members.add.role"));
        role.setValue(Role.EDITOR);
        Button add = new Button(getTranslation("members.add"), click -> {
            switch (members.add(
                    workspace.id(), email.getValue(), role.getValue().id())) {
                case Result.Ok<Workspaces.Member>(Workspaces.Member added) -> {
                    reload.run();
                    Notices.done(getTranslation("members.added", added.name()));
                }
                case Result.Refused<Workspaces.Member> refused -> {
                    email.setErrorMessage(refused.problems().getFirst().text());
                    email.setInvalid(true);
                }
            }
        });
        email.addKeyDownListener(Key.ENTER, enter -> add.click());
        Div form = new Div(email, role, add);
        form.addClassName("netloom-settings-line");
        return form;
    }

    private static boolean told(Result<Workspaces.Member> result) {
        if (!result.isOk()) {
            Notices.refused(result.problems());
        }
        return result.isOk();
    }
}
