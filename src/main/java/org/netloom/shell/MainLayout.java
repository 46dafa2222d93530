package org.netloom.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import org.netloom.sharing.Mentions;
import org.netloom.sharing.SharingNews;
import org.netloom.sharing.ui.Bell;
import org.netloom.workspace.Access;
import org.netloom.workspace.Open;
import org.netloom.workspace.Person;
import org.netloom.workspace.Workspaces;

/** Name, navigation, and who is signed in, round every page. Pages announce themselves with {@code @Menu}. */
@Layout
@Open(to = Open.To.SIGNED_IN, because = "it shows the name of whoever is signed in and nothing else")
@PermitAll
// What other modules add to a page by beans is not seen from the page when the frontend is built.
@Uses(ConfirmDialog.class)
@Uses(Dialog.class)
@Uses(EmailField.class)
@Uses(MultiSelectComboBox.class)
@Uses(ProgressBar.class)
@Uses(Select.class)
@Uses(TextArea.class)
@Uses(TextField.class)
public class MainLayout extends AppLayout implements BeforeEnterObserver, AfterNavigationObserver {

    private final transient AuthenticationContext authentication;
    private final transient Access access;
    private final transient Workspaces workspaces;
    private final transient Whereabouts whereabouts;
    private final WorkspaceSwitcher switcher;
    private final Navigation navigation;
    private final Span where = new Span();

    MainLayout(
            Access access,
            AuthenticationContext authentication,
            Workspaces workspaces,
            Whereabouts whereabouts,
            Mentions mentions,
            SharingNews news) {
        this.authentication = authentication;
        this.access = access;
        this.workspaces = workspaces;
        this.whereabouts = whereabouts;
        switcher = new WorkspaceSwitcher(workspaces);
        navigation = new Navigation(access);
        setPrimarySection(Section.DRAWER);
        addToDrawer(brand(), switcher, navigation, foot(access, mentions, news));
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.navigation.toggle"));
        toggle.addClassName("netloom-drawer-toggle");
        where.addClassName("netloom-where");
        addToNavbar(true, toggle, where);
        addClassName("netloom-shell");
    }

    /** What an address leads to decides which workspace one is in. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (access.current().isPresent()) {
            whereabouts.of(event.getRouteParameters()).ifPresent(workspaces::enter);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        boolean signedIn = access.current().isPresent();
        switcher.setVisible(signedIn);
        if (signedIn) {
            Workspaces.Workspace current = workspaces.current();
            switcher.show(current);
            where.setText(current.name());
            navigation.show(current.id(), event.getLocation().getPath());
        }
    }

    private Div brand() {
        Span mark = new Span();
        mark.addClassName("netloom-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Div brand = new Div(mark, new Span(getTranslation("shell.product")));
        brand.addClassName("netloom-brand");
        return brand;
    }

    private Div foot(Access access, Mentions mentions, SharingNews news) {
        Div foot = new Div();
        access.current().ifPresent(person -> foot.add(account(person), new Bell(mentions, news, person.account())));
        foot.add(new Appearance());
        foot.addClassName("netloom-shell-foot");
        return foot;
    }

    private Button account(Person person) {
        Avatar avatar = new Avatar(person.name());
        avatar.getElement().setAttribute("aria-hidden", "true");
        Button who = new Button(person.name(), avatar);
        who.setTooltipText(person.name());
        who.addThemeVariants(ButtonVariant.TERTIARY);
        who.addClassName("netloom-account");
        who.setAriaLabel(getTranslation("shell.account", person.name()));
        ContextMenu menu = new ContextMenu(who);
        menu.setOpenOnClick(true);
        menu.addItem(person.email()).setEnabled(false);
        menu.addItem(getTranslation("shell.account.own"), click -> getUI().ifPresent(ui -> ui.navigate("account")));
        if (person.administrator()) {
            menu.addItem(
                    getTranslation("shell.account.all"), click -> getUI().ifPresent(ui -> ui.navigate("accounts")));
        }
        menu.addItem(getTranslation("shell.sign-out"), click -> authentication.logout());
        return who;
    }
}
