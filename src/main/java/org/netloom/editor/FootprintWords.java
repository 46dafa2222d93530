package org.netloom.editor;

import java.util.Set;
import org.netloom.design.Design;
import org.netloom.design.Layer;

/** What marks of footprints mean, in words. */
final class FootprintWords {

    private FootprintWords() {}

    /** Names the first; the others are mostly consequences of it. */
    static String of(Set<String> marks, Design design) {
        String mark = marks.stream().findFirst().orElse("something");
        return mark.startsWith("#") ? "the inside of a block" : of(mark, design);
    }

    private static String of(String mark, Design design) {
        int slash = mark.indexOf('/');
        String thing = (slash < 0 ? mark : mark.substring(0, slash)).replace("!", "");
        int gap = thing.indexOf('>');
        if (gap >= 0) {
            return "the wire from " + name(thing.substring(0, gap), design) + " to "
                    + name(thing.substring(gap + 1), design);
        }
        String trait = slash < 0 ? "" : mark.substring(slash + 1);
        return switch (trait) {
            case "" -> name(thing, design) + " or what is joined to it";
            case ":name" -> "the name of " + name(thing, design);
            case ":place" -> "the place of " + name(thing, design);
            case ":order" -> "the order of the inputs of " + name(thing, design);
            default -> "“" + trait + "” of " + name(thing, design);
        };
    }

    private static String name(String layer, Design design) {
        return "“" + design.layer(layer).map(Layer::name).orElse(layer) + "”";
    }
}
