package org.netloom.workspace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.Access;
import org.netloom.workspace.BrowserSignIn;
import org.netloom.workspace.IdentityProvider;
import org.netloom.workspace.Invitations.Invitation;
import org.netloom.workspace.Joining;
import org.netloom.workspace.Open;
import org.netloom.workspace.Person;
import org.netloom.workspace.ProviderPlans;
import org.netloom.workspace.Role;
import org.springframework.beans.factory.ObjectProvider;

/** Where an invitation's link leads: who is signed in joins with one click, who is not makes an account. */
@Route(value = "join/:secret", autoLayout = false)
@AnonymousAllowed
@Open(to = Open.To.EVERYONE, because = "whoever has the link is the one who was invited")
class JoinView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Joining joining;
    private final transient Access access;
    private final transient BrowserSignIn browserSignIn;
    private final transient ProviderPlans plans;
    private final transient ObjectProvider<IdentityProvider> provider;

    JoinView(
            Joining joining,
            Access access,
            BrowserSignIn browserSignIn,
            ProviderPlans plans,
            ObjectProvider<IdentityProvider> provider) {
        this.joining = joining;
        this.access = access;
        this.browserSignIn = browserSignIn;
        this.plans = plans;
        this.provider = provider;
        addClassName("netloom-sign-in");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getRouteParameters().get("secret").orElse("");
        removeAll();
        switch (joining.look(secret, address())) {
            case Result.Ok<Invitation>(Invitation invitation) -> offer(secret, invitation);
            case Result.Refused<Invitation> refused -> sorry(refused.problems().getFirst());
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("join.page");
    }

    private void offer(String secret, Invitation invitation) {
        Optional<Person> person = access.current();
        Component content =
                person.isPresent() ? oneClick(secret, invitation, person.get()) : newAccount(secret, invitation);
        add(new SignInCard(title(invitation), text(invitation), content));
    }

    private Div oneClick(String secret, Invitation invitation, Person person) {
        FormProblems problems = new FormProblems(java.util.Map.of());
        Button join = new Button(
                getTranslation("join.join"),
                click -> finish(joining.join(secret, address()), problems, invitation, null));
        join.addThemeVariants(ButtonVariant.PRIMARY);
        Div as = new Div(getTranslation("join.as", person.name(), person.email()));
        as.addClassName("netloom-soft");
        return form(problems, as, join, new Anchor("", getTranslation("join.not")));
    }

    private Div newAccount(String secret, Invitation invitation) {
        NewAccountForm form = new NewAccountForm(
                invitation.email(),
                getTranslation(invitation.workspace() == null ? "join.create" : "join.create-and-join"),
                (fields, problems) -> finish(
                        joining.signUp(secret, fields.email(), fields.name(), fields.password(), address()),
                        problems,
                        invitation,
                        fields.email()));
        provider.ifAvailable(known -> form.add(throughProvider(secret, known)));
        if (invitation.workspace() != null) {
            form.add(new Anchor("join/" + secret + "/sign-in", getTranslation("join.have-account")));
        }
        return form;
    }

    private Button throughProvider(String secret, IdentityProvider known) {
        return new Button(getTranslation("account.provider", known.name()), click -> {
            plans.join(secret, VaadinServletRequest.getCurrent().getHttpServletRequest());
            UI.getCurrent().getPage().setLocation(known.address());
        });
    }

    private void finish(Result<?> result, FormProblems problems, Invitation invitation, @Nullable String newAccount) {
        if (!result.isOk()) {
            problems.show(result.problems());
            return;
        }
        if (newAccount != null && result.get() instanceof Person person) {
            browserSignIn.signIn(
                    person,
                    VaadinServletRequest.getCurrent().getHttpServletRequest(),
                    VaadinServletResponse.getCurrent().getHttpServletResponse());
        }
        UI.getCurrent()
                .getPage()
                .setLocation(invitation.workspace() == null ? "." : "workspaces/" + invitation.workspace());
    }

    private void sorry(Problem problem) {
        add(new SignInCard(
                problem.what(),
                problem.expected() + " " + problem.fix(),
                new Anchor("", getTranslation("shell.error.home"))));
    }

    private String title(Invitation invitation) {
        return invitation.workspace() == null
                ? getTranslation("join.title.account")
                : getTranslation("join.title", invitation.workspaceName());
    }

    private String text(Invitation invitation) {
        Role role = invitation.role();
        return role == null
                ? getTranslation("join.text.account", invitation.inviter())
                : getTranslation("join.text", invitation.inviter(), getTranslation("role." + role.id() + ".does"));
    }

    private static Div form(Component... content) {
        Div form = new Div(content);
        form.addClassName("netloom-form");
        return form;
    }

    private static String address() {
        return VaadinServletRequest.getCurrent().getRemoteAddr();
    }
}
