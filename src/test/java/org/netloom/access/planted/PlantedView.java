package org.netloom.access.planted;

import com.vaadin.flow.component.html.Div;
import jakarta.annotation.security.PermitAll;

/** A page that does not say whom it lets in. */
@PermitAll
public class PlantedView extends Div {}
