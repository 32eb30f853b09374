package dev.avow.engines.onnx;

/**
 * A text's words as GPT-2's pattern parts them: {@code 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+|
 * ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+}. By hand, since the pattern would look ahead over any length of
 * white space at each place of it. For one thread.
 */
final class GptWords {

    private static final String[] ENDINGS = {"'s", "'t", "'re", "'ve", "'m", "'ll", "'d"};

    private enum Kind {
        GAP,
        LETTER,
        NUMBER,
        OTHER
    }

    private final String text;
    private final int longest;
    private int start;
    private int end;

    /**
     * @param longest what is longer, in UTF-16 code units, is more than one word
     */
    GptWords(String text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /** Goes to the next word, which may be white space; false at the end. */
    boolean next() {
        start = end;
        if (start == text.length()) {
            return false;
        }
        if (kind(start) == Kind.GAP) {
            int gap = run(start);
            if (gap == text.length() || gap - start >= longest) {
                end = gap;
                return true;
            }
            int last = text.offsetByCodePoints(gap, -1);
            if (last > start || text.charAt(last) != ' ') {
                end = last > start ? last : gap;
                return true;
            }
            end = run(gap); // one blank belongs to the word behind it
            return true;
        }
        int ending = text.charAt(start) == '\'' ? ending(start) : 0;
        end = ending > 0 ? start + ending : run(start);
        return true;
    }

    /** Where what is of one kind ends. */
    private int run(int from) {
        Kind kind = kind(from);
        int at = from;
        while (at < text.length() && kind(at) == kind && at - from < longest) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private int ending(int at) {
        for (String each : ENDINGS) {
            if (text.startsWith(each, at)) {
                return each.length();
            }
        }
        return 0;
    }

    private Kind kind(int at) {
        int c = text.codePointAt(at);
        if (Character.isLetter(c)) {
            return Kind.LETTER;
        }
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                    Kind.NUMBER;
            default ->
                    Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85
                            ? Kind.GAP
                            : Kind.OTHER;
        };
    }

    /** Where the word begins, a blank before it included. */
    int start() {
        return start;
    }

    int end() {
        return end;
    }
}
