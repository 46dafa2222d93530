package org.netloom.datasets.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.workspace.Open;

/** All datasets, each with a glimpse of what is in it. */
@Route("datasets")
@Menu(title = "shell.nav.datasets", icon = "vaadin:database", order = 30)
@Open(to = Open.To.SIGNED_IN, because = "data that is built in is the same for everybody")
@PermitAll
@CssImport("./theme/datasets.css")
class DatasetsView extends Main implements HasDynamicTitle {

    DatasetsView(DatasetCatalog catalog) {
        addClassName("netloom-page");
        Paragraph lead = new Paragraph(getTranslation("data.lead"));
        lead.addClassName("netloom-lead");
        Div cards = new Div();
        cards.addClassName("netloom-dataset-cards");
        catalog.all().forEach(info -> cards.add(new DatasetCard(catalog, info)));
        add(new H1(getTranslation("data.title")), lead, cards);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("data.page");
    }
}
