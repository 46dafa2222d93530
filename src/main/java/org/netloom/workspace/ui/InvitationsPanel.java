package org.netloom.workspace.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Result;
import org.netloom.workspace.Invitations;
import org.netloom.workspace.Invitations.Invitation;
import org.netloom.workspace.Role;

/** Makes invitations, shows each new link once, and lists and revokes the open ones. */
final class InvitationsPanel extends SettingsSection {

    private final transient Invitations invitations;
    private final transient @Nullable UUID workspace;
    private final Paragraph none = new Paragraph(getTranslation("invitations.none"));
    private final Select<Role> role = new Select<>();
    private final EmailField email = new EmailField(getTranslation("invitations.email"));
    private final Select<Integer> days = new Select<>();
    private final FormProblems problems = new FormProblems(Map.of("email", email));
    private final Div fresh = new Div();

    /** @param workspace null: to the installation, for administrators */
    InvitationsPanel(Invitations invitations, @Nullable UUID workspace) {
        head(
                getTranslation("invitations.title"),
                getTranslation(workspace == null ? "invitations.text.account" : "invitations.text"));
        this.invitations = invitations;
        this.workspace = workspace;
        addClassName("netloom-invitations");
        none.addClassName("netloom-soft");
        addComponentAtIndex(2, none);
        add(problems, form(), fresh);
        refresh();
    }

    private Div form() {
        role.setLabel(getTranslation("invitations.role"));
        role.setItems(Role.VIEWER, Role.EDITOR, Role.OWNER);
        role.setItemLabelGenerator(each -> getTranslation("role." + each.id()));
        role.setValue(Role.EDITOR);
        role.setVisible(workspace != null);
        email.setPlaceholder(getTranslation("invitations.email.any"));
        days.setLabel(getTranslation("invitations.days"));
        days.setItems(1, 7, 30, 90);
        days.setItemLabelGenerator(each -> getTranslation(each == 1 ? "account.day" : "account.days", each));
        days.setValue(Invitations.DEFAULT_DAYS);
        Button invite = new Button(getTranslation("invitations.invite"), click -> invite());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        Div row = new Div(email, role, days, invite);
        row.addClassName("netloom-settings-line");
        return row;
    }

    private void invite() {
        problems.clear();
        Result<Invitations.Made> made = workspace == null
                ? invitations.inviteToInstallation(email.getValue(), days.getValue())
                : invitations.invite(workspace, role.getValue(), email.getValue(), days.getValue());
        switch (made) {
            case Result.Ok<Invitations.Made>(Invitations.Made done) -> {
                fresh.removeAll();
                fresh.add(OneTimeSecret.address(
                        getTranslation("invitations.link"),
                        "join/" + done.secret(),
                        getTranslation("invitations.link.help")));
                email.clear();
                refresh();
            }
            case Result.Refused<Invitations.Made> refused -> problems.show(refused.problems());
        }
    }

    private void refresh() {
        List<Invitation> open = workspace == null ? invitations.openToInstallation() : invitations.open(workspace);
        none.setVisible(open.isEmpty());
        clearRows();
        open.forEach(each -> row(name(each), detail(each), revoke(each)));
    }

    private String name(Invitation invitation) {
        String who = invitation.email() == null ? getTranslation("invitations.anyone") : invitation.email();
        Role as = invitation.role();
        return as == null ? who : getTranslation("invitations.as", who, getTranslation("role." + as.id()));
    }

    private String detail(Invitation invitation) {
        return getTranslation("invitations.by", invitation.inviter(), Day.text(invitation.expiresAt(), getLocale()));
    }

    private Button revoke(Invitation invitation) {
        Button revoke = new Button(
                getTranslation("account.revoke"),
                click -> new Question(
                                getTranslation("invitations.revoke.title"),
                                getTranslation("invitations.revoke.text"),
                                getTranslation("account.revoke"),
                                () -> revoke(invitation.id()))
                        .open());
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        revoke.setAriaLabel(getTranslation("account.revoke.of", name(invitation)));
        return revoke;
    }

    private void revoke(UUID invitation) {
        if (workspace == null) {
            invitations.revokeToInstallation(invitation);
        } else {
            invitations.revoke(workspace, invitation);
        }
        fresh.removeAll();
        refresh();
        Notices.done(getTranslation("invitations.revoked"));
    }
}
