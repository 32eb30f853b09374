package dev.avow.detector.recognizers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Luhn;
import dev.avow.detector.validators.Surroundings;

/**
 * Payment card numbers (PAN).
 *
 * <p>Specification: ISO/IEC 7812-1 (12 to 19 digits, Luhn check digit, issuer prefix, see {@link
 * CardIssuers}). Digits together, or in the groups that cards are printed in: fours, 4-6-5, 4-6-4,
 * 8-8, 6-13; one by one, in twos or in threes where nothing else stands in the row; other groups
 * only with a word such as "card". Thirteen digits that are also an EAN-13 need such a word too.
 * Letters may stand right beside it ({@link GluedCard}).
 *
 * <p>Legal basis: PCI DSS 4.0, requirement 3 (a PAN is rendered unreadable wherever it is stored);
 * personal data under GDPR Article 4(1).
 *
 * <p>Fictitious examples (test numbers of the card schemes): {@code 4111 1111 1111 1111}, {@code
 * 3782-822463-10005}.
 */
final class PaymentCardRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("payment_card", 1);
    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;

    /** How far before a number a word counts that says it is no card. */
    private static final int NAMES_OTHER = 14;

    private static final int USUAL = NumberRun.BLANK | NumberRun.DOT | NumberRun.DASH;
    private static final int UNUSUAL = NumberRun.TAB | NumberRun.SLASH | NumberRun.UNDERSCORE;

    private static final ContextWords WORDS =
            ContextWords.of(
                    "card",
                    "cards",
                    "carte",
                    "cartes",
                    "karte",
                    "kreditkarte",
                    "tarjeta",
                    "carta",
                    "credit",
                    "debit",
                    "visa",
                    "mastercard",
                    "amex",
                    "american",
                    "maestro",
                    "discover",
                    "diners",
                    "jcb",
                    "unionpay",
                    "cb",
                    "pan",
                    "cc",
                    "ccnum",
                    "bancaire",
                    "payment",
                    "paiement",
                    "cvv",
                    "cvc",
                    "信用卡",
                    "卡号",
                    "カード");

    @Override
    public FindingType type() {
        return TYPE;
    }

    /** 12 to 19. */
    @Override
    public int lengths() {
        return (2 << LONGEST) - (1 << SHORTEST);
    }

    /** Together, in fours, 4-6-5, 6-13 or 8-8. */
    @Override
    public int headsAmidNumbers() {
        return lengths() | 1 << 4 | 1 << 6 | 1 << 8;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        int longestPhone = group == 0 && run.charBefore(0) == '+' ? longestPhone(run) : 0;
        int first = run.firstDigit(group);
        for (int last = group; last < run.groups(); last++) {
            int count = run.digitCount(group, last);
            if (count > LONGEST || (last > group && !parts(run.separatorAfter(last - 1)))) {
                return;
            }
            if (count >= SHORTEST
                    && count > longestPhone
                    && !(apart(run, group, last) && !alike(run, group, last))
                    && CardIssuers.issues(run, first, count)
                    && Luhn.passes(run, first, count)) {
                if (free(run, group, last)) {
                    report(run, group, last, Confidence.CHECKSUM, sink);
                } else if (GluedCard.is(run, group, last, WORDS)) {
                    report(run, group, last, Confidence.WEAK_CHECKSUM, sink);
                }
            }
        }
    }

    private static boolean parts(int separator) {
        return (separator & ~(USUAL | UNUSUAL)) == 0;
    }

    /** Whether tabs, slashes or underscores part the groups, which other numbers have too. */
    private static boolean apart(NumberRun run, int from, int to) {
        return (kinds(run, from, to) & UNUSUAL) != 0;
    }

    /** Fours, and nothing but tabs, or slashes, or underscores between them. */
    private static boolean alike(NumberRun run, int from, int to) {
        return fours(run, from, to) && Integer.bitCount(kinds(run, from, to)) == 1;
    }

    private static int kinds(NumberRun run, int from, int to) {
        int kinds = 0;
        for (int g = from; g < to; g++) {
            kinds |= run.separatorAfter(g);
        }
        return kinds;
    }

    /** The most digits that a telephone number with this calling code has; 0 where none has it. */
    private static int longestPhone(NumberRun run) {
        if (run.digitCount(0, run.groups() - 1) < 3) {
            return 0;
        }
        int code = CallingCodes.codeOf(run.digit(0), run.digit(1), run.digit(2));
        return code == 0 ? 0 : CallingCodes.digits(code) + CallingCodes.most(code) + 1;
    }

    /**
     * Spreadsheets write a number's decimals, {@code 4111111111111111.00}, also where it is a card.
     */
    private static boolean free(NumberRun run, int from, int to) {
        char before = run.charBefore(from);
        if (from == 0 && before == '-' && isNamePart(run)) {
            return false;
        }
        if (Surroundings.free(run, from, to, WORDS)) {
            return true;
        }
        int next = to + 1;
        return from == to
                && next < run.groups()
                && run.separatorAfter(to) == NumberRun.DOT
                && run.digitCount(next) <= 2
                && run.digit(run.firstDigit(next)) == 0
                && run.digit(run.firstDigit(next) + run.digitCount(next) - 1) == 0
                && Surroundings.freeBefore(run, from, WORDS)
                && Surroundings.freeAfter(run, next);
    }

    /** The negative number at the end of a name: {@code blk_-4468645577339843974}. */
    private static boolean isNamePart(NumberRun run) {
        char further = run.text().seenBefore(run.start(0) - 1);
        return further == '_' || further == '=' || further == ':';
    }

    /**
     * @param alone how sure it is where no word says so
     */
    private static void report(NumberRun run, int from, int to, double alone, Sink sink) {
        boolean context = WORDS.near(run.text(), run.start(from), run.end(to));
        if (context
                ? !whole(run, from, to)
                : !(printed(run, from, to) && !isOther(run, from, to))) {
            return;
        }
        sink.found(
                run.start(from),
                run.end(to),
                context ? Confidence.CHECKSUM_IN_CONTEXT : alone,
                Reason.CHECKSUM);
    }

    /** Odd groups count where nothing else stands in the row. */
    private static boolean whole(NumberRun run, int from, int to) {
        return printed(run, from, to) || RunBounds.apart(run, from, to);
    }

    /** An article number, or digits of a length that few cards have where something names them. */
    private static boolean isOther(NumberRun run, int from, int to) {
        int count = run.digitCount(from, to);
        boolean usual = count >= 14 && count <= 16;
        char before = run.charBefore(from);
        boolean named =
                before == '='
                        || before == '#'
                        || before == '/'
                        || PhoneWords.NOT.before(run.text(), run.start(from), NAMES_OTHER);
        return isEan13(run, from, to) || (!usual && from == to && named);
    }

    /** Whether the groups are such as cards show. */
    private static boolean printed(NumberRun run, int from, int to) {
        int groups = to - from + 1;
        int head = run.digitCount(from);
        int tail = run.digitCount(to);
        return switch (groups) {
            case 1 -> true;
            case 2 -> (head == 8 && tail == 8) || (head == 6 && tail == 13);
            case 3 ->
                    (head == 4 && run.digitCount(from + 1) == 6 && (tail == 5 || tail == 4))
                            || fours(run, from, to);
            default -> fours(run, from, to) || spelled(run, from, to) || evenly(run, from, to);
        };
    }

    /**
     * Twos or threes, and nothing else in the row. Lists of small numbers look so too, so only the
     * lengths of the cards that most people have count.
     */
    private static boolean evenly(NumberRun run, int from, int to) {
        int size = run.digitCount(from);
        int count = run.digitCount(from, to);
        if ((size != 2 && size != 3)
                || from > 0
                || to < run.groups() - 1
                || count < 14
                || count > 16
                || run.digitCount(to) > size
                || Surroundings.isAmount(run, from, to)) {
            return false;
        }
        for (int g = from; g < to; g++) {
            if (run.digitCount(g) != size || run.separatorAfter(g) != run.separatorAfter(from)) {
                return false;
            }
        }
        return !Surroundings.tight(run.separatorAfter(from))
                || run.separatorAfter(from) == NumberRun.DASH;
    }

    private static boolean fours(NumberRun run, int from, int to) {
        for (int g = from; g < to; g++) {
            if (run.digitCount(g) != 4) {
                return false;
            }
        }
        return run.digitCount(to) <= 4;
    }

    /** One by one, as speech is written down, and nothing else in the row. */
    private static boolean spelled(NumberRun run, int from, int to) {
        return from == 0 && to == run.groups() - 1 && run.digitCount(from, to) == to - from + 1;
    }

    /**
     * German and Austrian article numbers begin with 4 as Visa does (GS1 General Specifications).
     */
    private static boolean isEan13(NumberRun run, int from, int to) {
        if (run.digitCount(from, to) != 13) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += run.digit(run.firstDigit(from) + i) * ((i & 1) == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
