package dev.avow.json;

import java.util.Random;

/** Makes well-formed documents with every freedom that RFC 8259 leaves to a writer. */
final class RandomJson {

    private static final String[] SPACES = {"", "", " ", "\n", "\t \r\n"};
    private static final String[] NUMBERS = {
        "0", "-0", "1", "-17", "3.25", "-1.5e-7", "1E+9", "4111111111111111", "1e400", "0.10"
    };
    private static final String[] PIECES = {
        "a",
        "é",
        "语",
        "😀",
        "\\n",
        "\\\\",
        "\\\"",
        "\\/",
        "\\u0041",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\b\\f\\r\\t",
        "[EMAIL_1]",
        "{",
        "}",
        ",",
        ":",
        "\u007f",
        "\u2028",
        "\\ud800",
        "\\udc00"
    };

    /** All but the last two: the reader takes no lone surrogate in a name. */
    private static final int NAME_PIECES = PIECES.length - 2;

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    RandomJson(long seed) {
        this.random = new Random(seed);
    }

    String document() {
        value(5);
        return text.toString();
    }

    private void value(int depth) {
        space();
        switch (depth == 0 ? random.nextInt(4) : random.nextInt(7)) {
            case 0, 1 -> string(PIECES.length);
            case 2 -> text.append(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 3 ->
                    text.append(
                            random.nextBoolean()
                                    ? "true"
                                    : random.nextBoolean() ? "null" : "false");
            case 4 -> array(depth);
            default -> object(depth);
        }
        space();
    }

    private void array(int depth) {
        text.append('[');
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "" : ",");
            value(depth - 1);
        }
        if (size == 0) {
            space();
        }
        text.append(']');
    }

    private void object(int depth) {
        text.append('{');
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "" : ",");
            space();
            string(NAME_PIECES);
            space();
            text.append(':');
            value(depth - 1);
        }
        if (size == 0) {
            space();
        }
        text.append('}');
    }

    private void string(int pieces) {
        text.append('"');
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(pieces)]);
        }
        text.append('"');
    }

    private void space() {
        text.append(SPACES[random.nextInt(SPACES.length)]);
    }
}
