package org.netloom.shell;

import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.netloom.workspace.Access;
import org.netloom.workspace.Needs;

/** Leads to the pages that announce themselves with {@code @Menu}; to none that would turn this person away. */
final class Navigation extends SideNav {

    private static final String HOME = "";

    private final transient Access access;
    private final transient Map<MenuEntry, SideNavItem> items = new LinkedHashMap<>();

    Navigation(Access access) {
        this.access = access;
        getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
        MenuConfiguration.getMenuEntries().forEach(entry -> {
            SideNavItem item = item(entry);
            items.put(entry, item);
            addItem(item);
        });
    }

    private SideNavItem item(MenuEntry entry) {
        String icon = entry.icon();
        String title = getTranslation(entry.title());
        SideNavItem item = icon == null
                ? new SideNavItem(title, entry.path())
                : new SideNavItem(title, entry.path(), new Icon(icon));
        item.setMatchNested(!path(entry).equals(HOME));
        return item;
    }

    /** As seen from a page in a workspace: pages of a workspace have two addresses, and projects belong to its home. */
    void show(UUID workspace, String page) {
        String own = "workspaces/" + workspace;
        items.forEach((entry, item) -> {
            item.setVisible(mayOpen(entry, workspace));
            item.setPathAliases(path(entry).equals(HOME) ? home(own, page) : Set.of(own + "/" + path(entry)));
        });
    }

    private static Set<String> home(String own, String page) {
        return page.startsWith("projects/") ? Set.of(own, page) : Set.of(own);
    }

    private boolean mayOpen(MenuEntry entry, UUID workspace) {
        Class<?> view = entry.menuClass();
        Needs needs = view == null ? null : view.getAnnotation(Needs.class);
        return needs == null || access.allows(workspace, needs.value());
    }

    private static String path(MenuEntry entry) {
        return entry.path().replaceFirst("^/", "");
    }
}
