package dev.avow.detector.patterns;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Shape;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows a street and its number in a postal address: a flat, a city, a state, a postcode.
 *
 * <p>A city alone is not taken: it may be any capitalised word. It is where a postcode stands
 * before or after it.
 */
final class AddressTail {

    static final Set<String> FLATS =
            Set.of(
                    "apt",
                    "apartment",
                    "suite",
                    "ste",
                    "appt",
                    "flat",
                    "wohnung",
                    "piso",
                    "interno",
                    "appartement",
                    "appartamento",
                    "apartamento",
                    "depto",
                    "dto",
                    "oficina",
                    "bloque",
                    "lok");

    private static final int REACH = 110;
    private static final int MOST_WORDS = 8;
    private static final int MOST_SEPARATORS = 10;
    private static final List<Shape> BRITISH =
            List.of(
                    Shape.of("A9-9AA"),
                    Shape.of("A99-9AA"),
                    Shape.of("AA9-9AA"),
                    Shape.of("AA99-9AA"),
                    Shape.of("A9A-9AA"),
                    Shape.of("AA9A-9AA"),
                    Shape.of("A9A-9A9")); // Canada

    private AddressTail() {}

    /** Where the address ends whose street ends at a place. */
    static int end(Text text, int from) {
        int committed = from;
        int p = from;
        int words = 0;
        while (p - from < REACH && words < MOST_WORDS) {
            int q = separators(text, p);
            if (q < 0) {
                break;
            }
            if (Chars.isDigit(Text.of(text.at(q)))) {
                return postcode(text, q, committed, words > 0);
            }
            int british = british(text, q);
            if (british > 0) {
                return british;
            }
            Word word = Word.at(text, q);
            if (word == null) {
                break;
            }
            int flat = flat(text, word);
            if (flat > 0) {
                committed = flat;
                p = flat;
                words = 0;
            } else if (word.capital() || StreetWords.isParticle(word)) {
                p = word.end();
                words++;
            } else {
                break;
            }
        }
        return committed;
    }

    /**
     * Where a postcode and a city end that stand right after a place, after a comma or on the next
     * line; -1 where none do. A year is no postcode.
     */
    static int postcodeAndCity(Text text, int from) {
        char after = Text.of(text.at(from));
        int p = after == ' ' ? from + 1 : from;
        char sign = Text.of(text.at(p));
        if (sign != ',' && sign != '\n' && sign != '\r' && !(after == ' ' && sign == '-')) {
            return -1;
        }
        int q = separators(text, p);
        q = q < 0 && sign == '-' ? separators(text, p + 1) : q;
        if (q < 0 || !Chars.isDigit(Text.of(text.at(q)))) {
            return -1;
        }
        int end = postcode(text, q, -1, false);
        Cursor cursor = new Cursor(text, q, 8);
        int value = cursor.number();
        int size = cursor.end() - q;
        boolean year = size == 4 && value >= 1900 && value < 2100 && cursor.peek() != '-';
        int last = end < 0 ? -1 : end;
        return last > cursor.end() + 3 && !year ? last : -1;
    }

    /** Whether what ends at a place is a postcode after its street: digits, or a British one. */
    static boolean endsWithPostcode(Text text, int street, int end) {
        if (end < street + 8) {
            return false;
        }
        int digits = 0;
        while (digits < 5 && Chars.isDigit(text.seenBefore(end - digits))) {
            digits++;
        }
        boolean british =
                Chars.isLatin(text.seenBefore(end))
                        && Chars.isLatin(text.seenBefore(end - 1))
                        && Chars.isDigit(text.seenBefore(end - 2));
        boolean canadian =
                Chars.isDigit(text.seenBefore(end))
                        && Chars.isLatin(text.seenBefore(end - 1))
                        && Chars.isDigit(text.seenBefore(end - 2));
        return digits >= 4 || british || canadian;
    }

    /** After commas, blanks, ends of lines and marks of quoting; -1 where there is none. */
    private static int separators(Text text, int place) {
        int p = place;
        for (int i = 0; i < MOST_SEPARATORS; i++) {
            int unit = text.at(p);
            char c = Text.of(unit);
            boolean dot = c == '.' && Text.of(text.at(p + 1)) == ' ' && i == 0;
            boolean dash = c == '-' && i > 0 && text.seenBefore(p) == ' ';
            if (!isSeparator(c) && !dash && !dot) {
                return i == 0 ? -1 : p;
            }
            p += Text.size(unit);
        }
        return p;
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == ',' || c == '\n' || c == '\r' || c == '>' || c == '\t' || c == '?';
    }

    /** After the number of a flat; -1 where this word begins none. */
    static int flat(Text text, Word word) {
        if (!FLATS.contains(word.plain())) {
            return -1;
        }
        Cursor cursor = new Cursor(text, word.end(), 12);
        cursor.eat('.');
        cursor.blanks(1);
        cursor.eat('#');
        return cursor.number() >= 0 && !Chars.isDigit(cursor.peek()) ? cursor.end() : -1;
    }

    private static int british(Text text, int place) {
        for (Shape shape : BRITISH) {
            var code = shape.read(text, place);
            if (code != null && Chars.isUpper(Text.of(text.at(place)))) {
                return code.end();
            }
        }
        return -1;
    }

    /** After a postcode and what belongs to it; {@code committed} where there is none. */
    private static int postcode(Text text, int place, int committed, boolean afterCity) {
        Cursor cursor = new Cursor(text, place, 16);
        int value = cursor.number();
        int size = cursor.end() - place;
        int end = cursor.end();
        if (size == 8 && value > 0) {
            // Brazil, without the dash
            int city = city(text, end);
            return city > 0 ? city : committed;
        }
        if (value < 0 || size > 6 || Chars.isLatin(cursor.peek())) {
            return committed;
        }
        char parted = cursor.peek();
        int more = parted == '-' || parted == ' ' ? more(cursor) : 0;
        boolean dashed = parted == '-' && ((size == 2 && more == 3) || (size == 4 && more == 3));
        boolean swedish = parted == ' ' && size == 3 && more == 2;
        boolean brazilian = parted == '-' && size == 5 && more == 3;
        if (dashed || swedish || brazilian || (parted == '-' && size == 5 && more == 4)) {
            end = cursor.end();
        } else if (size < 4) {
            return committed;
        }
        boolean year = size == 4 && !dashed && value >= 1900 && value < 2100;
        if (afterCity) {
            return year ? committed : end;
        }
        int city = city(text, dutchLetters(text, end));
        return city > 0 ? city : size == 5 || dashed ? end : committed;
    }

    /** How many digits stand after the character here; the cursor is then after them. */
    private static int more(Cursor cursor) {
        cursor.next();
        int from = cursor.place();
        return cursor.number() < 0 ? 0 : cursor.end() - from;
    }

    private static int dutchLetters(Text text, int end) {
        Word letters = Text.of(text.at(end)) == ' ' ? Word.at(text, end + 1) : null;
        boolean two = letters != null && letters.plain().length() == 2 && letters.capital();
        return two && Chars.isUpper(text.seenBefore(end + 3)) ? end + 3 : end;
    }

    /** After a city of up to three words on the same line; -1 where there is none. */
    private static int city(Text text, int place) {
        int end = -1;
        int p = Text.of(text.at(place)) == ',' ? place + 1 : place;
        for (int i = 0; i < 3 && Text.of(text.at(p)) == ' '; i++) {
            Word word = next(text, p);
            if (word == null || (!word.capital() && !StreetWords.isParticle(word))) {
                break;
            }
            end = word.capital() ? word.end() : end;
            p = word.end();
        }
        return end;
    }

    private static @Nullable Word next(Text text, int blank) {
        return Word.at(text, blank + Text.size(text.at(blank)));
    }
}
