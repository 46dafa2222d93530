package org.netloom.workspace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import java.util.Locale;
import org.netloom.workspace.Quota;
import org.netloom.workspace.Quotas;
import org.netloom.workspace.Workspaces;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** What the workspace uses of what it may. */
@Service
@Order(40)
class QuotaPart implements SettingsPart {

    private final Quotas quotas;

    QuotaPart(Quotas quotas) {
        this.quotas = quotas;
    }

    @Override
    public List<Component> show(Workspaces.Workspace workspace, Runnable reload) {
        Quota allowed = quotas.allowed(workspace.id());
        Quota.Used used = quotas.used(workspace.id());
        UI page = UI.getCurrent();
        SettingsSection section =
                new SettingsSection(page.getTranslation("quota.title"), page.getTranslation("quota.text"));
        row(
                page,
                section,
                "quota.bytes",
                used.bytes(),
                allowed.bytes(),
                gigabytes(used.bytes()),
                gigabytes(allowed.bytes()));
        row(
                page,
                section,
                "quota.projects",
                used.projects(),
                allowed.projects(),
                count(used.projects()),
                count(allowed.projects()));
        row(
                page,
                section,
                "quota.waiting",
                used.waitingRuns(),
                allowed.waitingRuns(),
                count(used.waitingRuns()),
                count(allowed.waitingRuns()));
        section.row(
                page.getTranslation("quota.design"),
                page.getTranslation("quota.design.text", count(allowed.layers()), count(allowed.parameters())));
        return List.of(section);
    }

    private static void row(
            UI page,
            SettingsSection section,
            String key,
            long used,
            long allowed,
            String usedText,
            String allowedText) {
        ProgressBar bar = new ProgressBar(0, 1, allowed == 0 ? 1 : Math.min(1, (double) used / allowed));
        bar.getElement().setAttribute("aria-label", page.getTranslation(key));
        Span text = new Span(page.getTranslation("quota.of", usedText, allowedText));
        text.addClassName("netloom-figures");
        section.row(page.getTranslation(key), page.getTranslation(key + ".text"), bar, text);
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String gigabytes(long bytes) {
        double all = bytes / (double) (1L << 30);
        String figure = String.format(Locale.ROOT, all < 0.1 ? "%.2f" : "%.1f", all);
        return (figure.endsWith(".0") ? figure.substring(0, figure.length() - 2) : figure) + " GiB";
    }
}
