package org.netloom.workspace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import org.netloom.design.Result;
import org.netloom.workspace.AccountDesk;
import org.netloom.workspace.AccountDesk.Account;
import org.netloom.workspace.Invitations;
import org.netloom.workspace.Open;

/** All accounts of the installation, for its administrators. */
@Route("accounts")
@PermitAll
@Open(to = Open.To.ADMINISTRATORS, because = "accounts belong to the installation")
class AccountsView extends Div implements HasDynamicTitle {

    private final transient AccountDesk desk;
    private final Grid<Account> table = new Grid<>();
    private final FormProblems problems = new FormProblems(Map.of());

    AccountsView(AccountDesk desk, Invitations invitations) {
        this.desk = desk;
        addClassName("netloom-page");
        table.setItems(desk.all());
        describeTable();
        add(new H1(getTranslation("accounts.title")), problems, table, new InvitationsPanel(invitations, null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.page");
    }

    private void describeTable() {
        table.addComponentColumn(AccountsView::who)
                .setHeader(getTranslation("accounts.who"))
                .setFlexGrow(1);
        table.addColumn(this::state).setHeader(getTranslation("accounts.state")).setAutoWidth(true);
        table.addComponentColumn(each -> each.seenAt() == null
                        ? new Span(getTranslation("accounts.never"))
                        : new Day(each.seenAt(), getLocale()))
                .setHeader(getTranslation("accounts.seen"))
                .setAutoWidth(true);
        table.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
        table.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        table.setAllRowsVisible(true);
    }

    private static Component who(Account account) {
        Span email = new Span(account.email());
        email.addClassName("netloom-soft");
        Div who = new Div(new Span(account.name()), email);
        who.addClassName("netloom-account-who");
        return who;
    }

    private String state(Account account) {
        return getTranslation(
                account.disabled()
                        ? "accounts.disabled"
                        : account.administrator() ? "accounts.administrator" : "accounts.active");
    }

    private Component buttons(Account account) {
        Button able = account.disabled()
                ? button("accounts.enable", account, desk::enable)
                : button("accounts.disable", account, desk::disable);
        Button role = account.administrator()
                ? button("accounts.unmake", account, desk::unmakeAdministrator)
                : button("accounts.make", account, desk::makeAdministrator);
        role.setVisible(!account.disabled());
        return new Div(role, able);
    }

    @FunctionalInterface
    private interface Change {
        Result<Account> of(java.util.UUID account);
    }

    private Button button(String label, Account account, Change change) {
        Button button = new Button(getTranslation(label), click -> {
            problems.clear();
            switch (change.of(account.id())) {
                case Result.Ok<Account> done -> table.setItems(desk.all());
                case Result.Refused<Account> refused -> problems.show(refused.problems());
            }
        });
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation(label) + ": " + account.name());
        return button;
    }
}
