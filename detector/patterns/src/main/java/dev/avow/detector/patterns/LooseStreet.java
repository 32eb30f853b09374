package dev.avow.detector.patterns;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import dev.avow.detector.patterns.StreetReader.Street;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Streets that no word and no end tells: {@code Úpská 77}, {@code Kraljevec 367}. They count where
 * a postcode and a city follow, or where a word for an address leads right to them.
 *
 * <p>Reads at most {@link #MOST_WORDS} words and three more before them.
 */
final class LooseStreet {

    private static final int MOST_WORDS = 5;
    private static final int MOST_LEADING = 3;
    private static final int SHORTEST = 3;

    /** Words that a number of a list, a product or a day stands after. */
    private static final Set<String> COUNTED =
            Set.of(
                    "page",
                    "seite",
                    "chapter",
                    "kapitel",
                    "figure",
                    "table",
                    "tabelle",
                    "section",
                    "part",
                    "teil",
                    "step",
                    "room",
                    "raum",
                    "zimmer",
                    "floor",
                    "level",
                    "version",
                    "windows",
                    "java",
                    "python",
                    "android",
                    "ubuntu",
                    "debian",
                    "number",
                    "nummer",
                    "line",
                    "zeile",
                    "item",
                    "no",
                    "nr",
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "januar",
                    "februar",
                    "juni",
                    "juli",
                    "oktober",
                    "dezember",
                    "port",
                    "building",
                    "block",
                    "volume",
                    "issue",
                    "error",
                    "code",
                    "group",
                    "gruppe",
                    "class",
                    "district",
                    "article",
                    "artikel",
                    "type",
                    "phase",
                    "stage",
                    "box",
                    "id");

    /** Words that lead to an address. */
    private static final Set<String> LEADING =
            Set.of(
                    "address",
                    "addresses",
                    "adresse",
                    "adressen",
                    "anschrift",
                    "lieferadresse",
                    "rechnungsadresse",
                    "direccion",
                    "domicilio",
                    "indirizzo",
                    "residenza",
                    "adres",
                    "bezorgadres",
                    "adresa",
                    "adresu",
                    "osoite",
                    "osoitteeni",
                    "adress",
                    "cim",
                    "cime",
                    "lakcim",
                    "naslov",
                    "endereco",
                    "morada",
                    "adresi",
                    "lives",
                    "live",
                    "living",
                    "resides",
                    "reside",
                    "residing",
                    "wohnt",
                    "wohne",
                    "wohnen",
                    "wohnhaft",
                    "wohnst",
                    "vive",
                    "vivo",
                    "vivimos",
                    "resido",
                    "abito",
                    "abita",
                    "abitiamo",
                    "risiedo",
                    "residente",
                    "habite",
                    "j-habite",
                    "habitons",
                    "demeure",
                    "domicilie",
                    "domiciliee",
                    "moro",
                    "mora",
                    "moramos",
                    "woon",
                    "woont",
                    "wonen",
                    "mieszkam",
                    "mieszka",
                    "zamieszkaly",
                    "zamieszkala",
                    "bydlim",
                    "bydliste",
                    "locuiesc",
                    "asun",
                    "asuu",
                    "bor",
                    "lakik",
                    "stanujem",
                    "zivim",
                    "umgezogen",
                    "verhuisd",
                    "demenage",
                    "mudamos",
                    "trasferiti",
                    "mudado",
                    "street",
                    "strasse");

    /** What may stand between such a word and the street. */
    private static final Set<String> BETWEEN =
            Set.of(
                    "is", "ist", "est", "es", "e", "to", "at", "in", "im", "an", "on", "au", "aux",
                    "a", "en", "na", "no", "nach", "naar", "op", "nel", "al", "ve", "v", "i", "pa",
                    "ul", "je", "jest", "lautet", "zur", "zum", "am");

    /** What makes an address one of another kind. */
    private static final Set<String> OTHER =
            Set.of("ip", "mac", "mail", "email", "memory", "web", "bus", "url", "start", "base");

    private LooseStreet() {}

    /**
     * The street before a house number.
     *
     * @param start of the number
     * @param end of the number
     * @return null where nothing makes it one
     */
    static @Nullable Street before(Text text, int start, int end) {
        Word last = lastWord(text, start);
        if (last == null || !last.capital() || isCounted(last)) {
            return null;
        }
        boolean followed = AddressTail.postcodeAndCity(text, end) > 0;
        Word first = last;
        Word capital = last;
        for (int i = 1; i < MOST_WORDS; i++) {
            Word previous = previous(text, first);
            if (previous == null || !(previous.capital() || isInner(previous))) {
                break;
            }
            first = previous;
            if (previous.capital() && LEADING.contains(previous.plain())) {
                return new Street(capital.start(), last.end());
            }
            capital = previous.capital() ? previous : capital;
        }
        return followed || isLed(text, capital.start())
                ? new Street(capital.start(), last.end())
                : null;
    }

    private static boolean isCounted(Word word) {
        return word.plain().length() < SHORTEST
                || COUNTED.contains(word.plain())
                || LEADING.contains(word.plain());
    }

    /** A particle within a name; the prepositions that lead to an address are none. */
    private static boolean isInner(Word word) {
        return StreetWords.isParticle(word) && !BETWEEN.contains(word.plain());
    }

    /** The word before a number, with at most a comma between. */
    private static @Nullable Word lastWord(Text text, int start) {
        int p = start;
        if (text.seenBefore(p) != ' ') {
            return null;
        }
        p -= Text.size(text.before(p));
        if (text.seenBefore(p) == ',') {
            p -= Text.size(text.before(p));
        }
        return Chars.isLatin(text.seenBefore(p)) ? Word.endingAt(text, p) : null;
    }

    private static @Nullable Word previous(Text text, Word word) {
        int p = word.start();
        if (text.seenBefore(p) != ' ') {
            return null;
        }
        p -= Text.size(text.before(p));
        if (text.seenBefore(p) == '.') {
            p -= Text.size(text.before(p));
        }
        return Word.endingAt(text, p);
    }

    /** Whether a word for an address stands right before, with little between. */
    static boolean isLed(Text text, int start) {
        int p = start;
        for (int i = 0; i < MOST_LEADING; i++) {
            p = skipSigns(text, p);
            Word word = Word.endingAt(text, p);
            if (word == null) {
                return false;
            }
            if (LEADING.contains(word.plain())) {
                if (Text.of(text.at(word.end())) == ':' && word.plain().startsWith("liv")) {
                    return false; // Live: 1781K, Free: 58624K
                }
                Word before = Word.endingAt(text, skipSigns(text, word.start()));
                return before == null || !OTHER.contains(before.plain());
            }
            if (!BETWEEN.contains(word.plain())) {
                return false;
            }
            p = word.start();
        }
        return false;
    }

    /** The same for a number that comes first, with a sign or a preposition between. */
    static boolean leadsToNumber(Text text, int start) {
        int p = start;
        if (text.seenBefore(p) == ' ') {
            p -= Text.size(text.before(p));
        }
        Word word = Chars.isLatin(text.seenBefore(p)) ? Word.endingAt(text, p) : null;
        return (word == null || BETWEEN.contains(word.plain())) && isLed(text, start);
    }

    private static int skipSigns(Text text, int place) {
        int p = place;
        for (int i = 0; i < 6 && " :\"'=\n\r-_".indexOf(text.seenBefore(p)) >= 0; i++) {
            p -= Math.max(1, Text.size(text.before(p)));
        }
        return p;
    }
}
