package org.netloom.training.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import org.netloom.format.Json;
import org.netloom.training.Run;
import tools.jackson.databind.JsonNode;

/** The trained network to take away, with the proof that the file holds what was trained. */
final class DownloadPanel extends Div {

    DownloadPanel(Run run) {
        addClassName("netloom-panel");
        add(new H2(getTranslation("run.download")));
        if (run.outcome().model().isPresent()) {
            Div files = new Div(
                    file(run, "dl4j", "run.download.dl4j", "run.download.dl4j.help"),
                    file(run, "bundle", "run.download.bundle", "run.download.bundle.help"));
            files.addClassName("netloom-files");
            add(files);
        }
        run.outcome().proof().map(Json::parseOwn).ifPresent(this::proof);
    }

    private Anchor file(Run run, String format, String name, String help) {
        Icon icon = new Icon("vaadin:download-alt");
        icon.getElement().setAttribute("aria-hidden", "true");
        Span title = new Span(getTranslation(name));
        title.addClassName("title");
        Span what = new Span(getTranslation(help));
        what.addClassName("help");
        Anchor link = new Anchor("api/v1/runs/" + run.id() + "/export?format=" + format, "");
        link.add(icon, new Div(title, what));
        link.getElement().setAttribute("download", true);
        link.setRouterIgnore(true);
        link.addClassName("netloom-file");
        return link;
    }

    private void proof(JsonNode proof) {
        boolean proved = proof.path("proved").asBoolean(false);
        String difference = Figures.loss(proof.path("largestDifference").asDouble(Double.NaN));
        Icon icon = new Icon(proved ? "vaadin:check" : "vaadin:warning");
        icon.getElement().setAttribute("aria-hidden", "true");
        Paragraph text = new Paragraph(
                icon,
                new Span(getTranslation(
                        proved ? "run.proof.good" : "run.proof.bad",
                        Figures.whole(proof.path("rows").asLong()),
                        difference,
                        Figures.loss(proof.path("tolerance").asDouble(Double.NaN)))));
        text.addClassNames("netloom-proof", proved ? "good" : "bad");
        add(text);
        proof.path("notes").forEach(note -> {
            Paragraph said = new Paragraph(note.asString(""));
            said.addClassName("note");
            add(said);
        });
    }
}
