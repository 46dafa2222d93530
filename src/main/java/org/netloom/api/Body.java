package org.netloom.api;

import java.util.Optional;
import java.util.Set;
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
        JsonNode node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isString()) {
            throw Refused.badRequest(
                    "bad-document",
                    "The member “" + name + "” is not text.",
                    "Text in quotes was expected.",
                    "Write it as \"" + name + "\": \"…\".");
        }
        return Optional.of(node.stringValue());
    }
}
