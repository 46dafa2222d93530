package org.netloom.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netloom.training.Workers;
import org.netloom.workspace.Open;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;

/** What is running: versions, workers, what each computes on, and why not on a graphics card. */
@Route("system")
@Menu(title = "shell.nav.system", order = 90, icon = "vaadin:server")
@Open(to = Open.To.SIGNED_IN, because = "the machines serve every workspace; whose run one trains is not told")
@PermitAll
class SystemView extends Main implements HasDynamicTitle {

    private static final int REFRESH_MILLIS = 3000;

    private final transient Workers workers;
    private final Grid<Workers.Worker> table = new Grid<>();
    private final Paragraph none = new Paragraph(getTranslation("shell.system.workers.none"));
    private transient @Nullable Registration refresh;

    SystemView(Workers workers, ObjectProvider<BuildProperties> build) {
        this.workers = workers;
        addClassName("netloom-page");
        BuildProperties known = build.getIfAvailable();
        String version = known == null ? getTranslation("shell.system.unpacked") : String.valueOf(known.getVersion());
        Div facts = new Div(
                fact("shell.system.version", version),
                fact("shell.system.java", System.getProperty("java.vm.name") + " " + Runtime.version()),
                fact("shell.system.os", System.getProperty("os.name") + " " + System.getProperty("os.arch")),
                fact("shell.system.cores", String.valueOf(Runtime.getRuntime().availableProcessors())));
        facts.addClassName("netloom-system-facts");
        describeTable();
        add(new H1(getTranslation("shell.system.title")), facts);
        add(new H2(getTranslation("shell.system.workers")), none, table);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.system.page");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval(REFRESH_MILLIS);
        refresh = event.getUI().addPollListener(poll -> show());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (refresh != null) {
            refresh.remove();
        }
    }

    private void describeTable() {
        table.addColumn(worker -> worker.host() + " · " + worker.pid())
                .setHeader(getTranslation("shell.system.worker"))
                .setAutoWidth(true);
        table.addComponentColumn(this::activity)
                .setHeader(getTranslation("shell.system.activity"))
                .setAutoWidth(true);
        table.addColumn(worker ->
                        worker.backend().isBlank() ? getTranslation("shell.system.starting") : worker.backend())
                .setHeader(getTranslation("shell.system.backend"))
                .setAutoWidth(true);
        table.addColumn(Workers.Worker::devices)
                .setHeader(getTranslation("shell.system.devices"))
                .setAutoWidth(true);
        table.addColumn(worker -> since(worker.startedAt()))
                .setHeader(getTranslation("shell.system.since"))
                .setAutoWidth(true);
        table.addColumn(Workers.Worker::note)
                .setHeader(getTranslation("shell.system.note"))
                .setWidth("20rem")
                .setFlexGrow(1);
        table.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        table.setAllRowsVisible(true);
    }

    private Span activity(Workers.Worker worker) {
        return worker.run()
                .map(run -> new Span(new Anchor("runs/" + run, getTranslation("shell.system.training"))))
                .orElseGet(() -> new Span(new Text(
                        getTranslation(worker.training() ? "shell.system.training" : "shell.system.waiting"))));
    }

    private void show() {
        List<Workers.Worker> alive = workers.alive();
        table.setItems(alive);
        table.setVisible(!alive.isEmpty());
        none.setVisible(alive.isEmpty());
    }

    private String since(Instant start) {
        Duration up = Duration.between(start, Instant.now());
        if (up.toHours() > 0) {
            return getTranslation("shell.system.hours", up.toHours(), up.toMinutesPart());
        }
        return up.toMinutes() > 0
                ? getTranslation("shell.system.minutes", up.toMinutes())
                : getTranslation("shell.system.just-now");
    }

    private Div fact(String key, String value) {
        Span name = new Span(getTranslation(key));
        name.addClassName("netloom-system-fact-name");
        Span content = new Span(value);
        Div fact = new Div(name, content);
        fact.addClassName("netloom-system-fact");
        return fact;
    }
}
