package org.netloom.datasets.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.datasets.DatasetInfo;
import org.netloom.datasets.Preview;
import org.netloom.design.Result;
import org.netloom.design.Shape;

/** One dataset among the others; leads to its page. */
class DatasetCard extends Anchor {

    private final transient DatasetCatalog catalog;
    private final transient DatasetInfo info;
    private final Glimpse glimpse = new Glimpse();

    DatasetCard(DatasetCatalog catalog, DatasetInfo info) {
        super("datasets/" + info.id());
        this.catalog = catalog;
        this.info = info;
        getElement().setAttribute("router-link", true);
        addClassName("netloom-dataset-card");
        Div facts = new Div(
                new Span(DatasetWords.size(this, info)),
                new Span(DatasetWords.input(this, info)),
                new Span(DatasetWords.target(this, info)));
        facts.addClassNames("netloom-dataset-facts", "netloom-figures");
        Div words = new Div(new H2(info.name()), facts, new Paragraph(info.help()));
        words.addClassName("netloom-dataset-words");
        add(glimpse, words);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        if (!catalog.isHere(info.id())) {
            glimpse.say(getTranslation("data.not-here"));
        } else if (info.input() instanceof Shape.Image
                && catalog.seenPreview(info.id()).isEmpty()) {
            Later.bring(attached.getUI(), () -> catalog.preview(info.id()), this::show);
        } else {
            show(catalog.preview(info.id()));
        }
    }

    private void show(Result<Preview> preview) {
        switch (preview) {
            case Result.Ok<Preview> ok -> glimpse.show(ok.value());
            case Result.Refused<Preview> refused -> glimpse.say(getTranslation("data.damaged"));
        }
    }
}
