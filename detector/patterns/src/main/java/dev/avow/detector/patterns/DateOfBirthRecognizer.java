package dev.avow.detector.patterns;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.HashSet;
import java.util.Set;

/**
 * Dates of birth: a whole date ({@link Dates}) near a word that speaks of birth.
 *
 * <p>The date may stand up to {@link #REACH} characters after the word (a place may be named
 * between), or, where the word is the name of the field, shortly before it. A date of the years
 * 1900 to 2035; a date without such a word is none.
 *
 * <p>Legal basis: personal data (GDPR Article 4(1)); an identifier under HIPAA, 45 CFR
 * 164.514(b)(2)(i)(C).
 *
 * <p>Fictitious example: {@code born on 29 February 1980}.
 */
final class DateOfBirthRecognizer implements Recognizer.OfWords {

    private static final FindingType TYPE = new FindingType("date_of_birth", 2);
    private static final int REACH = 56;
    private static final int REACH_BACK = 24;

    /** Names of the field. */
    private static final Set<String> FIELDS =
            Set.of(
                    "dob",
                    "birth",
                    "birthdate",
                    "dateofbirth",
                    "birthday",
                    "bday",
                    "ddn",
                    "naissance",
                    "datenaissance",
                    "geburtsdatum",
                    "geburtstag",
                    "gebdatum",
                    "geboortedatum",
                    "nacimiento",
                    "nascita",
                    "nascimento",
                    "fodselsdato",
                    "birthdt",
                    "patientbirthdate",
                    "birthdates",
                    "dateofbirthday",
                    "borndate",
                    "bornon",
                    "geburt",
                    "gebdat",
                    "geburtsdat",
                    "nac",
                    "fecnac",
                    "fnac",
                    "fechanacimiento",
                    "datanascimento",
                    "datadinascita",
                    "urodzenia",
                    "urodzin",
                    "narozeni",
                    "narodenia",
                    "rojstva",
                    "rodenja",
                    "nasterii",
                    "szuletesi",
                    "syntymaaika",
                    "syntymapaiva",
                    "fodelsedatum",
                    "fodelsedag",
                    "fodselsdag",
                    "sunniaeg",
                    "dogum",
                    "gimimo");

    /** What is said of a person. */
    private static final Set<String> VERBS =
            Set.of(
                    "born",
                    "ne",
                    "nee",
                    "geboren",
                    "geb",
                    "nacido",
                    "nacida",
                    "nacio",
                    "naci",
                    "nato",
                    "nata",
                    "nascido",
                    "nascida",
                    "naceu",
                    "nasceu",
                    "nasci",
                    "fodd",
                    "fodt",
                    "ur",
                    "urodzony",
                    "urodzona",
                    "urodzil",
                    "urodzila",
                    "urodzilem",
                    "urodzilam",
                    "narozen",
                    "narozena",
                    "nar",
                    "narodeny",
                    "narodena",
                    "roden",
                    "rodena",
                    "rojen",
                    "rojena",
                    "nascut",
                    "nascuta",
                    "szuletett",
                    "szulettem",
                    "syntynyt",
                    "dogumlu",
                    "dogdum");

    /** German, Dutch and Nordic verbs, which end the sentence: am 29.2.1980 in Kiel geboren. */
    private static final Set<String> LAST_IN_SENTENCE = Set.of("geboren", "fodt", "fodd");

    private final Set<String> words;

    DateOfBirthRecognizer() {
        Set<String> all = new HashSet<>(FIELDS);
        all.addAll(VERBS);
        all.add("b");
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
        if (!speaksOfBirth(text, start, end, word)) {
            return;
        }
        int limit = Math.min(text.length(), end + REACH);
        int p = end;
        boolean inWord = false;
        boolean words = false;
        while (p < limit) {
            int unit = text.at(p);
            char c = Text.of(unit);
            boolean letter = Chars.isLatin(c) || Chars.isDigit(c);
            if (letter && !inWord) {
                int date = Dates.read(text, p);
                if (date > 0) {
                    report(p, date, sink);
                    return;
                }
            }
            inWord = letter;
            words |= letter;
            // A date on the next line belongs to the field on the next line.
            if ((c == '\n' && words) || (p > end && endsSentence(text, c, p, unit))) {
                break;
            }
            p += Math.max(1, Text.size(unit));
        }
        if (FIELDS.contains(word)) {
            before(text, start, REACH_BACK, sink);
        } else if (LAST_IN_SENTENCE.contains(word)) {
            before(text, start, REACH, sink);
        }
    }

    private static void before(Text text, int start, int reach, Sink sink) {
        for (int p = Math.max(0, start - reach); p < start; p++) {
            char c = Text.of(text.at(p));
            char ahead = text.seenBefore(p);
            boolean letter = Chars.isLatin(c) || Chars.isDigit(c);
            if (letter && !Chars.isLatin(ahead) && !Chars.isDigit(ahead) && ahead != '/') {
                int date = Dates.read(text, p);
                if (date > 0 && date <= start) {
                    report(p, date, sink);
                    return;
                }
            }
        }
    }

    private static void report(int start, int end, Sink sink) {
        sink.found(start, end, Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
    }

    /** A full stop with a blank after a word of some length; abbreviations do not end one. */
    private static boolean endsSentence(Text text, char c, int place, int unit) {
        if (c == '!' || c == '?') {
            return true;
        }
        if (c != '.' || Text.of(text.at(place + Text.size(unit))) != ' ') {
            return false;
        }
        char last = text.seenBefore(place);
        char secondLast = text.seenBefore(place - 1);
        char thirdLast = text.seenBefore(place - 2);
        return last >= 'a' && secondLast >= 'a' && thirdLast >= 'a' && Chars.isLatin(last);
    }

    private static boolean speaksOfBirth(Text text, int start, int end, String word) {
        return switch (word) {
            // Not the French negation: with its accent, or before "le".
            case "ne", "nee" -> hasAccent(text, start, end) || followedBy(text, end, "le");
            case "nato", "nata" -> Text.of(text.at(start)) != 'N' || !isUpper(text, end);
            case "born" -> !followedBy(text, end, "to");
            case "b" -> isInitial(text, start);
            case "ur", "nar" -> Text.of(text.at(end)) == '.';
            default -> true;
        };
    }

    /** The last letter of D.O.B. */
    private static boolean isInitial(Text text, int b) {
        char o = text.seenBefore(b - 1);
        char d = text.seenBefore(b - 3);
        boolean parted = text.seenBefore(b) == '.' && text.seenBefore(b - 2) == '.';
        return parted
                && (o | 0x20) == 'o'
                && (d | 0x20) == 'd'
                && !Chars.isLatin(text.seenBefore(b - 4));
    }

    private static boolean hasAccent(Text text, int start, int end) {
        for (int p = start; p < end; p++) {
            if (Text.of(text.at(p)) >= 0x80) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUpper(Text text, int end) {
        char c = text.seenBefore(end);
        return c >= 'A' && c <= 'Z';
    }

    private static boolean followedBy(Text text, int end, String word) {
        Cursor cursor = new Cursor(text, end, 12);
        for (int i = 0; i < 3 && !Chars.isLatin(cursor.peek()); i++) {
            if (cursor.peek() == Text.EDGE) {
                return false;
            }
            cursor.next();
        }
        return cursor.word(10).equals(word);
    }
}
