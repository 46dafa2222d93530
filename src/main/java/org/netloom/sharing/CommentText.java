package org.netloom.sharing;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a comment: plain, with people in it who are known by their account and shown by the name they have now. */
public final class CommentText {

    private static final Pattern MENTION =
            Pattern.compile("@\\{([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})}");

    private CommentText() {}

    /** A piece of a comment. */
    public sealed interface Part extends Serializable {
        String text();
    }

    public record Words(String text) implements Part {}

    /** Somebody who is spoken to. */
    public record Mentioned(UUID account, String name) implements Part {
        @Override
        public String text() {
            return "@" + name;
        }
    }

    /** How a person is written into the text that is stored. */
    public static String mention(UUID account) {
        return "@{" + account + "}";
    }

    /** Who is mentioned in the stored text. */
    public static Set<UUID> mentioned(String source) {
        return MENTION.matcher(source)
                .results()
                .map(found -> UUID.fromString(found.group(1)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The stored text with names; who has none any more is nobody. */
    public static List<Part> parts(String source, Map<UUID, String> names) {
        List<Part> parts = new ArrayList<>();
        Matcher mentions = MENTION.matcher(source);
        int done = 0;
        while (mentions.find()) {
            words(parts, source.substring(done, mentions.start()));
            UUID account = UUID.fromString(mentions.group(1));
            parts.add(new Mentioned(account, names.getOrDefault(account, "…")));
            done = mentions.end();
        }
        words(parts, source.substring(done));
        return List.copyOf(parts);
    }

    private static void words(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Words(text));
        }
    }

    static String plain(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }
}
