package dev.avow.json;

/** Finds where objects and lists end, which a {@link JsonNode} does not tell. */
public final class JsonBrackets {

    private JsonBrackets() {}

    /**
     * After the bracket that closes so many levels, in JSON that is known to be well-formed.
     *
     * @param from a byte inside of them and outside of any string
     * @param levels how many are open there and are to be closed; 0 is {@code from} itself
     */
    public static int closed(byte[] json, int from, int levels) {
        int open = levels;
        boolean inString = false;
        int at = from;
        while (open > 0) {
            byte b = json[at++];
            if (inString) {
                at += b == '\\' ? 1 : 0;
                inString = b != '"';
            } else {
                switch (b) {
                    case '"' -> inString = true;
                    case '{', '[' -> open++;
                    case '}', ']' -> open--;
                    default -> {}
                }
            }
        }
        return at;
    }
}
