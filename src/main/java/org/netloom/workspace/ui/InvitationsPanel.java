package org.netloom.workspace.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Result;
import org.netloom.workspace.Invitations;
import org.netloom.workspace.Invitations.Invitation;
import org.netloom.workspace.Role;

/** Makes invitations, shows each new link once, and lists and revokes the open ones. */
public final class InvitationsPanel extends Div {

    private final transient Invitations invitations;
    private final transient @Nullable UUID workspace;
    private final Grid<Invitation> table = new Grid<>();
    private final Paragraph none = new Paragraph(getTranslation("invitations.none"));
    private final Select<Role> role = new Select<>();
    private final EmailField email = new EmailField(getTranslation("invitations.email"));
    private final Select<Integer> days = new Select<>();
    private final FormProblems problems = new FormProblems(Map.of("email", email));
    private final Div fresh = new Div();

    /** @param workspace null: to the installation, for administrators */
    public InvitationsPanel(Invitations invitations, @Nullable UUID workspace) {
        this.invitations = invitations;
        this.workspace = workspace;
        addClassName("netloom-account-part");
        add(
                new H2(getTranslation("invitations.title")),
                new Paragraph(getTranslation(workspace == null ? "invitations.text.account" : "invitations.text")),
                problems,
                form(),
                fresh,
                none,
                table);
        describeTable();
        refresh();
    }

    private Div form() {
        role.setLabel(getTranslation("invitations.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(each -> getTranslation("role." + each));
        role.setValue(Role.EDITOR);
        role.setVisible(workspace != null);
        email.setPlaceholder(getTranslation("invitations.email.any"));
        days.setLabel(getTranslation("invitations.days"));
        days.setItems(1, 7, 30, 90);
        days.setItemLabelGenerator(each -> getTranslation("account.days", each));
        days.setValue(Invitations.DEFAULT_DAYS);
        Button invite = new Button(getTranslation("invitations.invite"), click -> invite());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        Div row = new Div(role, email, days, invite);
        row.addClassName("netloom-account-row");
        return row;
    }

    private void describeTable() {
        table.addColumn(each -> each.email() == null ? getTranslation("invitations.anyone") : each.email())
                .setHeader(getTranslation("invitations.for"))
                .setFlexGrow(1);
        if (workspace != null) {
            table.addColumn(each -> getTranslation("role." + each.role()))
                    .setHeader(getTranslation("invitations.role"))
                    .setAutoWidth(true);
        }
        table.addColumn(Invitation::inviter)
                .setHeader(getTranslation("invitations.inviter"))
                .setAutoWidth(true);
        table.addComponentColumn(each -> new Day(each.expiresAt(), getLocale()))
                .setHeader(getTranslation("invitations.until"))
                .setAutoWidth(true);
        table.addComponentColumn(this::revoke).setAutoWidth(true).setFlexGrow(0);
        table.addThemeVariants(GridVariant.NO_BORDER);
        table.setAllRowsVisible(true);
    }

    private Button revoke(Invitation invitation) {
        Button revoke = new Button(getTranslation("account.revoke"), click -> {
            if (workspace == null) {
                invitations.revokeToInstallation(invitation.id());
            } else {
                invitations.revoke(workspace, invitation.id());
            }
            fresh.removeAll();
            refresh();
        });
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        return revoke;
    }

    private void invite() {
        problems.clear();
        Result<Invitations.Made> made = workspace == null
                ? invitations.inviteToInstallation(email.getValue(), days.getValue())
                : invitations.invite(workspace, role.getValue(), email.getValue(), days.getValue());
        switch (made) {
            case Result.Ok<Invitations.Made>(Invitations.Made done) -> {
                fresh.removeAll();
                fresh.add(new OneTimeSecret(
                        getTranslation("invitations.link"),
                        here() + "/join/" + done.secret(),
                        getTranslation("invitations.link.help")));
                email.clear();
                refresh();
            }
            case Result.Refused<Invitations.Made> refused -> problems.show(refused.problems());
        }
    }

    private void refresh() {
        List<Invitation> open = workspace == null ? invitations.openToInstallation() : invitations.open(workspace);
        table.setItems(open);
        table.setVisible(!open.isEmpty());
        none.setVisible(open.isEmpty());
    }

    /** The address that this browser knows the installation by. */
    private static String here() {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath();
    }
}
