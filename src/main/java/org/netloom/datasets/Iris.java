package org.netloom.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.netloom.design.Shape;

/** Fisher's 150 flowers, read from the table that comes with the program. */
final class Iris {

    private static final List<String> SPECIES = List.of("Iris-setosa", "Iris-versicolor", "Iris-virginica");

    private Iris() {}

    static Source source() {
        DatasetInfo info = new DatasetInfo(
                "iris",
                "Iris",
                "150 flowers of three species, four lengths in centimetres each (R. A. Fisher, 1936). Setosa is easy to tell;"
                        + " versicolor and virginica overlap. A small table of real measurements.",
                new Shape.Vector(4),
                new Target.Classes(List.of("setosa", "versicolor", "virginica")),
                150,
                false,
                List.of("sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"));
        return new Generated(info, Iris::read);
    }

    private static Examples read(DatasetInfo info) {
        List<String[]> rows = table();
        float[] features = new float[rows.size() * 4];
        int[] classes = new int[rows.size()];
        for (int at = 0; at < classes.length; at++) {
            for (int column = 0; column < 4; column++) {
                features[at * 4 + column] = Float.parseFloat(rows.get(at)[column]);
            }
            classes[at] = SPECIES.indexOf(rows.get(at)[4]);
        }
        return Examples.ofClasses(info, features, classes);
    }

    private static List<String[]> table() {
        InputStream resource =
                Objects.requireNonNull(Iris.class.getResourceAsStream("iris.csv"), "iris.csv is missing");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
