package dev.avow.detector.patterns;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.patterns.StreetReader.Street;
import dev.avow.detector.validators.Confidence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Postal addresses of Europe and North America, from the number of the house, the flat, the box or
 * the postcode.
 *
 * <p>Specification: none covers them; the forms are those of the Universal Postal Union's address
 * guides. A street is known by its word (Street, rue, Calle, ulica), its end (-straße, -laan,
 * -gatan) or by a flat that follows it; without any of these only after a word such as address.
 *
 * <p>Legal basis: personal data (GDPR Article 4(1)); an identifier under HIPAA, 45 CFR
 * 164.514(b)(2)(i)(B).
 *
 * <p>Fictitious examples: {@code 12 Main Street, Springfield, IL 62704}, {@code Musterstraße 12,
 * 10115 Berlin}.
 */
final class AddressRecognizers {

    private static final FindingType TYPE = new FindingType("address", 2);
    private static final ContextWords ADDRESS =
            ContextWords.of(
                    "address",
                    "addresses",
                    "adresse",
                    "anschrift",
                    "direccion",
                    "indirizzo",
                    "adres",
                    "lives",
                    "resides",
                    "residing",
                    "wohnhaft",
                    "wohnt",
                    "domicilie",
                    "habite",
                    "wohne",
                    "vive",
                    "domicilio",
                    "woont",
                    "moved",
                    "delivery",
                    "deliver",
                    "ship",
                    "shipping",
                    "located");
    private static final ContextWords POSTCODE =
            ContextWords.of(
                    "zip",
                    "zipcode",
                    "postcode",
                    "plz",
                    "postleitzahl",
                    "postal",
                    "postnummer",
                    "cap");

    /** What may stand right before a postcode that one of these names. */
    private static final Set<String> BEFORE_POSTCODE =
            Set.of("postcode", "plz", "postleitzahl", "postal", "postnummer", "cap", "code", "is");

    private static final String BEFORE_NUMBER = " .#,:\"'\u00a0";
    private static final Set<String> BEFORE_LOWER_CASE =
            Set.of("is", "at", "to", "address", "are", "adresse", "anschrift", "in");
    private static final ContextWords NO_ADDRESS =
            ContextWords.of("ip", "mac", "mail", "email", "memory", "version", "bus");

    private AddressRecognizers() {}

    /** From words of digits. */
    static final class ByNumber implements Recognizer.OfDigits {

        @Override
        public FindingType type() {
            return TYPE;
        }

        @Override
        public int longest() {
            return 6;
        }

        @Override
        public void digits(Text text, int start, int end, Sink sink) {
            look(text, start, end, sink);
        }
    }

    /** From house numbers with a letter. */
    static final class ByNumberWithLetter implements Recognizer.OfTokens {

        @Override
        public FindingType type() {
            return TYPE;
        }

        @Override
        public int shortest() {
            return 2;
        }

        @Override
        public int longest() {
            return 5;
        }

        @Override
        public void token(Text text, int start, int end, Sink sink) {
            Cursor cursor = new Cursor(text, start, end - start);
            if (cursor.number() > 0 && cursor.word(2).length() == 1 && cursor.place() >= end) {
                look(text, start, end, sink);
            }
        }
    }

    private static void look(Text text, int start, int end, Sink sink) {
        char before = text.seenBefore(start);
        char after = Text.of(text.at(end));
        boolean decimal =
                (after == '.' || after == ',' || after == ':')
                        && Chars.isDigit(Text.of(text.at(end + 1)));
        if (decimal || !isFree(before) || !mayFollow(after)) {
            return;
        }
        Word word = wordBefore(text, start);
        if (word != null && (flat(text, word, sink) || box(text, word, end, sink))) {
            return;
        }
        int size = end - start;
        int military = word == null || size != 5 ? -1 : military(text, word);
        if (military >= 0) {
            sink.found(military, end, Confidence.DISTINCT_PATTERN, Reason.PATTERN);
            return;
        }
        if (size >= 4 && word != null && isPostcode(text, start, word)) {
            sink.found(start, end, Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
            return;
        }
        if (size <= 5) {
            street(text, start, end, word, sink);
        }
    }

    private static void street(Text text, int start, int end, @Nullable Word word, Sink sink) {
        Street street = word == null ? null : StreetReader.before(text, start);
        if (street != null) {
            int begin = numberBefore(text, street.start());
            report(text, begin, AddressTail.end(text, end), Confidence.DISTINCT_PATTERN, sink);
            return;
        }
        if (isYear(text, start, end)) {
            return;
        }
        int last = StreetReader.after(text, end, false);
        if (last > 0) {
            int tail = AddressTail.end(text, numberAfter(text, last));
            report(text, start, tail, Confidence.RARE_PATTERN, sink);
            return;
        }
        last = mayBeLoose(text, end, word) ? StreetReader.after(text, end, true) : -1;
        if (last < 0) {
            return;
        }
        int tail = AddressTail.end(text, numberAfter(text, last));
        boolean flat = afterFlat(text, start);
        boolean shaped = tail > last || flat || Text.of(text.at(last)) == ',';
        if ((shaped || StreetReader.hasStreetWord(text, end, last))
                && (flat || isNamed(text, start))) {
            report(text, start, tail, Confidence.PATTERN_IN_CONTEXT, sink);
        }
    }

    /** Most numbers in prose stand before a word in lower case: not worth reading on. */
    private static boolean mayBeLoose(Text text, int end, @Nullable Word word) {
        char c = Text.of(text.at(end + 1));
        return Character.isUpperCase(c)
                || c == ' '
                || (word != null && BEFORE_LOWER_CASE.contains(word.plain()));
    }

    private static boolean isNamed(Text text, int start) {
        return ADDRESS.before(text, start, 40) && !NO_ADDRESS.before(text, start, 40);
    }

    private static boolean isYear(Text text, int start, int end) {
        return end - start == 4
                && (Text.of(text.at(start)) == '2'
                        ? Text.of(text.at(start + 1)) == '0'
                        : Text.of(text.at(start)) == '1' && Text.of(text.at(start + 1)) == '9');
    }

    private static void report(Text text, int start, int end, double confidence, Sink sink) {
        Reason reason = ADDRESS.before(text, start, 40) ? Reason.CONTEXT : Reason.PATTERN;
        sink.found(start, end, confidence, reason);
    }

    /** A flat, with the street on the line before it. */
    private static boolean flat(Text text, Word word, Sink sink) {
        int flat = word.capital() || word.plain().equals("apt") ? AddressTail.flat(text, word) : -1;
        if (flat < 0 || isSoftware(text, word)) {
            return false;
        }
        int start = StreetLine.before(text, word.start());
        int end = AddressTail.end(text, flat);
        sink.found(start, end, Confidence.PATTERN_IN_CONTEXT, Reason.PATTERN);
        return true;
    }

    private static boolean isSoftware(Text text, Word word) {
        Word before = wordBefore(text, word.start());
        String plain = before == null ? "" : before.plain();
        return plain.equals("office") || plain.equals("test") || plain.equals("creative");
    }

    /** P.O. Box 12, and the boxes of military post. */
    private static boolean box(Text text, Word word, int end, Sink sink) {
        if (!word.plain().equals("box") && !word.plain().equals("postfach")) {
            return false;
        }
        int p = word.start();
        if (word.plain().equals("box")) {
            p = beforePost(text, p);
            if (p < 0) {
                return false;
            }
        }
        int tail = AddressTail.end(text, end);
        sink.found(numberBefore(text, p), tail, Confidence.DISTINCT_PATTERN, Reason.PATTERN);
        return true;
    }

    /** APO AE 09012: the start of it with the ship or unit on the line before; -1 where none. */
    private static int military(Text text, Word state) {
        String region = state.plain();
        Word post = wordBefore(text, state.start());
        boolean known = region.equals("ae") || region.equals("ap") || region.equals("aa");
        if (!known || post == null || !post.plain().matches("[afd]po")) {
            return -1;
        }
        int line = StreetLine.wordsBefore(text, post.start());
        Word first = Word.at(text, line);
        return first != null && first.plain().startsWith("us") ? line : post.start();
    }

    /** Whether a word for it stands before, and no call of a function of that name. */
    private static boolean isPostcode(Text text, int start, Word word) {
        boolean next = BEFORE_POSTCODE.contains(word.plain()) || word.plain().startsWith("zip");
        if (!next || !POSTCODE.before(text, start, 20)) {
            return false;
        }
        int p = start;
        while (p > 0 && p > start - 20) {
            int unit = text.before(p);
            if (Text.of(unit) == '(') {
                return false;
            }
            p -= Text.size(unit);
        }
        return true;
    }

    /** The start of what makes a box one of the post; -1 where nothing does. */
    private static int beforePost(Text text, int box) {
        Cursor cursor = new Cursor(text, Math.max(0, box - 12), 12);
        while (cursor.place() < box) {
            int at = cursor.place();
            char previous = text.seenBefore(at);
            if (!Chars.isLatin(previous) && !Chars.isDigit(previous)) {
                String first = cursor.word(5);
                boolean post = first.equals("po") || first.equals("psc") || first.equals("unit");
                boolean dotted = first.equals("p") && cursor.eat('.') && cursor.word(2).equals("o");
                if (post || dotted) {
                    return at;
                }
                cursor.back(at);
            }
            cursor.next();
        }
        return -1;
    }

    /**
     * A number before the street, as when the number of the building and of the plot both stand.
     */
    private static int numberBefore(Text text, int start) {
        int p = start;
        if (text.seenBefore(p) != ' ') {
            return start;
        }
        p -= Text.size(text.before(p));
        int digits = p;
        while (digits - 5 <= p && p - digits < 5 && Chars.isDigit(text.seenBefore(digits))) {
            digits -= Text.size(text.before(digits));
        }
        return digits < p && isFree(text.seenBefore(digits)) ? digits : start;
    }

    /** A number after the street, after a blank. */
    private static int numberAfter(Text text, int end) {
        Cursor cursor = new Cursor(text, end, 8);
        boolean blank = cursor.blanks(1) > 0;
        int value = blank ? cursor.number() : -1;
        boolean short4 = cursor.end() - end <= 5;
        return value > 0 && short4 && mayFollow(cursor.peek()) ? cursor.end() : end;
    }

    /** Suite 992 67 Rua: the number of a flat stands before. */
    private static boolean afterFlat(Text text, int start) {
        int number = numberBefore(text, start);
        Word word = number < start ? wordBefore(text, number) : null;
        return word != null && word.capital() && AddressTail.FLATS.contains(word.plain());
    }

    private static @Nullable Word wordBefore(Text text, int start) {
        int p = start;
        while (p > 0 && p > start - 4 && BEFORE_NUMBER.indexOf(text.raw(p - 1)) >= 0) {
            p--;
        }
        return p == start ? null : Word.endingAt(text, p);
    }

    private static boolean isFree(char c) {
        return c == ' '
                || c == '\n'
                || c == ','
                || c == Text.EDGE
                || c == '"'
                || c == ':'
                || c == '('
                || c == '>'
                || c == '\t'
                || c == '#'
                || c == '\''
                || c == '.';
    }

    private static boolean mayFollow(char c) {
        return c != '%'
                && c != '_'
                && c != '/'
                && !Chars.isLatin(c)
                && !Chars.isDigit(c)
                && c != '$'
                && c != '\u20ac'
                && c != '='
                && c != '(';
    }
}
