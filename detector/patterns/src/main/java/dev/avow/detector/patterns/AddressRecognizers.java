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
import java.util.HashSet;
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
                    "live",
                    "living",
                    "stay",
                    "stays",
                    "staying",
                    "reside",
                    "billing",
                    "vivo",
                    "resido",
                    "abito",
                    "risiedo",
                    "moro",
                    "woon",
                    "mieszkam",
                    "mieszka",
                    "habitons",
                    "livrer",
                    "livraison",
                    "moved",
                    "delivery",
                    "deliver",
                    "ship",
                    "shipping",
                    "located");

    private static final Set<String> BEFORE_LOWER_CASE =
            Set.of("is", "at", "to", "address", "are", "adresse", "anschrift", "in");
    private static final ContextWords NO_ADDRESS =
            ContextWords.of(
                    "ip", "mac", "mail", "email", "memory", "version", "bus", "heap", "offset");

    /** The most digits of a house number where nothing else tells a street. */
    private static final int MOST_OF_HOUSE = 5;

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

        /** 12a, and the French 12bis. */
        private static boolean isLetterOfHouse(String letters) {
            return letters.length() == 1 || letters.equals("bis") || letters.equals("ter");
        }

        @Override
        public int shortest() {
            return 2;
        }

        @Override
        public int longest() {
            return 6;
        }

        @Override
        public void token(Text text, int start, int end, Sink sink) {
            if (!Chars.isDigit(Text.of(text.at(start)))) {
                return;
            }
            Cursor cursor = new Cursor(text, start, end - start);
            if (cursor.number() > 0 && isLetterOfHouse(cursor.word(4)) && cursor.place() >= end) {
                look(text, start, end, sink);
            }
        }
    }

    /** From words that a street's name begins with. */
    static final class ByStreetWord implements Recognizer.OfWords {

        private final Set<String> words;

        ByStreetWord() {
            Set<String> all = new HashSet<>(StreetWords.first());
            all.addAll(StreetWords.weakFirst());
            all.add("c");
            this.words = Set.copyOf(all);
        }

        @Override
        public FindingType type() {
            return TYPE;
        }

        @Override
        public Set<String> words() {
            return words;
        }

        @Override
        public void word(Text text, int start, int end, String word, Sink sink) {
            Word first = Word.at(text, start);
            if (first == null || first.end() != end) {
                return;
            }
            int from = end;
            char after = Text.of(text.at(end));
            if (word.equals("c")) {
                if (after != '/' || (Text.of(text.at(end + 1)) | 0x20) == 'o') {
                    return;
                }
                from = end + 1;
            } else if (isOther(text, end, word, after)) {
                return;
            } else if (after == '.' || after == ',') {
                from = end + 1;
            }
            if (!first.capital() && !StreetWords.mayBeLower(first) && !StreetWords.mayLead(first)) {
                return;
            }
            int grid = StreetWords.isGrid(word) ? GridStreet.read(text, from) : -1;
            int last = grid > 0 ? grid : StreetReader.fromWord(text, first, from);
            if (grid > 0) {
                report(text, start, AddressTail.end(text, grid), Confidence.DISTINCT_PATTERN, sink);
            } else if (last <= 0) {
                unnumbered(text, first, from, sink);
            } else {
                int begin = HouseNumber.numberBefore(text, start);
                last = HouseNumber.numberAfter(text, last);
                int tail = AddressTail.end(text, last);
                int city = AddressTail.postcodeAndCity(text, last);
                tail = Math.max(tail, city);
                boolean weak = StreetWords.isWeakFirst(first) && tail == last;
                if (!weak || LooseStreet.isLed(text, start)) {
                    report(text, begin, tail, Confidence.DISTINCT_PATTERN, sink);
                }
            }
        }
    }

    /** A street without a number, where a postcode follows or a word for an address leads to it. */
    private static void unnumbered(Text text, Word first, int from, Sink sink) {
        int last = StreetReader.name(text, from);
        if (last < 0) {
            return;
        }
        int city = AddressTail.postcodeAndCity(text, last);
        if (city > 0 || LooseStreet.isLed(text, first.start())) {
            int end = Math.max(last, city);
            report(text, first.start(), end, Confidence.PATTERN_IN_CONTEXT, sink);
        }
    }

    /** Av and ul mean other things in capitals or without a dot. */
    private static boolean isOther(Text text, int end, String word, char after) {
        return switch (word) {
            case "av" -> text.seenBefore(end) == 'V';
            case "ul", "r", "al", "os", "cl", "cr", "cra", "kr", "tr", "tv", "dg" -> after != '.';
            default -> false;
        };
    }

    private static void look(Text text, int start, int end, Sink sink) {
        char before = text.seenBefore(start);
        char after = Text.of(text.at(end));
        boolean digit = Chars.isDigit(Text.of(text.at(end + 1)));
        boolean decimal = digit && (after == '.' || after == ':');
        if (before == '/' && !decimal) {
            int plot = HouseNumber.beforeSlash(text, start);
            if (plot >= 0 && HouseNumber.mayFollow(after)) {
                byNumber(text, plot, start, end, sink);
            }
            return;
        }
        if (decimal || !HouseNumber.isFree(before)) {
            return;
        }
        Word word = HouseNumber.wordBefore(text, start);
        if (!HouseNumber.mayFollow(after)) {
            int door = after == '/' && digit && word != null ? HouseNumber.withDoor(text, end) : -1;
            if (door > 0) {
                before(text, start, door, word, sink);
            }
            return;
        }
        if (word != null && (flat(text, word, sink) || PostBox.box(text, word, end, sink))) {
            return;
        }
        int size = end - start;
        int military = word == null || size != 5 ? -1 : PostBox.military(text, word);
        if (military >= 0) {
            sink.found(military, end, Confidence.DISTINCT_PATTERN, Reason.PATTERN);
            return;
        }
        if (size >= 4 && word != null && PostBox.isPostcode(text, start, word)) {
            sink.found(start, end, Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
            return;
        }
        if (digit && after == ',') {
            // A decimal, but for 16,1 C after a street: the door follows the number.
            before(text, start, end, word, sink);
        } else if (size <= 5) {
            street(text, start, end, word, sink);
        }
    }

    private static void street(Text text, int start, int end, @Nullable Word word, Sink sink) {
        if (before(text, start, end, word, sink) || HouseNumber.isYear(text, start, end)) {
            return;
        }
        byNumber(text, start, start, end, sink);
    }

    /** A street after its number. */
    private static void byNumber(Text text, int start, int house, int end, Sink sink) {
        Word word = HouseNumber.wordBefore(text, start);
        int last = StreetReader.after(text, end, false);
        if (last > 0) {
            int tail = AddressTail.end(text, HouseNumber.numberAfter(text, last));
            report(text, start, tail, Confidence.RARE_PATTERN, sink);
            return;
        }
        last = mayBeLoose(text, end, word) ? StreetReader.after(text, end, true) : -1;
        if (last < 0) {
            return;
        }
        int tail = AddressTail.end(text, HouseNumber.numberAfter(text, last));
        boolean flat = afterFlat(text, house);
        boolean shaped = tail > last || flat || Text.of(text.at(last)) == ',';
        boolean posted =
                AddressTail.endsWithPostcode(text, last, tail) && StreetReader.isCapital(text, end);
        if (posted
                || LooseStreet.leadsToNumber(text, start)
                || ((shaped || StreetReader.hasStreetWord(text, end, last))
                        && (flat || isNamed(text, start)))) {
            report(text, start, tail, Confidence.PATTERN_IN_CONTEXT, sink);
        }
    }

    /** A street that stands before its number; whether there is one. */
    private static boolean before(Text text, int start, int end, @Nullable Word word, Sink sink) {
        Street street = word == null ? null : StreetReader.before(text, start);
        if (street == null) {
            return word != null && loose(text, start, end, sink);
        }
        int begin = HouseNumber.numberBefore(text, street.start());
        int tail = AddressTail.end(text, end);
        if (tail > end || !HouseNumber.isYear(text, start, end)) {
            report(text, begin, tail, Confidence.DISTINCT_PATTERN, sink);
        }
        return true;
    }

    /** A street that only what stands around it makes one. */
    private static boolean loose(Text text, int start, int end, Sink sink) {
        if (HouseNumber.isYear(text, start, end) || end - start > MOST_OF_HOUSE) {
            return false;
        }
        Street street = LooseStreet.before(text, start, end);
        if (street == null) {
            return false;
        }
        int city = AddressTail.postcodeAndCity(text, end);
        int tail = city > 0 ? city : AddressTail.end(text, end);
        report(text, street.start(), tail, Confidence.PATTERN_IN_CONTEXT, sink);
        return true;
    }

    /** Most numbers in prose stand before a word in lower case: not worth reading on. */
    private static boolean mayBeLoose(Text text, int end, @Nullable Word word) {
        char c = Text.of(text.at(end + 1));
        return Chars.isUpper(c)
                || c == ' '
                || (word != null && BEFORE_LOWER_CASE.contains(word.plain()));
    }

    private static boolean isNamed(Text text, int start) {
        return ADDRESS.before(text, start, 40) && !NO_ADDRESS.before(text, start, 40);
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
        Word before = HouseNumber.wordBefore(text, word.start());
        String plain = before == null ? "" : before.plain();
        return plain.equals("office") || plain.equals("test") || plain.equals("creative");
    }

    /** Suite 992 67 Rua: the number of a flat stands before. */
    private static boolean afterFlat(Text text, int start) {
        int number = HouseNumber.numberBefore(text, start);
        Word word = number < start ? HouseNumber.wordBefore(text, number) : null;
        return word != null && word.capital() && AddressTail.FLATS.contains(word.plain());
    }
}
