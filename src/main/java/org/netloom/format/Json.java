package org.netloom.format;

import org.netloom.design.Problem;
import org.netloom.design.Result;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one mapper for documents, with limits against hostile input. */
public final class Json {

    private static final int LONGEST_DOCUMENT = 20_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxStringLength(1_000_000)
                            .maxNumberLength(100)
                            .maxDocumentLength(LONGEST_DOCUMENT)
                            .build())
                    .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    public static String pretty(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    /** Parses text from outside. */
    public static Result<JsonNode> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return isText(node) ? Result.ok(node) : Result.refused(unstorable());
        } catch (JacksonException e) {
            return Result.refused(Problem.error(
                    "bad-json",
                    "The text is not JSON: " + e.getOriginalMessage() + ".",
                    "A JSON document of at most " + LONGEST_DOCUMENT / 1_000_000 + " MB was expected.",
                    "Check quotes, commas and brackets near the place named."));
        }
    }

    /** Whether databases can keep what is written in there: they know no NUL and no half of a character. */
    private static boolean isText(JsonNode node) {
        return node.isString()
                ? isText(node.stringValue())
                : node.properties().stream().allMatch(member -> isText(member.getKey()) && isText(member.getValue()))
                        && (!node.isArray() || node.valueStream().allMatch(Json::isText));
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static Problem unstorable() {
        return Problem.error(
                "bad-json",
                "A text in the document has a character that is none: \\u0000, or half of a pair such as \\ud83d.",
                "Letters, digits, signs, spaces and line breaks were expected.",
                "Remove it.");
    }

    /** Parses text that Netloom itself has written. */
    public static JsonNode parseOwn(String text) {
        return MAPPER.readTree(text);
    }
}
