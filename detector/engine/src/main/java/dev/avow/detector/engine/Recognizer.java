package dev.avow.detector.engine;

import dev.avow.detector.api.FindingType;
import java.util.Set;

/**
 * Decides whether a candidate is one kind of personal data.
 *
 * <p>The engine finds candidates in one pass; a recognizer only validates. What it may look at is
 * bounded: a constant number of letters and digits from the candidate on, and a constant number of
 * characters around it for context words. That bound is what makes a whole scan linear.
 *
 * <p>Implementations are immutable, safe for any number of threads, and keep nothing of the text.
 * One that throws makes the scan partial; the others still run.
 */
public sealed interface Recognizer {

    /** The one kind of personal data that this recognizer reports. Never null. */
    FindingType type();

    /**
     * Whether what this reports may hold other values, which are then part of it: an e-mail address
     * within the password of a URL, a card's digits within a key. Such a finding wins over what it
     * overlaps.
     */
    default boolean encloses() {
        return false;
    }

    /** Looks at every {@code @}, also where it is written full-width, {@code %40} or escaped. */
    non-sealed interface OfAtSigns extends Recognizer {

        /**
         * Called once per at sign.
         *
         * @param text the text
         * @param start first char of the sign
         * @param end after the last char of the sign
         * @param sink takes what is found
         */
        void atSign(Text text, int start, int end, Sink sink);

        /**
         * Called once per at sign that is written as a word: {@code (at)}, {@code [AT]}, and {@code
         * at} between blanks where the text spells a dot too ({@link SpelledSigns}).
         *
         * @param text the text
         * @param start first char of the sign, its bracket or the blank before it included
         * @param end after the last char of the sign, its bracket or the blank after it included
         * @param bracketed whether it stands in brackets, which little but a sign does
         * @param sink takes what is found
         */
        default void spelledAt(Text text, int start, int end, boolean bracketed, Sink sink) {}
    }

    /** Looks at every group of digits. */
    non-sealed interface OfNumbers extends Recognizer {

        /** For {@link #lengths}: whatever follows. */
        int ANY_LENGTH = -1;

        /**
         * How many digits what it looks at has: bit n is set for n digits from a group's start to
         * the end of that group or a later one of the run. It is not called elsewhere; so many
         * recognizers of numbers of fixed lengths cost little. Read once.
         */
        default int lengths() {
            return ANY_LENGTH;
        }

        /**
         * How many digits the first group has of what it reports amid numbers: where other groups
         * stand before in the row and no word, of whatever kind, as far as words count. Bit n is
         * set for n digits; 0 where a word is always needed. It is not called elsewhere there; so
         * rows of small numbers cost little. Read once.
         */
        default int headsAmidNumbers() {
            return ANY_LENGTH;
        }

        /**
         * Called once per group of digits that might begin a value of at least six digits.
         *
         * @param run the groups around it; read-only and valid only during the call
         * @param group index in the run of the group to begin at
         * @param sink takes what is found
         */
        void number(NumberRun run, int group, Sink sink);
    }

    /** Looks at two Latin letters followed by digits, such as the head of an IBAN. */
    non-sealed interface OfLettersThenDigits extends Recognizer {

        /**
         * Called once per pair of letters before a run of digits.
         *
         * @param text the text
         * @param start first char of the two letters
         * @param sink takes what is found
         */
        void lettersThenDigits(Text text, int start, Sink sink);
    }

    /**
     * Looks at every word of letters and digits that holds both, or that is long: keys, and numbers
     * of persons that begin or end with a letter.
     *
     * <p>A word is a sequence of Latin letters and digits, as {@link Text} reads them.
     */
    non-sealed interface OfTokens extends Recognizer {

        /** A word of letters alone, or of digits alone, counts as long from here on. */
        int LONG = 20;

        /** The fewest letters and digits of a word that it looks at; at least 2. Read once. */
        int shortest();

        /** The most letters and digits of a word that it looks at. Read once. */
        int longest();

        /**
         * Called once per such word.
         *
         * @param text the text
         * @param start first char of the word
         * @param end after its last char
         * @param sink takes what is found
         */
        void token(Text text, int start, int end, Sink sink);
    }

    /**
     * Looks at every word of digits alone, however short: house numbers, days, the parts of an
     * address on the network.
     */
    non-sealed interface OfDigits extends Recognizer {

        /** The most digits of a word that it looks at; at most 63. Read once. */
        int longest();

        /**
         * Called once per such word.
         *
         * @param text the text
         * @param start first char of the word
         * @param end after its last char
         * @param sink takes what is found
         */
        void digits(Text text, int start, int end, Sink sink);
    }

    /** Looks at some words: what a secret begins with, what a diagnosis is called. */
    non-sealed interface OfWords extends Recognizer {

        /**
         * The words: Latin letters and digits, in lower case, without accents; each at most 40
         * characters. Not empty; read once.
         */
        Set<String> words();

        /**
         * Called once wherever one of them stands as a whole word, in whatever case.
         *
         * @param text the text
         * @param start first char of the word
         * @param end after its last char
         * @param word which it is
         * @param sink takes what is found
         */
        void word(Text text, int start, int end, String word, Sink sink);
    }

    /** Looks at some characters that are neither letters nor digits, such as a colon. */
    non-sealed interface OfSigns extends Recognizer {

        /** The characters, folded ({@link Chars#fold}). Not empty; read once. */
        String signs();

        /**
         * Called once wherever one of them stands.
         *
         * @param text the text
         * @param start first char of the sign
         * @param end after its last char
         * @param sink takes what is found
         */
        void sign(Text text, int start, int end, Sink sink);
    }
}
