package org.netloom.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.avatar.AvatarVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.netloom.training.ui.Ago;
import org.netloom.workspace.Action;
import org.netloom.workspace.Activity;
import org.netloom.workspace.Deed;
import org.netloom.workspace.Happening;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Workspaces;

/** What was done in the workspace, the newest first. */
@Route("activity")
@Menu(title = "shell.nav.activity", order = 40, icon = "vaadin:time-backward")
@PermitAll
@Needs(Action.SEE)
@CssImport("./theme/sharing.css")
class ActivityView extends Main implements HasDynamicTitle {

    private static final int PAGE = 50;

    /** What is worth knowing of these is said by their words already. */
    private static final Set<Deed> WITHOUT_DETAIL = EnumSet.of(Deed.LINK_MADE, Deed.COMMENT_REMOVED);

    private final transient Activity activity;
    private final UUID workspace;
    private final OrderedList list = new OrderedList();
    private final Button more = new Button();
    private long before = Long.MAX_VALUE;

    ActivityView(Activity activity, Workspaces workspaces) {
        this.activity = activity;
        this.workspace = workspaces.current().id();
        addClassNames("netloom-page", "netloom-activity");
        list.addClassName("netloom-activity-list");
        more.setText(getTranslation("activity.more"));
        more.addClickListener(click -> show());
        Span eyebrow = new Span(workspaces.current().name());
        eyebrow.addClassName("netloom-eyebrow");
        add(eyebrow, new H1(getTranslation("activity.title")), list, more);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("activity.title") + " · " + getTranslation("shell.product");
    }

    private void show() {
        List<Happening> next = activity.of(workspace, before, PAGE);
        next.forEach(each -> list.add(row(each)));
        more.setVisible(next.size() == PAGE);
        if (!next.isEmpty()) {
            before = next.getLast().id();
        } else if (list.getChildren().findAny().isEmpty()) {
            Div none = new Div(
                    new H2(getTranslation("activity.none")), new Paragraph(getTranslation("activity.none.text")));
            none.addClassName("netloom-empty");
            add(none);
        }
    }

    private ListItem row(Happening each) {
        Avatar avatar = new Avatar(each.who());
        avatar.addThemeVariants(AvatarVariant.XSMALL);
        avatar.getElement().setAttribute("aria-hidden", "true");
        Span who = new Span(each.who());
        who.addClassName("netloom-comment-who");
        String deed = each.deed().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Div words = new Div(who, new Span(" " + getTranslation("activity." + deed) + " "), subject(each));
        if (!each.detail().isBlank() && !WITHOUT_DETAIL.contains(each.deed())) {
            words.add(CommentCard.soft(" · " + each.detail()));
        }
        return new ListItem(avatar, words, new Ago(each.at()));
    }

    private static Component subject(Happening each) {
        return each.run()
                .map(run -> "runs/" + run)
                .or(() -> each.project().map(project -> "projects/" + project))
                .map(address -> (Component) new Anchor(address, each.subject()))
                .orElseGet(() -> new Span(each.subject()));
    }
}
