package dev.avow.detector.recognizers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Surroundings;

/**
 * NIR, the French social security number.
 *
 * <p>Specification: INSEE, répertoire national d'identification des personnes physiques: sex (1, 2;
 * 3, 4, 7, 8 while provisional), two digits of the year, month (01 to 12; 20 to 42 and 50 to 99
 * where it is not known), two characters of the département (2A and 2B in Corsica), three of the
 * commune, three of the order; then a key of two digits, 97 minus the number modulo 97, with 2A
 * counted as 19 and 2B as 18. Together or in groups parted by blanks, dots, dashes or slashes.
 * Thirteen digits without the key, and odd groups, need a word that names them.
 *
 * <p>Legal basis: GDPR Article 87; loi Informatique et Libertés, article 30, and décret 2019-341,
 * which name who may process it at all.
 *
 * <p>Fictitious example: {@code 2 69 05 49 588 157 80}.
 */
final class FrNirRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("fr_nir", 1);
    private static final int BEFORE_CORSICA = 6;
    private static final int NUMBER = 13;
    private static final int WITH_KEY = 15;

    /** After which characters the printed form is parted: 1-2-2-2-3-3-2. */
    private static final int BREAKS = 1 << 1 | 1 << 3 | 1 << 5 | 1 << 7 | 1 << 10 | 1 << 13;

    private static final ContextWords WORDS =
            ContextWords.of(
                    "nir",
                    "secu",
                    "securite",
                    "sociale",
                    "insee",
                    "vitale",
                    "social",
                    "ss",
                    "nss",
                    "assure",
                    "assuree",
                    "immatriculation",
                    "cpam",
                    "ameli");

    @Override
    public FindingType type() {
        return TYPE;
    }

    /** With or without the key; six where the letter of Corsica follows. */
    @Override
    public int lengths() {
        return 1 << BEFORE_CORSICA | 1 << NUMBER | 1 << WITH_KEY;
    }

    /** As it is printed, or together. */
    @Override
    public int headsAmidNumbers() {
        return 1 << 1 | 1 << NUMBER | 1 << WITH_KEY;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        int sex = run.digit(run.firstDigit(group));
        boolean possible = sex >= 1 && sex <= 8 && sex != 5 && sex != 6;
        if (!possible
                || (group == 0 && run.charBefore(0) == '+')
                || isOneByOne(run, group)
                || !Surroundings.freeBefore(run, group, WORDS)) {
            return;
        }
        Reading reading = new Reading(run.text());
        reading.read(run.start(group));
        if (reading.count < NUMBER || !isBirth(reading)) {
            return;
        }
        Text text = run.text();
        if (reading.count == WITH_KEY && reading.freeEnd[WITH_KEY] && reading.keyFits()) {
            boolean context = WORDS.near(text, run.start(group), reading.ends[WITH_KEY]);
            if (!context && !reading.isPrinted()) {
                return;
            }
            sink.found(
                    run.start(group),
                    reading.ends[WITH_KEY],
                    context ? Confidence.CHECKSUM_IN_CONTEXT : Confidence.CHECKSUM,
                    Reason.CHECKSUM);
        } else if (reading.freeEnd[NUMBER]
                && WORDS.near(text, run.start(group), reading.ends[NUMBER])) {
            sink.found(
                    run.start(group),
                    reading.ends[NUMBER],
                    Confidence.PATTERN_IN_CONTEXT,
                    Reason.CONTEXT);
        }
    }

    /** Two single digits amid numbers, as none is printed. */
    private static boolean isOneByOne(NumberRun run, int group) {
        return run.digitCount(group) == 1
                && group + 1 < run.groups()
                && run.digitCount(group + 1) == 1
                && run.amid(group);
    }

    private static boolean isBirth(Reading reading) {
        int month = reading.two(3);
        boolean monthFits =
                (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
        boolean department = reading.corsica != 0 || reading.two(5) > 0;
        return monthFits
                && department
                && reading.two(7) * 10 + reading.digits[9] > 0
                && reading.two(10) * 10 + reading.digits[12] > 0;
    }

    /** The thirteen to fifteen characters of one number, wherever it is broken into groups. */
    private static final class Reading {

        private final Text text;
        private final int[] digits = new int[WITH_KEY];
        private final int[] ends = new int[WITH_KEY + 1];
        private final boolean[] freeEnd = new boolean[WITH_KEY + 1];
        private int breaks;
        private char corsica;
        private int count;

        Reading(Text text) {
            this.text = text;
        }

        void read(int start) {
            int p = start;
            int separators = 0;
            while (count < WITH_KEY) {
                int unit = text.at(p);
                char c = Text.of(unit);
                if (Chars.isDigit(c)) {
                    digits[count++] = c - '0';
                } else if (count == BEFORE_CORSICA
                        && digits[5] == 2
                        && (c | 0x20) >= 'a'
                        && (c | 0x20) <= 'b') {
                    corsica = (char) (c | 0x20);
                    digits[count++] = 0;
                } else if (c == ' ' || c == '.' || c == '-' || c == '/') {
                    if (++separators > 3) {
                        return;
                    }
                    breaks |= 1 << count;
                    p += Text.size(unit);
                    continue;
                } else if (c == Text.IGNORABLE) {
                    p += Text.size(unit);
                    continue;
                } else {
                    return;
                }
                separators = 0;
                p += Text.size(unit);
                ends[count] = p;
                if (count >= NUMBER) {
                    freeEnd[count] = free(p);
                }
            }
        }

        private boolean free(int end) {
            char next = Text.of(text.at(text.skipIgnorable(end)));
            return !Chars.isLatin(next) && !Chars.isDigit(next) && next != '_';
        }

        /** Together, in the printed groups, or only the key apart. */
        boolean isPrinted() {
            boolean headed = (breaks & 1 << 1) != 0 && (breaks & ~BREAKS) == 0;
            return breaks == 0 || breaks == 1 << NUMBER || headed;
        }

        int two(int index) {
            return digits[index] * 10 + digits[index + 1];
        }

        boolean keyFits() {
            long number = 0;
            for (int i = 0; i < NUMBER; i++) {
                int digit = digits[i];
                if (corsica != 0 && i == 5) {
                    digit = 1;
                } else if (corsica != 0 && i == 6) {
                    digit = corsica == 'a' ? 9 : 8;
                }
                number = number * 10 + digit;
            }
            return 97 - (int) (number % 97) == two(NUMBER);
        }
    }
}
