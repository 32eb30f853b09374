package dev.avow.engines.onnx;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text's words as BERT's normalizer and pre-tokenizer of Hugging Face's {@code tokenizers} make
 * them, with the places that they come from. For one thread.
 */
final class BertWords {

    private final String text;
    private final BertRules rules;
    private final StringBuilder word = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int at;

    /** Of a code point whose plain form has several parts, those that are still to be looked at. */
    private String plain = "";

    private int plainAt;
    private int plainStart;

    BertWords(String text, BertRules rules) {
        this.text = text;
        this.rules = rules;
    }

    /** Goes to the next word; false at the end. */
    boolean next() {
        word.setLength(0);
        while (plainAt < plain.length() || at < text.length()) {
            if (plainAt == plain.length()) {
                boolean isGap = readOne();
                if (isGap && !word.isEmpty()) {
                    return true;
                }
                continue;
            }
            int c = plain.codePointAt(plainAt);
            boolean alone = isPunctuation(c) || (rules.parts() && isChinese(c));
            if (alone && !word.isEmpty()) {
                return true;
            }
            append(c);
            plainAt += Character.charCount(c);
            if (alone) {
                return true;
            }
        }
        return !word.isEmpty();
    }

    /** Makes the next code point plain; true where it parts words. */
    private boolean readOne() {
        plainStart = at;
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        plainAt = 0;
        plain = "";
        if (rules.clean() && (c == 0xFFFD || isControl(c))) {
            return false;
        }
        if (isGap(c)) {
            return true;
        }
        plain = plain(c);
        if (plain.isEmpty() && !word.isEmpty()) {
            ends[word.length() - 1] = at; // an accent belongs to the letter that it stands on
        }
        return false;
    }

    private String plain(int c) {
        if (c < 0x80) {
            return String.valueOf((char) (rules.lowers() && c >= 'A' && c <= 'Z' ? c | 0x20 : c));
        }
        String one = Character.toString(c);
        if (rules.stripsAccents()) {
            StringBuilder bare = new StringBuilder();
            Normalizer.normalize(one, Normalizer.Form.NFD)
                    .codePoints()
                    .filter(each -> Character.getType(each) != Character.NON_SPACING_MARK)
                    .forEach(bare::appendCodePoint);
            one = bare.toString();
        }
        return rules.lowers() ? one.toLowerCase(Locale.ROOT) : one;
    }

    private void append(int c) {
        for (int more = Character.charCount(c); more > 0; more--) {
            if (word.length() + more > starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                ends = Arrays.copyOf(ends, ends.length * 2);
            }
            starts[word.length() + more - 1] = plainStart;
            ends[word.length() + more - 1] = at;
        }
        word.appendCodePoint(c);
    }

    /** The word in its plain form. */
    String word() {
        return word.toString();
    }

    /** Where the text's character begins that a char of the word comes from. */
    int start(int charOfWord) {
        return starts[charOfWord];
    }

    /** Where it ends. */
    int end(int charOfWord) {
        return ends[charOfWord];
    }

    /** What was not assigned when the models were trained is none. */
    private static boolean isControl(int c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE ->
                    true;
            default -> false;
        };
    }

    private static boolean isGap(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    /** The blocks that BERT calls Chinese; neither Kana nor Hangul is among them. */
    private static boolean isChinese(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B73F)
                || (c >= 0x2B740 && c <= 0x2B81F)
                || (c >= 0x2B920 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }
}
