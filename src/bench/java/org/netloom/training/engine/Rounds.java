package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Measures two rivals in turns, so that whatever else the machine does hits both, and compares turn by turn. */
public final class Rounds {

    private Rounds() {}

    /** The median of the turns' ratios, first rival over second. Each gives its speed. */
    public static double ratio(int turns, String first, DoubleSupplier one, String second, DoubleSupplier other) {
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            boolean swapped = turn % 2 == 1;
            double b = swapped ? other.getAsDouble() : 0;
            double a = one.getAsDouble();
            b = swapped ? b : other.getAsDouble();
            ratios.add(a / b);
            System.out.printf(
                    Locale.ROOT, "turn %d: %s %.0f/s, %s %.0f/s, ratio %.3f%n", turn + 1, first, a, second, b, a / b);
        }
        ratios.sort(Double::compare);
        return ratios.get(ratios.size() / 2);
    }

    public static void tell(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "BENCH %s %.3f %s%n", name, value, unit);
    }
}
