package org.netloom.training.ui;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them. The browser's charts write them the same way. */
public final class Figures {

    private static final String[] PREFIXES = {"", " k", " M", " G", " T", " P", " E"};

    private Figures() {}

    /** Every digit, in groups of three. */
    public static String whole(long count) {
        return format("#,##0", count);
    }

    /** A count in at most four digits: {@code 512}, {@code 9,610}, {@code 101.8 k}. */
    public static String count(long count) {
        if (Math.abs(count) < 10_000) {
            return whole(count);
        }
        double size = count;
        int prefix = 0;
        while (Math.abs(size) >= 999.95 && prefix < PREFIXES.length - 1) {
            size /= 1000;
            prefix++;
        }
        return format("#,##0.#", size) + PREFIXES[prefix];
    }

    /** Three significant digits, without exponents where they can be avoided. */
    public static String loss(double value) {
        if (!Double.isFinite(value)) {
            return exact(value);
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-4 || size >= 1e6) {
            return format("0.00E0", value).replace("E", "e").replace("e-", "e−");
        }
        int digits = size >= 1000 ? 0 : 2 - (int) Math.floor(Math.log10(size));
        return format(digits > 0 ? "#,##0." + "0".repeat(digits) : "#,##0", value);
    }

    /** As many digits as tell it from every other number. */
    public static String exact(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        return Double.isInfinite(value) ? (value > 0 ? "∞" : "−∞") : Double.toString(value);
    }

    /** A share in per cent with two digits behind the point, as the course gives accuracies. */
    public static String percent(double share) {
        return Double.isFinite(share) ? format("#,##0.00", share * 100) + " %" : exact(share);
    }

    /** The two greatest units of a duration. */
    public static String duration(double seconds) {
        if (seconds < 10) {
            return format("0.0", Math.max(0, seconds)) + " s";
        }
        long rest = Math.round(seconds);
        if (rest < 60) {
            return rest + " s";
        }
        return rest < 3600
                ? rest / 60 + " min " + rest % 60 + " s"
                : whole(rest / 3600) + " h " + rest % 3600 / 60 + " min";
    }

    private static String format(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
    }

    private static String format(String pattern, long value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
    }
}
