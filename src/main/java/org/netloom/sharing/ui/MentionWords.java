package org.netloom.sharing.ui;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.netloom.sharing.CommentText;
import org.netloom.workspace.Workspaces;

/** The members as they are written after an @, and back. */
final class MentionWords implements Serializable {

    private static final Pattern BEGUN = Pattern.compile("(?:^|[\\s(])@([^@\\n]{0,40})$");

    private final List<Label> labels;

    MentionWords(List<Workspaces.Member> members) {
        labels = members.stream()
                .map(member -> new Label(
                        member.account(),
                        members.stream()
                                                .filter(other -> other.name().equals(member.name()))
                                                .count()
                                        > 1
                                ? member.name() + " (" + member.email() + ")"
                                : member.name()))
                .toList();
    }

    /** A member by a name that nobody else has. */
    record Label(UUID account, String label) implements Serializable {}

    /** Those whom the text, which ends at the caret, may begin to name. */
    List<Label> matching(String before) {
        Matcher begun = BEGUN.matcher(before);
        if (!begun.find()) {
            return List.of();
        }
        String typed = begun.group(1).toLowerCase(Locale.ROOT);
        return labels.stream()
                .filter(label -> {
                    String name = label.label().toLowerCase(Locale.ROOT);
                    return name.startsWith(typed) || name.contains(" " + typed);
                })
                .toList();
    }

    /** The text as it is typed, with names. */
    String shown(String source) {
        String text = source;
        for (Label label : labels) {
            text = text.replace(CommentText.mention(label.account()), "@" + label.label());
        }
        return text;
    }

    /** The text as it is stored, with ids; longer names go first, so that none is taken for its beginning. */
    String stored(String text) {
        List<Label> longestFirst = labels.stream()
                .sorted(Comparator.comparingInt((Label label) -> label.label().length())
                        .reversed())
                .toList();
        String names =
                longestFirst.stream().map(label -> Pattern.quote(label.label())).collect(Collectors.joining("|"));
        if (names.isEmpty()) {
            return text;
        }
        return Pattern.compile("(?<![\\p{L}\\p{N}])@(" + names + ")(?![\\p{L}\\p{N}])")
                .matcher(text)
                .replaceAll(found -> longestFirst.stream()
                        .filter(label -> label.label().equals(found.group(1)))
                        .map(label -> Matcher.quoteReplacement(CommentText.mention(label.account())))
                        .findFirst()
                        .orElse(Matcher.quoteReplacement(found.group())));
    }
}
