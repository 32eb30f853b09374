package dev.avow.detector.patterns;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the street that a house number belongs to, before or after the number. */
final class StreetReader {

    private static final int MOST_WORDS = 6;

    /** Words that lead to a street and are no part of its name. */
    private static final Set<String> LEADING = Set.of("in", "an", "of", "the", "y", "e", "et");

    private StreetReader() {}

    /** A place and whether a word or a form says that it is a street's. */
    record Street(int start, int end) {}

    /**
     * The street after a house number, such as {@code Main Street} or {@code rue de la Paix}.
     *
     * @param loose whether capitalised words alone will do
     * @return where it ends; -1 where there is none
     */
    static int after(Text text, int end, boolean loose) {
        int p = afterComma(text, end);
        int last = -1;
        int lastCapital = -1;
        boolean first = false;
        boolean named = false;
        boolean lower = false;
        boolean surely = false;
        int bis = 0;
        for (int i = 0; i < MOST_WORDS; i++) {
            if (Text.of(text.at(p)) != ' ') {
                break;
            }
            int at = p + Text.size(text.at(p));
            Word word = Word.at(text, at);
            if (word == null) {
                int ordinal = i < 2 ? ordinal(text, at) : -1;
                if (ordinal < 0) {
                    break;
                }
                p = ordinal;
                named = true;
                continue;
            }
            if (i == 0 && StreetWords.isBis(word)) {
                bis = 1;
            } else if (i == bis && StreetWords.isFirst(word)) {
                first = true;
                surely = StreetWords.SURELY_FIRST.contains(word.plain());
            } else if (i > 0
                    && named
                    && StreetWords.isLast(word)
                    && (word.capital() || StreetWords.SURE.contains(word.plain()))
                    && !(lower && !loose)) {
                last = word.end();
            } else if (word.capital()) {
                named = true;
                lastCapital = word.end();
            } else if (surely && !named && !StreetWords.isParticle(word)) {
                // 12 rue de la paix
                named = true;
                lastCapital = word.end();
            } else if (!StreetWords.isParticle(word) || last > 0) {
                if (!loose || i > 2 || first) {
                    break;
                }
                lower = true;
                named = true;
            }
            p =
                    Text.of(text.at(word.end())) == '.' && word.plain().length() < 5
                            ? word.end() + 1
                            : word.end();
        }
        if (last > 0) {
            return last;
        }
        return (first || (loose && !lower)) && named ? lastCapital : -1;
    }

    /** Whether what ends at a place ends with a street's word. */
    static boolean hasStreetWord(Text text, int from, int end) {
        Word word = Word.endingAt(text, end);
        return word != null && word.start() > from && StreetWords.isLast(word);
    }

    /** {@code 40th}. */
    private static int ordinal(Text text, int place) {
        Cursor cursor = new Cursor(text, place, 8);
        int value = cursor.number();
        String letters = cursor.word(3);
        return value > 0 && letters.length() == 2 ? cursor.end() : -1;
    }

    private static int afterComma(Text text, int end) {
        return Text.of(text.at(end)) == ',' && Text.of(text.at(end + 1)) == ' ' ? end + 1 : end;
    }

    /** The street before a house number, such as {@code Calle Mayor}; null where there is none. */
    static @Nullable Street before(Text text, int start) {
        int p = beforeSeparators(text, start);
        if (p == start) {
            return null;
        }
        Word word = Word.endingAt(text, p);
        if (word == null) {
            return null;
        }
        if (StreetWords.endsStreet(word)) {
            return new Street(withParticles(text, word.start()), word.end());
        }
        boolean ended = StreetWords.isLastBeforeNumber(word);
        if (!ended && !word.capital()) {
            return null;
        }
        boolean named = word.capital() && !ended;
        int begin = word.start();
        for (int i = 0; i < MOST_WORDS; i++) {
            if (!ended && i > 0 && StreetWords.isFirst(word)) {
                return named && isWritten(word) ? new Street(word.start(), p) : null;
            }
            boolean particle = StreetWords.isParticle(word) && !LEADING.contains(word.plain());
            if (i > 0 && !word.capital() && !particle) {
                break;
            }
            if (i > 0) {
                named |= word.capital();
                begin = word.capital() ? word.start() : begin;
            }
            int q = blankBefore(text, word.start());
            Word previous = q == word.start() ? null : Word.endingAt(text, q);
            if (named && text.seenBefore(q) == '/' && (text.seenBefore(q - 1) | 0x20) == 'c') {
                return new Street(q - 2, p);
            }
            if (previous == null) {
                break;
            }
            word = previous;
        }
        return ended && named ? new Street(begin, p) : null;
    }

    /** Via, Place and Square are also English words, in lower case. */
    private static boolean isWritten(Word first) {
        return first.capital()
                || (!first.plain().equals("via")
                        && first.plain().length() != 5
                        && !first.plain().equals("route"));
    }

    private static int beforeSeparators(Text text, int start) {
        int p = blankBefore(text, start);
        char c = text.seenBefore(p);
        boolean glued = p == start && c == ',' && Chars.isLatin(text.seenBefore(p - 1));
        if (glued || (p < start && (c == ',' || c == '.'))) {
            p--;
        }
        return p;
    }

    private static int blankBefore(Text text, int place) {
        int p = place;
        if (text.seenBefore(p) == ' ') {
            p -= Text.size(text.before(p));
            if (text.seenBefore(p) == '.' && Chars.isLatin(text.seenBefore(p - 1))) {
                p--;
            }
        }
        return p;
    }

    /** Hugo de Grootlaan: a particle before, and the name before that. */
    private static int withParticles(Text text, int start) {
        int begin = start;
        for (int i = 0; i < 3; i++) {
            int q = blankBefore(text, begin);
            Word word = q == begin ? null : Word.endingAt(text, q);
            if (word == null || word.end() != q) {
                return begin;
            }
            boolean particle = StreetWords.isParticle(word) && !word.plain().equals("in");
            Word further = particle ? Word.endingAt(text, blankBefore(text, word.start())) : null;
            if (further == null || !further.capital()) {
                return begin;
            }
            begin = further.start();
        }
        return begin;
    }
}
