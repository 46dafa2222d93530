package org.netloom.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import org.netloom.workspace.Access;
import org.netloom.workspace.Person;

/** Name, navigation, and who is signed in, round every page. Pages announce themselves with {@code @Menu}. */
@Layout
@PermitAll
public class MainLayout extends AppLayout {

    private final transient AuthenticationContext authentication;

    MainLayout(Access access, AuthenticationContext authentication) {
        this.authentication = authentication;
        setPrimarySection(Section.DRAWER);
        addToDrawer(brand(), navigation(), foot(access));
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.navigation.toggle"));
        toggle.addClassName("netloom-drawer-toggle");
        addToNavbar(true, toggle);
        addClassName("netloom-shell");
    }

    private Div brand() {
        Span mark = new Span();
        mark.addClassName("netloom-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Div brand = new Div(mark, new Span(getTranslation("shell.product")));
        brand.addClassName("netloom-brand");
        return brand;
    }

    private SideNav navigation() {
        SideNav navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
        MenuConfiguration.getMenuEntries().forEach(entry -> navigation.addItem(item(entry)));
        return navigation;
    }

    private SideNavItem item(MenuEntry entry) {
        String icon = entry.icon();
        String title = getTranslation(entry.title());
        return icon == null
                ? new SideNavItem(title, entry.path())
                : new SideNavItem(title, entry.path(), new Icon(icon));
    }

    private Div foot(Access access) {
        Div foot = new Div(new Appearance());
        access.current().ifPresent(person -> foot.add(account(person)));
        foot.addClassName("netloom-shell-foot");
        return foot;
    }

    private MenuBar account(Person person) {
        Avatar avatar = new Avatar(person.name());
        Span name = new Span(person.name());
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem who = bar.addItem(new Div(avatar, name));
        who.setAriaLabel(getTranslation("shell.account", person.name()));
        who.addClassName("netloom-account");
        who.getSubMenu().addItem(person.email()).setEnabled(false);
        who.getSubMenu().addItem(getTranslation("shell.sign-out"), click -> authentication.logout());
        return bar;
    }
}
