package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Fit;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

/** What padding and cropping share: numbers added or cut off on each side. */
record Borders(Op.Border.Kind kind, int directions) {

    private static final long MOST = 1_000_000L;

    private List<String> before() {
        return directions == 2 ? List.of("top", "left") : List.of("before");
    }

    private List<String> after() {
        return directions == 2 ? List.of("bottom", "right") : List.of("after");
    }

    List<Parameter> parameters() {
        String what = kind == Op.Border.Kind.PAD ? "Zeros added " : "Numbers cut off ";
        List<Parameter> parameters = new ArrayList<>();
        for (String side : directions == 2 ? List.of("top", "bottom", "left", "right") : List.of("before", "after")) {
            String label = side.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + side.substring(1);
            String where = directions == 2 ? "at the " + side + "." : side + " the steps.";
            parameters.add(Parameter.whole(side, label, 1, 0, MOST, what + where));
        }
        return List.copyOf(parameters);
    }

    String summary(Settings settings) {
        return parameters().stream()
                .map(parameter -> String.valueOf(settings.whole(parameter.name())))
                .collect(Collectors.joining(" "));
    }

    Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        String id = kind == Op.Border.Kind.PAD ? "zero-padding" : "cropping";
        if (directions == 2 && !(input instanceof Shape.Image)) {
            return Misfits.needsImage(input, id + "1d");
        }
        if (directions == 1 && !(input instanceof Shape.Sequence)) {
            return Misfits.needsSequence(input, id + "2d");
        }
        Shape output = op(input, settings).output();
        return output.dims().stream().allMatch(size -> size >= 1) ? Fit.of(output) : nothingLeft(input);
    }

    private Op.Border op(Shape input, Settings settings) {
        return new Op.Border(
                kind,
                input,
                before().stream().map(settings::whole).toList(),
                after().stream().map(settings::whole).toList());
    }

    private Fit nothingLeft(Shape input) {
        Map<String, Value> none = new LinkedHashMap<>();
        parameters().forEach(parameter -> none.put(parameter.name(), Value.of(0)));
        return new Fit.Misfit(
                "nothing-left",
                before().get(0),
                "nothing would be left of " + input.text() + ".",
                "At least one number stays in every direction.",
                "Cut off less.",
                List.of(new Fit.Remedy.SetAll("Cut off nothing → " + input.text(), none)));
    }

    List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(op(inputs.get(0), settings));
    }
}
