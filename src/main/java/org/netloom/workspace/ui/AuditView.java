package org.netloom.workspace.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.AuditEntry;
import org.netloom.workspace.AuditFilter;
import org.netloom.workspace.AuditLog;
import org.netloom.workspace.Deed;
import org.netloom.workspace.Needs;
import org.netloom.workspace.Person;
import org.netloom.workspace.Workspaces;
import org.springframework.web.util.UriComponentsBuilder;

/** What was done in the workspace, for its owners; administrators can turn to what concerns accounts. */
@Route("audit")
@Menu(title = "audit.nav", order = 80, icon = "vaadin:clipboard-text")
@Needs(Action.AUDIT)
@PermitAll
class AuditView extends Main implements HasDynamicTitle {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final transient AuditLog log;
    private final UUID workspace;
    private final Grid<AuditEntry> lines = new Grid<>();
    private final ComboBox<Deed> deed = new ComboBox<>();
    private final ComboBox<Workspaces.Member> member = new ComboBox<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final Anchor download = new Anchor();
    private boolean accounts;

    AuditView(AuditLog log, Access access, Workspaces workspaces) {
        this.log = log;
        workspace = workspaces.current().id();
        access.check(workspace, Action.AUDIT);
        addClassNames("netloom-page", "netloom-audit");
        boolean administrator = access.current().map(Person::administrator).orElse(false);
        describeFilter(workspaces.members(workspace));
        describeLines();
        Span eyebrow = new Span(workspaces.current().name());
        eyebrow.addClassName("netloom-eyebrow");
        Paragraph text = new Paragraph(getTranslation("audit.text"));
        text.addClassName("netloom-soft");
        Div head = new Div(eyebrow, new H1(getTranslation("audit.title")), text);
        head.addClassName("netloom-settings-head");
        add(head);
        if (administrator) {
            add(books());
        }
        HorizontalLayout bar = new HorizontalLayout(deed, member, from, until, download);
        bar.setDefaultVerticalComponentAlignment(FlexComponent.Alignment.END);
        bar.setWrap(true);
        bar.addClassName("netloom-audit-filter");
        add(bar, lines);
        filterChanged();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.page");
    }

    private Tabs books() {
        Tab ofWorkspace = new Tab(getTranslation("audit.of-workspace"));
        Tab ofAccounts = new Tab(getTranslation("audit.of-accounts"));
        Tabs books = new Tabs(ofWorkspace, ofAccounts);
        books.addSelectedChangeListener(change -> {
            accounts = change.getSelectedTab() == ofAccounts;
            offerDeeds();
            filterChanged();
        });
        return books;
    }

    private void describeFilter(List<Workspaces.Member> members) {
        deed.setLabel(getTranslation("audit.deed"));
        offerDeeds();
        deed.setItemLabelGenerator(this::words);
        deed.setClearButtonVisible(true);
        member.setLabel(getTranslation("audit.who"));
        member.setItems(members);
        member.setItemLabelGenerator(Workspaces.Member::name);
        member.setClearButtonVisible(true);
        from.setLabel(getTranslation("audit.from"));
        from.setClearButtonVisible(true);
        until.setLabel(getTranslation("audit.until"));
        until.setClearButtonVisible(true);
        deed.addValueChangeListener(change -> filterChanged());
        member.addValueChangeListener(change -> filterChanged());
        from.addValueChangeListener(change -> filterChanged());
        until.addValueChangeListener(change -> filterChanged());
        download.setText(getTranslation("audit.download"));
        download.setRouterIgnore(true);
    }

    /** Those that the open book can have; what was chosen stays where it can. */
    private void offerDeeds() {
        Deed chosen = deed.getValue();
        List<Deed> all = Arrays.stream(Deed.values())
                .filter(accounts ? Deed::isReadByAdministrators : Deed::isReadByOwners)
                .toList();
        deed.setItems(all);
        deed.setValue(all.contains(chosen) ? chosen : null);
    }

    private void describeLines() {
        lines.addColumn(line -> TIME.format(line.at()))
                .setHeader(getTranslation("audit.at"))
                .setAutoWidth(true);
        lines.addColumn(line -> words(line.deed()))
                .setHeader(getTranslation("audit.deed"))
                .setAutoWidth(true);
        lines.addColumn(AuditEntry::who).setHeader(getTranslation("audit.who")).setAutoWidth(true);
        lines.addColumn(AuditEntry::subject)
                .setHeader(getTranslation("audit.subject"))
                .setAutoWidth(true);
        lines.addColumn(AuditEntry::detail)
                .setHeader(getTranslation("audit.detail"))
                .setFlexGrow(1);
        lines.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        lines.setItems(this::page);
        lines.setHeight("62vh");
        lines.setEmptyStateText(getTranslation("audit.none"));
        lines.getElement().setAttribute("aria-label", getTranslation("audit.title"));
    }

    private Stream<AuditEntry> page(Query<AuditEntry, Void> query) {
        int skip = query.getOffset();
        int limit = query.getLimit();
        return (accounts ? log.ofAccounts(filter(), skip, limit) : log.of(workspace, filter(), skip, limit)).stream();
    }

    private AuditFilter filter() {
        Workspaces.Member who = member.getValue();
        return new AuditFilter(
                deed.getValue(),
                who == null ? null : who.account(),
                start(from.getValue()),
                until.getValue() == null ? null : start(until.getValue().plusDays(1)));
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneId.of("UTC")).toInstant();
    }

    private void filterChanged() {
        AuditFilter filter = filter();
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("api/v1/workspaces/{workspace}/audit.csv");
        if (filter.deed() != null) {
            address.queryParam(
                    "deed", filter.deed().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (filter.account() != null) {
            address.queryParam("account", filter.account());
        }
        if (filter.from() != null) {
            address.queryParam("from", filter.from());
        }
        if (filter.until() != null) {
            address.queryParam("until", filter.until());
        }
        download.setHref(address.buildAndExpand(workspace).encode().toUriString());
        download.setVisible(!accounts);
        lines.getDataProvider().refreshAll();
    }

    private String words(Deed each) {
        return getTranslation("audit.deed." + each.name());
    }
}
