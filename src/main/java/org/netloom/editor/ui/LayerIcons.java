package org.netloom.editor.ui;

import java.util.Map;

/** Line drawings for layers: SVG path data on a 24 by 24 grid, by what they look like. */
public final class LayerIcons {
    private static final String ANYTHING = "M5 5h14v14H5z";

    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("sign-in", "M13 4h6v16h-6M3 12h11M10 8l4 4-4 4"),
            Map.entry("sign-out", "M11 4H5v16h6M10 12h11M17 8l4 4-4 4"),
            Map.entry(
                    "cluster",
                    "M7 6.5h10M7 17.5h10M6.6 7.7l10.8 8.6M6.6 16.3l10.8-8.6"
                            + "M5 4.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM5 15.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM19 4.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM19 15.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"),
            Map.entry("curve", "M3 19h5c5 0 3-14 8-14h5"),
            Map.entry("drop", "M5 5h3v3H5zM16 5h3v3h-3zM5 16h3v3H5zM16 16h3v3h-3zM10.5 10.5l3 3M13.5 10.5l-3 3"),
            Map.entry("flatten", "M5 3h6v6H5zM13 3h6v6h-6zM12 11v4M9.5 13l2.5 2.5 2.5-2.5M3 18h18v3H3z"),
            Map.entry("resize", "M4 4h9v9H4zM13 20h7v-7M20 20l-6-6M17 4h3v3"),
            Map.entry("plus", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8v8M8 12h8"),
            Map.entry("merge", "M5 4v4c0 4 7 3 7 8v4M19 4v4c0 4-7 3-7 8M9 17l3 3 3-3"),
            Map.entry("grid", "M4 4h16v16H4zM4 9.3h16M4 14.7h16M9.3 4v16M14.7 4v16"),
            Map.entry("window", "M4 4h16v16H4zM4 4h8v8H4z"),
            Map.entry("loop", "M19 12a7 7 0 1 1-2-5l2 2M19 4v5h-5"),
            Map.entry("memory", "M7 8h10v8H7zM2 12h5M17 12h5M17 10h3V4H4v6M2 8l2 2 2-2"),
            Map.entry("both-ways", "M3 8h17M16 4l4 4-4 4M21 16H4M8 12l-4 4 4 4"),
            Map.entry("last", "M3 9h4v6H3zM10 9h4v6h-4zM17 7h4v10h-4zM19 17v4M17 19l2 2 2-2"),
            Map.entry("repeat", "M3 9h4v6H3zM12 3h4v4h-4zM12 10h4v4h-4zM12 17h4v4h-4zM7 12h5M7 12l5-7M7 12l5 7"),
            Map.entry(
                    "steps",
                    "M3 13h4v6H3zM10 13h4v6h-4zM17 13h4v6h-4zM5 13V6M12 13V6M19 13V6M3 8l2-2 2 2M10 8l2-2 2 2M17 8l2-2 2 2"),
            Map.entry("eye", "M2 12c4-7 16-7 20 0-4 7-16 7-20 0zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z"),
            Map.entry("bell", "M3 18c5 0 5-12 9-12s4 12 9 12M12 6v12"),
            Map.entry("blocks", "M4 8h11v11H4zM8 8V5h11v11h-4M8 12h3M8 15h3"),
            Map.entry("table", "M4 5h16v14H4zM4 10h16M10 5v14"));

    private LayerIcons() {}

    /** The drawing of that name, or a plain square when there is none. */
    public static String path(String name) {
        return PATHS.getOrDefault(name, ANYTHING);
    }
}
