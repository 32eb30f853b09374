package dev.avow.detector.engine;

import dev.avow.detector.api.FindingType;

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
    }

    /** Looks at every group of digits. */
    non-sealed interface OfNumbers extends Recognizer {

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
}
