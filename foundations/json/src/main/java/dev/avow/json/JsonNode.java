package dev.avow.json;

/**
 * One value, or one member's name, and where its bytes are.
 *
 * @param kind what it is
 * @param path where it stands; for a {@link Kind#NAME} the path of the member it names
 * @param start first byte, inclusive; a string's opening quote
 * @param end after the last byte, exclusive; for {@link Kind#OBJECT} and {@link Kind#ARRAY} after
 *     the opening bracket only
 * @param text decoded text of a string or name, digits of a number as they stand; empty otherwise
 */
public record JsonNode(Kind kind, JsonPath path, int start, int end, String text) {

    /** The kinds of JSON values, and names. */
    public enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL,
        NAME
    }

    /** Prints the kind and the length, never the text. */
    @Override
    public String toString() {
        return kind + " of " + text.length() + " chars";
    }
}
