package dev.avow.detector.patterns;

import dev.avow.detector.validators.Parts;
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
                    "expressway",
                    "marg",
                    "nagar",
                    "chowk",
                    "salai",
                    "vihar");

    /**
     * Other suffixes of American and British streets (USPS Publication 28, appendix C1, and BS
     * 7666), which are words of prose too: they count after a word for an address.
     */
    private static final Set<String> WEAK_LAST =
            Set.of(
                    Parts.of(
                            "alleyway anex arcade bayou beach bend bluff bluffs bottom branch"
                                + " bridge brook brooks burg burgs bypass camp canyon cape causeway"
                                + " center centers cliff cliffs club common commons corner corners"
                                + " course courts cove coves creek crest crossing crossroad curve"
                                + " dale dam divide drives estate estates extension extensions fall"
                                + " falls ferry field fields flat flats ford fords forest forge"
                                + " forges fork forks fort freeway garden gateway glen glens green"
                                + " greens groves harbor harbors haven heights broadway quadrangle"
                                + " centre highway hill hills hollow inlet island islands isle"
                                + " junction junctions key keys knoll knolls lake lakes land"
                                + " landing light lights loaf lock locks lodge mall manor manors"
                                + " meadow meadows mill mills mission motorway mount mountain"
                                + " mountains neck orchard oval overpass park parks parkways pass"
                                + " passage path pike pine pines places plain plains plazas point"
                                + " points port ports prairie radial ramp ranch rapid rapids rest"
                                + " ridge ridges river roads route run shoal shoals shore shores"
                                + " skyway spring springs spur spurs squares station stravenue"
                                + " stream streets summit throughway trace track trafficway tunnel"
                                + " underpass union unions valley valleys via viaduct view views"
                                + " village villages ville vista walks wall ways well wells reach"
                                + " rise vale yard wharf quay gate drove fold ganj zila colony"
                                + " enclave sector bagh",
                            " "));

    /**
     * Words that begin the names of streets in Italian, Portuguese and Spanish and of much else:
     * they count where a postcode follows or a word for an address leads to them.
     */
    private static final Set<String> WEAK_FIRST =
            Set.of(
                    Parts.of(
                            "borgo stretto incrocio contrada rotonda canale lungarno salita rampa r"
                                + " al os osiedle cl cr tv dg vila vale vereda viela travessia"
                                + " rodovia ladeira jardim parque patio setor sitio trecho trevo"
                                + " lago lagoa lote loteamento morro nucleo condominio conjunto"
                                + " colonia chacara campo esplanada estacao fazenda feira favela"
                                + " distrito area aeroporto quadra recanto residencial viaduto"
                                + " passarela calzada retorno corredor cra kr tr pasaje privada"
                                + " cerrada prolongacion peatonal andador circuito circunvalacion"
                                + " periferico eje callejon viaducto diagonal transversal carrera"
                                + " bulevar vial acceso cuesta rambla urbanizacion poligono",
                            " "));

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
                    "intrarea",
                    "aleea",
                    "soseaua",
                    "bulevardul",
                    "splaiul",
                    "drumul",
                    "rang",
                    "montee",
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
                    "dreef",
                    "platz",
                    "ulica",
                    "nabrezje",
                    "namesti",
                    "nabrezi",
                    "trida",
                    "sokak",
                    "caddesi",
                    "bulvari",
                    "katu");

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
                    "strade",
                    "parken",
                    "torv",
                    "jordet",
                    "bakke",
                    "bulevardi",
                    "raitti",
                    "kaari",
                    "ringen",
                    "granden",
                    "stigen",
                    "utja",
                    "krenten",
                    "vanget",
                    "boulevard",
                    "-ring",
                    "-hof",
                    "-platz");

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

    /** Words that lead to a street's name in lower case too, where the name is not. */
    private static final Set<String> MAY_LEAD =
            Set.of(
                    "avenue",
                    "chemin",
                    "impasse",
                    "quai",
                    "ruelle",
                    "allee",
                    "allees",
                    "sentier",
                    "vicolo",
                    "corso",
                    "plac",
                    "aleja",
                    "praca",
                    "travessa",
                    "alameda",
                    "strada");

    private static final Set<String> GRID =
            Set.of(
                    "calle",
                    "cl",
                    "carrera",
                    "cr",
                    "cra",
                    "kr",
                    "diagonal",
                    "dg",
                    "transversal",
                    "tv",
                    "tr",
                    "avenida",
                    "av");

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

    /** Whether a word ends streets' names and much else. */
    static boolean isWeakLast(Word word) {
        return WEAK_LAST.contains(word.plain());
    }

    /** Whether a word begins streets' names and much else. */
    static boolean isWeakFirst(Word word) {
        return WEAK_FIRST.contains(word.plain());
    }

    /** Whether it leads to a street in lower case where capitalised words follow. */
    static boolean mayLead(Word word) {
        return MAY_LEAD.contains(word.plain());
    }

    /** Whether streets that only have a number begin with it. */
    static boolean isGrid(String word) {
        return GRID.contains(word);
    }

    static Set<String> weakFirst() {
        return WEAK_FIRST;
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
