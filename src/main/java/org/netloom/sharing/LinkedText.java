package org.netloom.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text with the addresses in it that may be clicked: http and https, nothing else. */
public final class LinkedText {

    private static final Pattern ADDRESS = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"'`\\\\{}|^]+");
    private static final String AFTER_A_SENTENCE = ".,;:!?)]";

    private LinkedText() {}

    /** A piece of the text. */
    public sealed interface Piece {
        String text();
    }

    public record Words(String text) implements Piece {}

    public record Address(String text) implements Piece {}

    public static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher addresses = ADDRESS.matcher(text);
        int done = 0;
        while (addresses.find()) {
            int end = addresses.end();
            while (end > addresses.start() && AFTER_A_SENTENCE.indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            if (addresses.start() > done) {
                pieces.add(new Words(text.substring(done, addresses.start())));
            }
            pieces.add(new Address(text.substring(addresses.start(), end)));
            done = end;
        }
        if (done < text.length()) {
            pieces.add(new Words(text.substring(done)));
        }
        return List.copyOf(pieces);
    }
}
