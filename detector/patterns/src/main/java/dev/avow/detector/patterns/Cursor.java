package dev.avow.detector.patterns;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;

/**
 * A place in a text that moves forward over what is seen, with a bound on how far.
 *
 * <p>For one thread and one candidate. It prints no content.
 */
final class Cursor {

    private final Text text;
    private final int limit;
    private int place;
    private int end;

    /** Begins at a place and reads no further than so many characters. */
    Cursor(Text text, int place, int reach) {
        this.text = text;
        this.limit = place + reach;
        this.place = text.skipIgnorable(place);
        this.end = place;
    }

    /** The character here, folded; the edge where the text or the reach has ended. */
    char peek() {
        return place >= limit ? Text.EDGE : Text.of(text.at(place));
    }

    /** Takes the character here. */
    char next() {
        int unit = text.at(place);
        end = place + Text.size(unit);
        place = text.skipIgnorable(end);
        return Text.of(unit);
    }

    /** Takes the character here where it is this one. */
    boolean eat(char c) {
        if (peek() != c) {
            return false;
        }
        next();
        return true;
    }

    /** Takes blanks; returns how many. */
    int blanks(int most) {
        int count = 0;
        while (count < most && peek() == ' ') {
            next();
            count++;
        }
        return count;
    }

    /** Takes the digits here as a number; -1 where there is none, or more than nine. */
    int number() {
        int value = 0;
        int count = 0;
        while (Chars.isDigit(peek())) {
            value = value * 10 + next() - '0';
            if (++count > 9) {
                return -1;
            }
        }
        return count == 0 ? -1 : value;
    }

    /** Takes the Latin letters here, in lower case without accents; empty where there is none. */
    String word(int longest) {
        StringBuilder word = new StringBuilder();
        while (Chars.isLatin(peek()) && word.length() < longest) {
            word.append(Chars.plain(next()));
        }
        return word.toString();
    }

    /** After the last character taken. */
    int end() {
        return end;
    }

    /** Where the next character stands. */
    int place() {
        return place;
    }

    /** Goes back to a place where it was. */
    void back(int to) {
        place = to;
        end = to;
    }

    @Override
    public String toString() {
        return "cursor[" + place + "]";
    }
}
