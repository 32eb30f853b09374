package dev.avow.detector.recognizers;

import dev.avow.detector.engine.NumberRun;

/**
 * The prefixes that card schemes number in, and how long their numbers are.
 *
 * <p>Source: the schemes' published BIN ranges as collected under ISO/IEC 7812-1. One row is:
 * lowest and highest prefix of six digits, a set of lengths.
 */
final class CardIssuers {

    private static final int ANY_LENGTH = lengths(12, 13, 14, 15, 16, 17, 18, 19);

    private static final int[][] RANGES = {
        {400000, 499999, lengths(13, 16, 18, 19)}, // Visa
        {510000, 559999, lengths(16)}, // Mastercard
        {222100, 272099, lengths(16)}, // Mastercard, 2-series
        {340000, 349999, lengths(15)}, // American Express
        {370000, 379999, lengths(15)}, // American Express
        {601100, 601199, lengths(16, 17, 18, 19)}, // Discover
        {644000, 659999, lengths(16, 17, 18, 19)}, // Discover, RuPay, Elo, Verve, Troy
        {606985, 608500, lengths(16)}, // RuPay
        {817200, 820199, lengths(16)}, // RuPay
        {620000, 629999, lengths(16, 17, 18, 19)}, // UnionPay
        {810000, 817199, lengths(16, 17, 18, 19)}, // UnionPay, newer
        {300000, 305999, lengths(14, 16, 17, 18, 19)}, // Diners Club
        {309500, 309599, lengths(14, 16, 17, 18, 19)}, // Diners Club
        {360000, 369999, lengths(14, 16, 17, 18, 19)}, // Diners Club
        {380000, 399999, lengths(14, 16, 17, 18, 19)}, // Diners Club
        {352800, 358999, lengths(16, 17, 18, 19)}, // JCB
        {350000, 359999, lengths(16)}, // JCB's whole block, which test numbers are made from
        {180000, 180099, lengths(15)}, // JCB, older
        {213100, 213199, lengths(15)}, // JCB, older
        {220000, 220499, lengths(16, 17, 18, 19)}, // Mir
        {979200, 979299, lengths(16)}, // Troy
        {606282, 606282, lengths(16)}, // Hipercard
        {636297, 636297, lengths(16)}, // Elo
        {636368, 636368, lengths(16)}, // Elo
        {637000, 639999, lengths(16)}, // InstaPayment
        {500000, 509999, ANY_LENGTH}, // Maestro, Dankort, Verve
        {560000, 589999, ANY_LENGTH}, // Maestro
        {630400, 630499, ANY_LENGTH}, // Maestro, Laser
        {639000, 639099, ANY_LENGTH}, // Maestro
        {670000, 679999, ANY_LENGTH}, // Maestro, girocard, Bancontact
    };

    private CardIssuers() {}

    /** Whether some scheme issues numbers of this length that begin like this. */
    static boolean issues(NumberRun run, int first, int count) {
        int prefix = 0;
        for (int i = 0; i < 6; i++) {
            prefix = prefix * 10 + run.digit(first + i);
        }
        for (int[] range : RANGES) {
            if (prefix >= range[0] && prefix <= range[1] && (range[2] & 1 << count) != 0) {
                return true;
            }
        }
        return false;
    }

    private static int lengths(int... lengths) {
        int set = 0;
        for (int length : lengths) {
            set |= 1 << length;
        }
        return set;
    }
}
