package dev.avow.detector.patterns;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Registration plates of vehicles.
 *
 * <p>Specification: France, arrêté of 9 February 2009 (SIV: {@code AA-123-AA} without I, O, U, not
 * SS or WW); Germany, FZV § 9 with annex 1; United Kingdom, DVLA INF104 ({@code AB12 CDE}); Italy,
 * {@code AB 123 CD}; Spain, RD 2822/1998 ({@code 1234 BCD} without vowels, Ñ and Q); Netherlands,
 * the side codes of six. Only the French form with dashes stands alone; everything else needs a
 * word for it before.
 *
 * <p>Legal basis: identifies a vehicle's keeper (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code AB-123-CD}.
 */
final class LicencePlateRecognizers {

    private static final FindingType TYPE = new FindingType("licence_plate", 2);
    private static final String NOT_IN_SIV = "IOU";
    private static final String NOT_IN_SPAIN = "AEIOUQ";

    private LicencePlateRecognizers() {}

    private static boolean isSiv(Code code) {
        String value = code.value();
        String first = value.substring(0, 2);
        String letters = first + value.substring(value.length() - 2);
        return !first.equals("SS")
                && !first.equals("WW")
                && !code.value().substring(2, 5).equals("000")
                && letters.chars().noneMatch(c -> NOT_IN_SIV.indexOf(c) >= 0);
    }

    /** France, alone. */
    static final class French implements Recognizer.OfLettersThenDigits {

        private static final Shape SIV = Shape.of("AA-999-AA");
        private static final ContextWords OTHER =
                ContextWords.of(
                        "order",
                        "ref",
                        "reference",
                        "part",
                        "model",
                        "sku",
                        "article",
                        "commande",
                        "ticket",
                        "item",
                        "product",
                        "serial",
                        "code",
                        "version",
                        "bestellung",
                        "invoice",
                        "facture",
                        "flight",
                        "key",
                        "id",
                        "coupon",
                        "case");

        @Override
        public FindingType type() {
            return TYPE;
        }

        @Override
        public void lettersThenDigits(Text text, int start, Sink sink) {
            Code code = SIV.read(text, start);
            if (code == null || !isSiv(code) || !isPrinted(text, code)) {
                return;
            }
            if (!OTHER.near(text, start, code.end())) {
                sink.found(start, code.end(), Confidence.RARE_PATTERN, Reason.PATTERN);
            }
        }

        /** In capitals with both dashes, as the plate has it. */
        private static boolean isPrinted(Text text, Code code) {
            int dashes = 0;
            for (int p = code.start(); p < code.end(); p += Math.max(1, Text.size(text.at(p)))) {
                char c = Text.of(text.at(p));
                if (Chars.isAsciiLetter(c) && c >= 'a') {
                    return false;
                }
                dashes += c == '-' ? 1 : 0;
            }
            return dashes == 2;
        }
    }

    /** After a word for it. */
    static final class Named implements Recognizer.OfWords {

        private static final int REACH = 40;
        private static final int FURTHEST_DIGIT = 8;

        private static final Set<String> WORDS =
                Set.of(
                        "plate",
                        "plates",
                        "registration",
                        "reg",
                        "immatriculation",
                        "immatricule",
                        "immatriculee",
                        "plaque",
                        "kennzeichen",
                        "nummernschild",
                        "matricula",
                        "targa",
                        "targato",
                        "kenteken",
                        "vrm",
                        "placa",
                        "placas",
                        "regnr",
                        "registreringsnummer",
                        "registreringsskylt",
                        "nummerplade",
                        "nummerplaat",
                        "kfz",
                        "rejestracyjny",
                        "rejestracyjna",
                        "rejestracyjne",
                        "rekisterinumero",
                        "rekisterikilpi",
                        "rendszam",
                        "spz",
                        "inmatriculare",
                        "plaka",
                        "licenseplate",
                        "numberplate",
                        "licenceplate");

        private static final List<Shape> SHAPES =
                List.of(
                        Shape.of("AA-999-AA"), // France, Italy
                        Shape.of("AA99-AAA"), // United Kingdom since 2001
                        Shape.of("A999-AAA"), // United Kingdom, 1983 to 2001
                        Shape.of("A99-AAA"),
                        Shape.of("9999-AAA"), // Spain
                        Shape.of("A-9999-AA"), // Spain until 2000
                        Shape.of("AA-AA-99"), // Netherlands
                        Shape.of("99-AA-AA"),
                        Shape.of("99-AAA-9"),
                        Shape.of("9-AAA-99"),
                        Shape.of("99-AA-AA"),
                        Shape.of("99-99-AA"), // Portugal
                        Shape.of("99-AA-99"),
                        Shape.of("AA-99-99"),
                        Shape.of("AA-99-AA"),
                        Shape.of("AAA-99X"), // Sweden
                        Shape.of("AA-99999"), // Poland
                        Shape.of("AA-9999A"),
                        Shape.of("AAA-99999"),
                        Shape.of("AAA-9999"),
                        Shape.of("AAA-X9999"),
                        Shape.of("AAA-99A9"),
                        Shape.of("AAA-999A"),
                        Shape.of("AAA-99AA"),
                        Shape.of("AA-99A9"),
                        Shape.of("AA-999A"),
                        Shape.of("AA-9A99"),
                        Shape.of("AA-X9999"),
                        Shape.of("AAA-AA99"),
                        Shape.of("AA-999A9"),
                        Shape.of("AAA-9A9"),
                        Shape.of("999-AAA"), // States of America
                        Shape.of("9-AAA-999"),
                        Shape.of("AAA-999"),
                        Shape.of("A99-99A"),
                        Shape.of("999-AAA-99"), // France until 2009
                        Shape.of("9999-AA-99"),
                        Shape.of("AAA-9A99"), // Brazil
                        Shape.of("A-99999"),
                        Shape.of("AA-999-A"),
                        Shape.of("A-999-AA"));

        private static final List<Shape> GERMAN = german();

        @Override
        public FindingType type() {
            return TYPE;
        }

        @Override
        public Set<String> words() {
            return WORDS;
        }

        @Override
        public void word(Text text, int start, int end, String word, Sink sink) {
            int limit = Math.min(text.length(), end + REACH);
            boolean inWord = true;
            for (int p = end; p < limit; p += Math.max(1, Text.size(text.at(p)))) {
                char c = Text.of(text.at(p));
                boolean letter = Chars.isLatin(c) || Chars.isDigit(c);
                if (letter && !inWord && mayBegin(text, p)) {
                    Code code = plate(text, p);
                    if (code != null) {
                        sink.found(
                                code.start(),
                                code.end(),
                                Confidence.PATTERN_IN_CONTEXT,
                                Reason.CONTEXT);
                        return;
                    }
                }
                inWord = letter;
                if (c == '\n' || c == '!' || c == '?') {
                    return;
                }
            }
        }

        /** A capital or digit, and a digit before any small letter: not worth reading otherwise. */
        private static boolean mayBegin(Text text, int place) {
            int p = place;
            for (int i = 0; i < FURTHEST_DIGIT; i++) {
                int unit = text.at(p);
                char c = Text.of(unit);
                if (Chars.isDigit(c)) {
                    return true;
                }
                if (c == Text.EDGE || c == '\n' || (Chars.isLatin(c) && (c < 'A' || c > 'Z'))) {
                    return false;
                }
                p += Text.size(unit);
            }
            return false;
        }

        private static @Nullable Code plate(Text text, int place) {
            for (Shape shape : SHAPES) {
                Code code = shape.read(text, place);
                if (code != null && isCapital(text, code) && isPlate(code)) {
                    return code;
                }
            }
            for (Shape shape : GERMAN) {
                Code code = shape.read(text, place);
                if (code != null && isCapital(text, code)) {
                    return code;
                }
            }
            return null;
        }

        private static boolean isPlate(Code code) {
            String value = code.value();
            if (value.length() != 7 || !Character.isDigit(value.charAt(3))) {
                return true;
            }
            return !Character.isDigit(value.charAt(0))
                    || value.substring(4).chars().noneMatch(c -> NOT_IN_SPAIN.indexOf(c) >= 0);
        }

        /** The first letter is a capital: "a 12 in" is none. */
        private static boolean isCapital(Text text, Code code) {
            for (int p = code.start(); p < code.end(); p += Math.max(1, Text.size(text.at(p)))) {
                char c = Text.of(text.at(p));
                if (Chars.isAsciiLetter(c) && c >= 'a') {
                    return false;
                }
            }
            return true;
        }

        /** One to three letters, one or two, one to four digits. */
        private static List<Shape> german() {
            return IntStream.rangeClosed(1, 3)
                    .boxed()
                    .flatMap(district -> IntStream.range(0, 8).mapToObj(i -> german(district, i)))
                    .toList();
        }

        private static Shape german(int district, int rest) {
            String letters = "A".repeat(1 + rest % 2);
            String digits = "9".repeat(1 + rest / 2);
            return Shape.of("A".repeat(district) + "-" + letters + "-" + digits);
        }
    }
}
