package org.netloom.access.planted;

/** Doors that are wrong on purpose, one way each. They are there with this profile only. */
public final class Planted {

    public static final String PROFILE = "planted";

    /** Where those that answer over HTTP are found. */
    public static final String PATHS = "/api/v1/planted";

    private Planted() {}
}
