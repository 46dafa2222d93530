package org.netloom.workspace.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import org.netloom.design.Result;
import org.netloom.workspace.TokenScope;
import org.netloom.workspace.Tokens;
import org.netloom.workspace.Tokens.Token;

/** Makes API tokens, shows each new one once, and lists and revokes those in use. */
final class TokensPanel extends SettingsSection {

    private static final int NEVER = 0;
    private static final int USUAL_DAYS = 90;

    private final transient Tokens tokens;
    private final Paragraph none = new Paragraph(getTranslation("tokens.none"));
    private final TextField name = new TextField(getTranslation("tokens.name"));
    private final Select<TokenScope> scope = new Select<>();
    private final Select<Integer> days = new Select<>();
    private final FormProblems problems = new FormProblems(Map.of("name", name));
    private final Div fresh = new Div();

    TokensPanel(Tokens tokens) {
        head(getTranslation("tokens.title"), getTranslation("tokens.text"));
        this.tokens = tokens;
        addClassName("netloom-tokens");
        none.addClassName("netloom-soft");
        addComponentAtIndex(2, none);
        add(problems, form(), fresh);
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
                ? getTranslation("tokens.unending")
                : each == 365 ? getTranslation("tokens.year") : getTranslation("account.days", each));
        days.setValue(USUAL_DAYS);
        Button make = new Button(getTranslation("tokens.make"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        Div row = new Div(name, scope, days, make);
        row.addClassName("netloom-settings-line");
        return row;
    }

    private String detail(Token token) {
        String ends = token.expiresAt() == null
                ? getTranslation("tokens.never")
                : getTranslation("tokens.ends", Day.text(token.expiresAt(), getLocale()));
        String used = token.usedAt() == null
                ? getTranslation("tokens.unused")
                : getTranslation("tokens.used", Day.text(token.usedAt(), getLocale()));
        return getTranslation("tokens.scope." + token.scope()) + " · " + ends + " · " + used;
    }

    private Button revoke(Token token) {
        Button revoke = new Button(
                getTranslation("account.revoke"),
                click -> new Question(
                                getTranslation("tokens.revoke.title", token.name()),
                                getTranslation("tokens.revoke.text"),
                                getTranslation("account.revoke"),
                                () -> {
                                    tokens.revoke(token.id());
                                    fresh.removeAll();
                                    refresh();
                                    Notices.done(getTranslation("tokens.revoked", token.name()));
                                })
                        .open());
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        revoke.setAriaLabel(getTranslation("account.revoke.of", token.name()));
        return revoke;
    }

    private void make() {
        problems.clear();
        Integer ends = days.getValue() == NEVER ? null : days.getValue();
        switch (tokens.issue(name.getValue(), scope.getValue(), ends)) {
            case Result.Ok<Tokens.Issued>(Tokens.Issued issued) -> {
                fresh.removeAll();
                fresh.add(OneTimeSecret.text(
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
        clearRows();
        mine.forEach(token -> row(token.name(), detail(token), revoke(token)));
        none.setVisible(mine.isEmpty());
    }
}
