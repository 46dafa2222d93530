package org.netloom.workspace.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Result;
import org.netloom.workspace.TokenScope;
import org.netloom.workspace.Tokens;
import org.netloom.workspace.Tokens.Token;

/** Makes API tokens, shows each new one once, and lists and revokes those in use. */
final class TokensPanel extends Div {

    private static final int NEVER = 0;
    private static final int USUAL_DAYS = 90;

    private final transient Tokens tokens;
    private final Grid<Token> table = new Grid<>();
    private final Paragraph none = new Paragraph(getTranslation("tokens.none"));
    private final TextField name = new TextField(getTranslation("tokens.name"));
    private final Select<TokenScope> scope = new Select<>();
    private final Select<Integer> days = new Select<>();
    private final FormProblems problems = new FormProblems(Map.of("name", name));
    private final Div fresh = new Div();

    TokensPanel(Tokens tokens) {
        this.tokens = tokens;
        addClassName("netloom-account-part");
        add(
                new H2(getTranslation("tokens.title")),
                new Paragraph(getTranslation("tokens.text")),
                problems,
                form(),
                fresh,
                none,
                table);
        describeTable();
        refresh();
    }

    private Div form() {
        name.setPlaceholder(getTranslation("tokens.name.example"));
        name.setMaxLength(Tokens.LONGEST_NAME);
        scope.setLabel(getTranslation("tokens.scope"));
        scope.setItems(TokenScope.values());
        scope.setItemLabelGenerator(each -> getTranslation("tokens.scope." + each));
        scope.setValue(TokenScope.READ);
        days.setLabel(getTranslation("tokens.expiry"));
        days.setItems(7, 30, USUAL_DAYS, 365, NEVER);
        days.setItemLabelGenerator(each -> each == NEVER
                ? getTranslation("tokens.never")
                : each == 365 ? getTranslation("tokens.year") : getTranslation("account.days", each));
        days.setValue(USUAL_DAYS);
        Button make = new Button(getTranslation("tokens.make"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        Div row = new Div(name, scope, days, make);
        row.addClassName("netloom-account-row");
        return row;
    }

    private void describeTable() {
        table.addColumn(Token::name).setHeader(getTranslation("tokens.name")).setFlexGrow(1);
        table.addColumn(each -> getTranslation("tokens.scope." + each.scope()))
                .setHeader(getTranslation("tokens.scope"))
                .setAutoWidth(true);
        table.addComponentColumn(each -> day(each.expiresAt(), "tokens.never"))
                .setHeader(getTranslation("tokens.expires"))
                .setAutoWidth(true);
        table.addComponentColumn(each -> day(each.usedAt(), "tokens.unused"))
                .setHeader(getTranslation("tokens.used"))
                .setAutoWidth(true);
        table.addComponentColumn(this::revoke).setAutoWidth(true).setFlexGrow(0);
        table.addThemeVariants(GridVariant.NO_BORDER);
        table.setAllRowsVisible(true);
    }

    private Span day(@Nullable Instant instant, String otherwise) {
        return instant == null ? new Span(getTranslation(otherwise)) : new Day(instant, getLocale());
    }

    private Button revoke(Token token) {
        Button revoke = new Button(getTranslation("account.revoke"), click -> {
            tokens.revoke(token.id());
            fresh.removeAll();
            refresh();
        });
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        return revoke;
    }

    private void make() {
        problems.clear();
        Integer ends = days.getValue() == NEVER ? null : days.getValue();
        switch (tokens.issue(name.getValue(), scope.getValue(), ends)) {
            case Result.Ok<Tokens.Issued>(Tokens.Issued issued) -> {
                fresh.removeAll();
                fresh.add(new OneTimeSecret(
                        getTranslation("tokens.new", issued.token().name()),
                        issued.secret(),
                        getTranslation("tokens.new.help")));
                name.clear();
                refresh();
            }
            case Result.Refused<Tokens.Issued> refused -> problems.show(refused.problems());
        }
    }

    private void refresh() {
        List<Token> mine = tokens.mine();
        table.setItems(mine);
        table.setVisible(!mine.isEmpty());
        none.setVisible(mine.isEmpty());
    }
}
