package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.LayerType;

/** The shelf order of the palette. A new layer is one file here, one line below, and one test. */
public final class Catalog {

    private static final LayerCatalog STANDARD = new LayerCatalog(List.<LayerType>of(
            new Input(),
            new Output(),
            new Dense(),
            new ActivationLayer(),
            new Dropout(),
            new Flatten(),
            new Reshape(),
            new Add(),
            new Concatenate()));

    private Catalog() {}

    public static LayerCatalog standard() {
        return STANDARD;
    }
}
