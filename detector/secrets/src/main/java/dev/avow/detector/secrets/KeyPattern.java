package dev.avow.detector.secrets;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import org.jspecify.annotations.Nullable;

/**
 * A key that begins with fixed characters.
 *
 * @param head what it begins with, in the case it has
 * @param body what follows is made of this
 * @param shortest the fewest characters of the body
 * @param longest the most characters of the body; a longer one is no such key
 */
record KeyPattern(String head, Alphabet body, int shortest, int longest) {

    private static final int FEWEST_DIFFERENT = 6;

    /** Up to this length a head may begin a name in a program, such as {@code re_}. */
    private static final int WEAK_HEAD = 3;

    /** The letters and digits that the head begins with, in lower case. */
    String firstWord() {
        int end = 0;
        while (end < head.length() && Alphabet.BASE62.has(head.charAt(end))) {
            end++;
        }
        return head.substring(0, end).toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * Reads the key that begins at a place.
     *
     * @return null where there is none, or one that nobody uses, such as {@code sk-xxxx}
     */
    @Nullable Stretch read(Text text, int start) {
        char before = text.seenBefore(start);
        if (Chars.isLatin(before) || Chars.isDigit(before) || before == '_' || before == '-') {
            return null;
        }
        if ((before == '.' || before == '/') && head.length() <= WEAK_HEAD + 1) {
            return null; // favicon.ico-…, a path
        }
        int p = start;
        for (int i = 0; i < head.length(); i++) {
            int unit = text.at(p);
            if (Text.of(unit) != head.charAt(i)) {
                return null;
            }
            p += Text.size(unit);
        }
        Stretch found = Stretch.of(body, text, p, longest + 1).trimmed(".-=");
        if (body == Alphabet.BASE64) {
            found = Stretch.of(body, text, p, longest + 1);
        }
        boolean fits = found.length() >= shortest && found.length() <= longest;
        return fits
                        && isUsed(found.chars())
                        && isNoName(found.chars())
                        && !isCutShort(text, found.end())
                ? new Stretch(head + found.chars(), start, found.end())
                : null;
    }

    /** Of a key that has one length, what has that length is whole, whatever follows. */
    private boolean isCutShort(Text text, int end) {
        return shortest != longest && Values.isFollowedByDots(text, end);
    }

    /** A short head may begin a name, such as {@code re_compile_…}, which a key is not. */
    private boolean isNoName(String body) {
        if (head.equals("live_") && this.body == Alphabet.URL) {
            return Randomness.looksRandom(body);
        }
        if (head.length() > WEAK_HEAD) {
            return true;
        }
        boolean likeNames = head.equals("s.") || (head.endsWith("_") && this.body == Alphabet.URL);
        return likeNames
                ? Randomness.looksRandom(body)
                : body.chars().anyMatch(c -> Chars.isDigit((char) c))
                        || Randomness.isShuffled(body);
    }

    private static boolean isUsed(String body) {
        return Randomness.distinct(body) >= Math.min(FEWEST_DIFFERENT, body.length() / 2)
                && hasLetter(body)
                && !Placeholders.isPartOfKey(body);
    }

    private static boolean hasLetter(String body) {
        for (int i = 0; i < body.length(); i++) {
            if (Chars.isAsciiLetter(body.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
