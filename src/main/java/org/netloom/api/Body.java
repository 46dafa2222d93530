package org.netloom.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.netloom.format.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads request bodies within the limits for documents from outside. */
final class Body {

    private Body() {}

    static JsonNode parse(String text) {
        return Refused.unless(Json.parse(text));
    }

    static ObjectNode object(String text) {
        if (parse(text) instanceof ObjectNode object) {
            return object;
        }
        throw Refused.badRequest(
                "bad-document",
                "The body is not a JSON object.",
                "An object of names and values was expected.",
                "Send {\"name\": value, …} with Content-Type: application/json.");
    }

    /** Refuses members that nobody would read. */
    static void only(ObjectNode object, Set<String> names) {
        object.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refused.badRequest(
                            "unknown-member",
                            "The body has a member “" + name + "”.",
                            "It may have "
                                    + String.join(", ", names.stream().sorted().toList()) + ".",
                            "Remove it, or correct its name.");
                });
    }

    /** A text member; nothing where it is missing or null. */
    static Optional<String> text(ObjectNode object, String name) {
        return member(object, name, JsonNode::isString, "not text", "Text in quotes", "\"…\"")
                .map(JsonNode::stringValue);
    }

    /** Yes or no; nothing where it is missing or null. */
    static Optional<Boolean> flag(ObjectNode object, String name) {
        return member(object, name, JsonNode::isBoolean, "neither true nor false", "One of both", "true")
                .map(JsonNode::booleanValue);
    }

    private static Optional<JsonNode> member(
            ObjectNode object, String name, Predicate<JsonNode> fits, String fault, String expected, String example) {
        JsonNode node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!fits.test(node)) {
            throw Refused.badRequest(
                    "bad-document",
                    "The member “" + name + "” is " + fault + ".",
                    expected + " was expected.",
                    "Write it as \"" + name + "\": " + example + ".");
        }
        return Optional.of(node);
    }

    /** An id; nothing where it is missing or null. */
    static Optional<UUID> id(ObjectNode object, String name) {
        return text(object, name).map(text -> {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException malformed) {
                throw Refused.badRequest(
                        "bad-document",
                        "The member “" + name + "” is no id.",
                        "An id is a UUID such as 123e4567-e89b-12d3-a456-426614174000.",
                        "Correct it, or leave it out.");
            }
        });
    }

    /** A list of texts; an empty one where it is missing or null. */
    static List<String> texts(ObjectNode object, String name) {
        Predicate<JsonNode> fits = node -> node.isArray() && node.valueStream().allMatch(JsonNode::isString);
        return member(object, name, fits, "not a list of texts", "A list of texts in quotes", "[\"…\", \"…\"]")
                .map(list -> list.valueStream().map(JsonNode::stringValue).toList())
                .orElse(List.of());
    }

    /** A whole number; nothing where it is missing or null. */
    static Optional<Long> whole(ObjectNode object, String name) {
        Predicate<JsonNode> fits = node -> node.isIntegralNumber() && node.canConvertToLong();
        return member(object, name, fits, "not a whole number", "A whole number", "100")
                .map(JsonNode::longValue);
    }

    /** A whole number of everyday size; what is larger or smaller counts as the largest or smallest there is. */
    static Optional<Integer> wholeNumber(ObjectNode object, String name) {
        return whole(object, name).map(value -> Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /** One of the words of an enum, in small letters; nothing where it is missing or null. */
    static <E extends Enum<E>> Optional<E> choice(ObjectNode object, String name, Class<E> type) {
        return text(object, name)
                .map(word -> Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst()
                        .orElseThrow(() -> Refused.badRequest(
                                "bad-document",
                                "“" + word + "” is no value for “" + name + "”.",
                                "One of " + words(type) + " was expected.",
                                "Choose one of them.")));
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
