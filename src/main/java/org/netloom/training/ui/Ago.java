package org.netloom.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** A point in time as people say it (“5 min. ago”), kept up to date by the browser; exact on hover. */
@Tag("netloom-ago")
@JsModule("./elements/ago.ts")
public class Ago extends Component implements HasStyle {

    public Ago(Instant time) {
        getElement().setAttribute("datetime", time.toString());
    }
}
