package org.netloom.workspace.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.netloom.design.Result;
import org.netloom.workspace.AccountDesk;
import org.netloom.workspace.AccountDesk.Account;
import org.netloom.workspace.Invitations;
import org.netloom.workspace.Open;

/** All accounts of the installation, for its administrators. */
@Route("accounts")
@PermitAll
@Open(to = Open.To.ADMINISTRATORS, because = "accounts belong to the installation")
class AccountsView extends Main implements HasDynamicTitle {

    private final transient AccountDesk desk;
    private final Div list = new Div();

    AccountsView(AccountDesk desk, Invitations invitations) {
        this.desk = desk;
        addClassNames("netloom-page", "netloom-settings");
        Div head = new Div(new H1(getTranslation("accounts.title")));
        head.addClassName("netloom-settings-head");
        show();
        add(head, list, new InvitationsPanel(invitations, null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.page");
    }

    private void show() {
        SettingsSection section = new SettingsSection(getTranslation("accounts.who"), getTranslation("accounts.text"));
        desk.all()
                .forEach(account -> section.row(
                        account.name(), account.email() + " · " + state(account), role(account), able(account)));
        list.removeAll();
        list.add(section);
    }

    private String state(Account account) {
        String state = getTranslation(
                account.disabled()
                        ? "accounts.disabled"
                        : account.administrator() ? "accounts.administrator" : "accounts.active");
        String seen = account.seenAt() == null
                ? getTranslation("accounts.never")
                : getTranslation("accounts.seen", Day.text(account.seenAt(), getLocale()));
        return state + " · " + seen;
    }

    private Button role(Account account) {
        Button role = account.administrator()
                ? button("accounts.unmake", account, desk::unmakeAdministrator)
                : button("accounts.make", account, desk::makeAdministrator);
        role.setVisible(!account.disabled());
        return role;
    }

    private Button able(Account account) {
        if (account.disabled()) {
            return button("accounts.enable", account, desk::enable);
        }
        Button disable = button("accounts.disable", account, desk::disable);
        disable.addThemeVariants(ButtonVariant.ERROR);
        return disable;
    }

    @FunctionalInterface
    private interface Change {
        Result<Account> of(UUID account);
    }

    private Button button(String label, Account account, Change change) {
        Button button = new Button(getTranslation(label), click -> {
            switch (change.of(account.id())) {
                case Result.Ok<Account> done -> {
                    show();
                    Notices.done(getTranslation(label + ".done", account.name()));
                }
                case Result.Refused<Account> refused -> Notices.refused(refused.problems());
            }
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(label) + ": " + account.name());
        return button;
    }
}
