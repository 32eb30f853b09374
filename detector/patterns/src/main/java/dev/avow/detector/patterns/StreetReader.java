package dev.avow.detector.patterns;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the street that a house number belongs to, before or after the number. */
final class StreetReader {

    private static final int MOST_WORDS = 6;

    private static final int MOST_LOWER = 2;

    /** Words that lead to a street and are no part of its name. */
    private static final Set<String> LEADING = Set.of("in", "an", "of", "the", "y", "e", "et");

    /** Prepositions before a street: Lieferung an Hauptstraße. */
    private static final Set<String> LEADING_HERE = Set.of("in", "an", "op");

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
                if (!loose || i > 2 || first || (i > 1 && hasStreetWord(text, end, lastCapital))) {
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
        return word != null
                && word.start() > from
                && (StreetWords.isLast(word) || StreetWords.isWeakLast(word));
    }

    /** Whether a capitalised word follows a number after a blank, or a comma and a blank. */
    static boolean isCapital(Text text, int end) {
        Word word = Word.at(text, afterComma(text, end) + 1);
        return word != null && word.capital();
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

    /** The street before a house number, such as {@code Hauptstraße}; null where there is none. */
    static @Nullable Street before(Text text, int start) {
        int p = beforeSeparators(text, start);
        Word word = p == start ? null : Word.endingAt(text, p);
        if (word == null) {
            return null;
        }
        if (StreetWords.endsStreet(word)) {
            return new Street(withParticles(text, word.start()), word.end());
        }
        return StreetWords.isLastBeforeNumber(word) ? named(text, word, p) : null;
    }

    /** The capitalised words before a street's word; null where there is none. */
    private static @Nullable Street named(Text text, Word last, int end) {
        Word word = last;
        int begin = -1;
        for (int i = 0; i < MOST_WORDS; i++) {
            int q = blankBefore(text, word.start());
            Word previous = q == word.start() ? null : Word.endingAt(text, q);
            if (previous == null || LEADING.contains(previous.plain())) {
                break;
            }
            if (!previous.capital() && !StreetWords.isParticle(previous)) {
                break;
            }
            word = previous;
            begin = word.capital() ? word.start() : begin;
        }
        return begin < 0 ? null : new Street(begin, end);
    }

    /**
     * The street that begins with its word, such as {@code Calle Mayor 5}, with its number.
     *
     * @param word {@code Calle}
     * @param end after the word and its dot or slash
     * @return where it ends; -1 where there is none
     */
    static int fromWord(Text text, Word word, int end) {
        int lower = StreetWords.mayBeLower(word) ? MOST_LOWER : 0;
        boolean named = false;
        int p = end;
        for (int i = 0; i <= MOST_WORDS; i++) {
            int q = separators(text, p);
            if (Chars.isDigit(Text.of(text.at(q)))) {
                return named ? number(text, q) : -1;
            }
            if (named && Text.of(text.at(q)) == '#') {
                return GridStreet.house(text, q);
            }
            Word next = Word.at(text, q);
            if (next == null || (q == p && i > 0)) {
                return -1;
            }
            if (StreetWords.isNumberSign(next)) {
                int number = afterSign(text, next);
                return named && number > 0 ? number(text, number) : unnumbered(text, next, named);
            }
            boolean particle = StreetWords.isParticle(next);
            if (!next.capital() && !particle && lower-- <= 0) {
                return -1;
            }
            named |= !particle;
            boolean dot = Text.of(text.at(next.end())) == '.' && next.plain().length() < 5;
            p = dot ? next.end() + 1 : next.end();
        }
        return -1;
    }

    /** Where the capitalised words end that stand after a street's word; -1 where none do. */
    static int name(Text text, int end) {
        int last = -1;
        int p = end;
        for (int i = 0; i < MOST_WORDS; i++) {
            Word word = Text.of(text.at(p)) == ' ' ? Word.at(text, p + 1) : null;
            if (word == null || !(word.capital() || StreetWords.isParticle(word))) {
                break;
            }
            last = word.capital() ? word.end() : last;
            p = word.end();
        }
        return last;
    }

    /** Avenida de Madrid s/n: without a number. */
    private static int unnumbered(Text text, Word sign, boolean named) {
        Cursor cursor = new Cursor(text, sign.end(), 4);
        boolean none = sign.plain().equals("s") && cursor.eat('/') && cursor.word(2).equals("n");
        return none && named ? cursor.end() : -1;
    }

    private static int afterSign(Text text, Word sign) {
        if (sign.plain().equals("s")) {
            return -1;
        }
        Cursor cursor = new Cursor(text, sign.end(), 6);
        cursor.eat('\u00ba');
        cursor.eat('\u00b0');
        cursor.eat('.');
        cursor.blanks(1);
        return Chars.isDigit(cursor.peek()) ? cursor.place() : -1;
    }

    private static int number(Text text, int place) {
        Cursor cursor = new Cursor(text, place, 8);
        int value = cursor.number();
        if (value <= 0 || value > 9999) {
            return -1;
        }
        int end = cursor.end();
        if (cursor.peek() == '/') {
            return HouseNumber.withDoor(text, end);
        }
        if (cursor.word(4).length() == 1) {
            return cursor.end();
        }
        return Chars.isLatin(Text.of(text.at(end))) || Text.of(text.at(end)) == '%' ? -1 : end;
    }

    private static int separators(Text text, int place) {
        Cursor cursor = new Cursor(text, place, 4);
        cursor.eat(',');
        cursor.blanks(2);
        return cursor.place();
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
            boolean particle = StreetWords.isParticle(word) && !LEADING_HERE.contains(word.plain());
            Word further = particle ? Word.endingAt(text, blankBefore(text, word.start())) : null;
            if (further == null || !further.capital()) {
                return begin;
            }
            begin = further.start();
        }
        return begin;
    }
}
