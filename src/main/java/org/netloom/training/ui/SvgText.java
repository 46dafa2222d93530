package org.netloom.training.ui;

import java.util.Locale;

/** Text that goes into drawings. Whatever a person typed is escaped here. */
final class SvgText {

    private SvgText() {}

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (character >= ' ' || character == '\n' || character == '\t') {
                        safe.appendCodePoint(character);
                    }
                }
            }
        });
        return safe.toString();
    }

    /** One digit behind the point is finer than any screen. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
