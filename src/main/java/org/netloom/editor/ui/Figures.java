package org.netloom.editor.ui;

import java.util.Locale;

/** Counts and amounts as people read them. */
final class Figures {

    private static final String[] PREFIXES = {"", " k", " M", " G", " T", " P", " E"};

    private Figures() {}

    /** {@code 101,770}. */
    static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 101.8 k}, with three or four significant digits. */
    static String si(long count) {
        double amount = count;
        int prefix = 0;
        while (amount >= 1000 && prefix < PREFIXES.length - 1) {
            amount /= 1000;
            prefix++;
        }
        return prefix == 0 ? Long.toString(count) : String.format(Locale.ROOT, "%.1f%s", amount, PREFIXES[prefix]);
    }

    /** {@code 1.6 MB}. */
    static String bytes(long count) {
        return with("B", count);
    }

    /** {@code 203.5 kFLOP}. */
    static String flop(long count) {
        return with("FLOP", count);
    }

    private static String with(String unit, long count) {
        String amount = si(count);
        return amount.contains(" ") ? amount + unit : amount + " " + unit;
    }
}
