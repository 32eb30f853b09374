package dev.avow.detector.patterns;

import java.util.List;
import java.util.Set;

/** What streets are called, in plain letters: the words, and the ends of compound names. */
final class StreetWords {

    /** Words that end an English street's name. */
    private static final Set<String> LAST =
            Set.of(
                    "street",
                    "st",
                    "str",
                    "avenue",
                    "ave",
                    "av",
                    "road",
                    "rd",
                    "lane",
                    "ln",
                    "drive",
                    "dr",
                    "boulevard",
                    "blvd",
                    "court",
                    "ct",
                    "crescent",
                    "cres",
                    "close",
                    "terrace",
                    "parkway",
                    "pkwy",
                    "highway",
                    "hwy",
                    "way",
                    "place",
                    "pl",
                    "square",
                    "sq",
                    "trail",
                    "circle",
                    "cir",
                    "alley",
                    "mews",
                    "grove",
                    "gardens",
                    "row",
                    "turnpike",
                    "walk",
                    "esplanade",
                    "parade",
                    "loop",
                    "plaza",
                    "expressway");

    /** Words that no sentence has after a number and a name, in lower case either. */
    static final Set<String> SURE =
            Set.of("street", "avenue", "road", "lane", "boulevard", "drive", "rd", "ave", "blvd");

    /** Words that begin a street's name. */
    private static final Set<String> FIRST =
            Set.of(
                    "rue",
                    "avenue",
                    "av",
                    "boulevard",
                    "bd",
                    "chemin",
                    "allee",
                    "allees",
                    "impasse",
                    "quai",
                    "cours",
                    "route",
                    "place",
                    "square",
                    "passage",
                    "ruelle",
                    "sentier",
                    "faubourg",
                    "chaussee",
                    "calle",
                    "avenida",
                    "avda",
                    "paseo",
                    "plaza",
                    "carrer",
                    "carretera",
                    "ronda",
                    "travesia",
                    "camino",
                    "glorieta",
                    "via",
                    "viale",
                    "piazza",
                    "piazzale",
                    "corso",
                    "largo",
                    "vicolo",
                    "strada",
                    "rua",
                    "praca",
                    "travessa",
                    "alameda",
                    "estrada",
                    "ul",
                    "ulica",
                    "aleja",
                    "plac",
                    "piata",
                    "strasse");

    /** Words that end a street's name and have its number after them. */
    private static final Set<String> LAST_BEFORE_NUMBER =
            Set.of(
                    "utca",
                    "ut",
                    "gasse",
                    "damm",
                    "ufer",
                    "gracht",
                    "kade",
                    "ter",
                    "utja",
                    "str",
                    "strasse",
                    "strase",
                    "straat",
                    "weg",
                    "allee",
                    "laan",
                    "baan",
                    "gatan",
                    "gata",
                    "vag",
                    "vei",
                    "cesta",
                    "trg",
                    "tn",
                    "mnt",
                    "steenweg",
                    "dreef");

    private static final List<String> ENDS =
            List.of(
                    "strase",
                    "strasse",
                    "straat",
                    "gasse",
                    "weg",
                    "wege",
                    "allee",
                    "platz",
                    "damm",
                    "ufer",
                    "chaussee",
                    "steig",
                    "plein",
                    "laan",
                    "gracht",
                    "kade",
                    "dijk",
                    "steeg",
                    "singel",
                    "lei",
                    "baan",
                    "dreef",
                    "vej",
                    "gade",
                    "bakken",
                    "gatan",
                    "gata",
                    "vagen",
                    "veien",
                    "vegen",
                    "vei",
                    "veg",
                    "gate",
                    "haugen",
                    "kuja",
                    "katu",
                    "ntie",
                    "polku",
                    "brucke",
                    "lande",
                    "utca",
                    "kroken",
                    "svingen",
                    "torget",
                    "gutan",
                    "stien",
                    "grand");

    /** Compounds with such an end that are no streets, and words that only look so. */
    private static final Set<String> NO_STREETS =
            Set.of(
                    "bundesstrase",
                    "bundesstrasse",
                    "landesstrase",
                    "landstrase",
                    "kreisstrase",
                    "arbeitsplatz",
                    "parkplatz",
                    "sitzplatz",
                    "stellplatz",
                    "spielplatz",
                    "startplatz",
                    "brigade",
                    "renegade",
                    "facade",
                    "decade",
                    "cascade",
                    "upgrade",
                    "propagate",
                    "delegate",
                    "aggregate",
                    "investigate",
                    "navigate",
                    "mitigate",
                    "colgate",
                    "bahnhof",
                    "ipad",
                    "notepad",
                    "launchpad",
                    "keypad",
                    "touchpad",
                    "weltmarkt",
                    "supermarkt",
                    "arbeitsmarkt",
                    "brokerage",
                    "frigate",
                    "watergate",
                    "halle",
                    "tabelle",
                    "grand",
                    "norweg",
                    "laptop");

    private static final Set<String> MAY_BE_LOWER =
            Set.of(
                    "calle",
                    "avenida",
                    "avda",
                    "av",
                    "paseo",
                    "carrer",
                    "rua",
                    "rue",
                    "c",
                    "boulevard",
                    "viale",
                    "piazza",
                    "ulica",
                    "ul",
                    "ronda",
                    "travesia");

    private static final Set<String> NUMBER_SIGNS =
            Set.of("n", "no", "nº", "n°", "num", "numero", "nr", "s");

    /** Words that begin a street's name and are little else, so that lower case may follow. */
    static final Set<String> SURELY_FIRST = Set.of("rue", "boulevard", "impasse", "chemin");

    static final Set<String> PARTICLES =
            Set.of(
                    "de", "la", "le", "les", "du", "des", "del", "der", "den", "die", "das", "da",
                    "do", "dos", "di", "della", "delle", "dei", "degli", "van", "von", "vom", "zum",
                    "zur", "am", "an", "in", "of", "the", "el", "los", "las", "et", "y", "e", "sur",
                    "sous", "aux", "au", "l", "d", "ter", "ten", "het", "op", "i");

    private StreetWords() {}

    static boolean isLast(Word word) {
        return LAST.contains(word.plain());
    }

    /** Whether it parts a number from its street: 12 bis rue. */
    static boolean isBis(Word word) {
        return word.plain().equals("bis") || word.plain().equals("ter");
    }

    static boolean isFirst(Word word) {
        return FIRST.contains(word.plain());
    }

    /** Whether a street's number may stand after this word. */
    static boolean endsStreet(Word word) {
        String plain = word.plain();
        if (!word.capital() || plain.length() < 7 || NO_STREETS.contains(plain)) {
            return false;
        }
        for (String end : ENDS) {
            if (plain.endsWith(end) && plain.length() > end.length() + 2) {
                return true;
            }
        }
        return plain.endsWith("str") && plain.length() > 5;
    }

    static Set<String> first() {
        return FIRST;
    }

    /** Whether a street's name in lower case may follow: the word is not one of prose. */
    static boolean mayBeLower(Word word) {
        return MAY_BE_LOWER.contains(word.plain());
    }

    /** Nº, núm, and the s of s/n. */
    static boolean isNumberSign(Word word) {
        return NUMBER_SIGNS.contains(word.plain());
    }

    static boolean isLastBeforeNumber(Word word) {
        return LAST_BEFORE_NUMBER.contains(word.plain());
    }

    static boolean isParticle(Word word) {
        String plain = word.plain();
        return PARTICLES.contains(plain) || plain.startsWith("d-") || plain.startsWith("l-");
    }
}
