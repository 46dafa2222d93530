package org.netloom.datasets.ui;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as a person reads them. */
final class Figures {

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Figures() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Three significant digits, without an exponent where the number is of a common size. */
    static String short3(double number) {
        if (number == 0 || !Double.isFinite(number)) {
            return number == 0 ? "0" : Double.toString(number);
        }
        BigDecimal rounded = new BigDecimal(number).round(THREE_DIGITS).stripTrailingZeros();
        double size = Math.abs(number);
        return (size < 1e-4 || size >= 1e7 ? rounded.toString() : rounded.toPlainString()).replace('-', '−');
    }

    /** A value of a table, as it was written. */
    static String exact(float number) {
        return number == Math.rint(number) && Math.abs(number) < 1e6
                ? Integer.toString((int) number).replace('-', '−')
                : Float.toString(Math.round(number * 1e4f) / 1e4f).replace('-', '−');
    }
}
