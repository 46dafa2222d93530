package org.netloom.datasets.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.datasets.DatasetInfo;
import org.netloom.datasets.Preview;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.Open;

/** One dataset: what it is, what is in it, how it is spread. */
@Route("datasets/:id")
@Open(to = Open.To.SIGNED_IN, because = "data that is built in is the same for everybody")
@PermitAll
@CssImport("./theme/datasets.css")
class DatasetView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient DatasetCatalog catalog;
    private final Div content = new Div();
    private String title = "";

    DatasetView(DatasetCatalog catalog) {
        this.catalog = catalog;
        addClassNames("netloom-page", "netloom-dataset");
        content.addClassName("netloom-dataset-content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<DatasetInfo> found = event.getRouteParameters().get("id").flatMap(catalog::find);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        DatasetInfo info = found.get();
        title = getTranslation("data.one.page", info.name());
        Anchor back = new Anchor("datasets", getTranslation("data.title"));
        back.getElement().setAttribute("router-link", true);
        back.addClassName("netloom-back");
        Paragraph help = new Paragraph(info.help());
        help.addClassName("netloom-lead");
        removeAll();
        add(back, new H1(info.name()), help, facts(info), content);
        if (catalog.isHere(info.id())) {
            look(event.getUI(), info);
        } else {
            offerDownload(event.getUI(), info);
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Div facts(DatasetInfo info) {
        Div facts = new Div(
                new Span(DatasetWords.size(this, info)),
                new Span(DatasetWords.input(this, info)),
                new Span(DatasetWords.target(this, info)),
                new Span(getTranslation(info.standardTestPart() ? "data.test-part" : "data.no-test-part")));
        facts.addClassNames("netloom-dataset-facts", "netloom-figures");
        return facts;
    }

    private void look(UI page, DatasetInfo info) {
        Optional<Preview> seen = catalog.seenPreview(info.id());
        if (seen.isPresent()) {
            show(page, info, Result.ok(seen.get()));
            return;
        }
        Div waiting = new Div(new Span(getTranslation("data.loading")));
        waiting.addClassNames("netloom-dataset-waiting", "netloom-skeleton");
        waiting.getElement().setAttribute("role", "status");
        fill(waiting);
        Later.bring(page, () -> catalog.preview(info.id()), preview -> show(page, info, preview));
    }

    private void show(UI page, DatasetInfo info, Result<Preview> preview) {
        switch (preview) {
            case Result.Ok<Preview> ok -> fill(new DatasetContent(ok.value()));
            case Result.Refused<Preview> refused -> {
                Div problem = new Div();
                problem.addClassName("netloom-form-problem");
                problem.getElement().setAttribute("role", "alert");
                for (Problem told : refused.problems()) {
                    problem.add(new Paragraph(told.what()), new Paragraph(told.expected()), new Paragraph(told.fix()));
                }
                fill(problem, button("data.again", page, info));
            }
        }
    }

    private void offerDownload(UI page, DatasetInfo info) {
        fill(new Paragraph(getTranslation("data.not-here.text")), button("data.download", page, info));
    }

    private NativeButton button(String text, UI page, DatasetInfo info) {
        NativeButton button = new NativeButton(getTranslation(text), click -> look(page, info));
        button.addClassName("netloom-primary");
        return button;
    }

    private void fill(com.vaadin.flow.component.Component... parts) {
        content.removeAll();
        content.add(parts);
    }
}
