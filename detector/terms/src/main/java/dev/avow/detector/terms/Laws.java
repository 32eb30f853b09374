package dev.avow.detector.terms;

import dev.avow.detector.engine.Chars;
import java.util.Set;

/** Names of laws, as they follow an article or section. */
final class Laws {

    private static final int MOST_WORDS = 8;

    private static final Set<String> LINKS =
            Set.of(
                    "of", "the", "du", "de", "la", "le", "l", "des", "del", "der", "dem", "el",
                    "to", "and", "et", "for", "on", "dello", "della", "do", "da", "d");

    /** Names and nouns of laws; folded, without accents. */
    private static final Set<String> NOUNS =
            Set.of(
                    "act",
                    "code",
                    "regulation",
                    "regulations",
                    "directive",
                    "convention",
                    "constitution",
                    "charter",
                    "treaty",
                    "statute",
                    "ordinance",
                    "protocol",
                    "loi",
                    "reglement",
                    "traite",
                    "charte",
                    "ley",
                    "codigo",
                    "reglamento",
                    "constitucion",
                    "tratado",
                    "gesetz",
                    "gesetzes",
                    "gesetzbuch",
                    "gesetzbuches",
                    "grundgesetz",
                    "grundgesetzes",
                    "verordnung",
                    "richtlinie",
                    "vertrag",
                    "strafgesetzbuch",
                    "decret",
                    "ordonnance",
                    "codice",
                    "legge",
                    "lei");

    private static final Set<String> AFTER_NOUN =
            Set.of(
                    "civil",
                    "penal",
                    "general",
                    "civile",
                    "penale",
                    "monetaire",
                    "rural",
                    "electoral",
                    "forestier",
                    "espanola",
                    "organica",
                    "federal");

    /** Abbreviations that are laws wherever they stand. */
    private static final Set<String> KNOWN =
            Set.of(
                    "GDPR",
                    "RGPD",
                    "DSGVO",
                    "GVO",
                    "LOPDGDD",
                    "BDSG",
                    "BGB",
                    "StGB",
                    "GG",
                    "ZPO",
                    "StPO",
                    "HGB",
                    "SGB",
                    "AO",
                    "EStG",
                    "UStG",
                    "UWG",
                    "UrhG",
                    "TMG",
                    "TTDSG",
                    "TDDDG",
                    "GWB",
                    "AktG",
                    "GmbHG",
                    "InsO",
                    "VwGO",
                    "VwVfG",
                    "BetrVG",
                    "KSchG",
                    "AGG",
                    "ABGB",
                    "OR",
                    "ZGB",
                    "TFEU",
                    "TEU",
                    "AEUV",
                    "EUV",
                    "TFUE",
                    "TUE",
                    "ECHR",
                    "EMRK",
                    "CEDH",
                    "EUDPR",
                    "UCC",
                    "CCPA",
                    "CPRA",
                    "HIPAA",
                    "FERPA",
                    "COPPA",
                    "DPA",
                    "PECR",
                    "FRCP",
                    "FRE",
                    "ERISA",
                    "FLSA",
                    "FOIA",
                    "IRC",
                    "DMCA",
                    "CFAA",
                    "DSA",
                    "DMA",
                    "LGPD",
                    "PIPEDA",
                    "PDPA",
                    "POPIA",
                    "CPC",
                    "CPP",
                    "CGI",
                    "CPI",
                    "CSP",
                    "LIL",
                    "BV",
                    "DSG",
                    "StVO",
                    "AufenthG",
                    "AsylG");

    /** Abbreviations without two capitals, or written with a small letter first. */
    private static final Set<String> SHORT = Set.of("civ", "pen", "trav", "com", "proc");

    private Laws() {}

    /**
     * Reads the name of a law: an abbreviation with two capitals, or words that hold one for a law
     * ("Act", "Code"), with the year after it.
     *
     * @param any whether any such abbreviation is a law here, known or not
     * @return whether one comes; where it does not, the window may have been read
     */
    static boolean named(Window window, boolean any) {
        window.sign(',');
        if (!window.blanks()) {
            return false;
        }
        boolean linked = false;
        for (int i = 0; i < MOST_WORDS; i++) {
            String word = window.word();
            if (word.isEmpty()) {
                return false;
            }
            String plain = plain(word);
            if (word.equals("DS") && window.sign('-')) {
                word = window.word();
            }
            boolean law = KNOWN.contains(word) || (any && i == 0 && isAbbreviation(word));
            if (law && (i == 0 || linked)) {
                tail(window, true);
                return true;
            }
            if (NOUNS.contains(plain) && (i > 0 || Character.isUpperCase(word.charAt(0)))) {
                tail(window, false);
                return true;
            }
            boolean link = LINKS.contains(plain);
            boolean code = i == 0 && plain.equals("c") && window.sign('.');
            if (code) {
                window.blanks();
                return SHORT.contains(plain(window.word()));
            }
            if (i == 0 && !link) {
                return isTitle(word) && next(window) && NOUNS.contains(plain(window.word()));
            }
            linked = link;
            if (!next(window)) {
                return false;
            }
        }
        return false;
    }

    /** What stands between two words of a name. */
    private static boolean next(Window window) {
        return window.sign('\'') || window.sign('\u2019') || window.sign('-') || window.blanks();
    }

    /** Reads what belongs to the name after its noun: {@code du travail}, {@code civil}, a year. */
    private static void tail(Window window, boolean abbreviation) {
        int end = window.place();
        for (int i = 0; i < 4 && next(window); i++) {
            if (window.digits(4, 4)) {
                if (window.sign('/')) {
                    window.digits(1, 5);
                }
                end = window.place();
                break;
            }
            if (abbreviation) {
                break;
            }
            String plain = plain(window.word());
            if (AFTER_NOUN.contains(plain)) {
                end = window.place();
            } else if (i > 0 && !plain.isEmpty() && !LINKS.contains(plain)) {
                end = window.place();
                break;
            } else if (!Set.of("du", "de", "la", "des", "d", "l", "del").contains(plain)) {
                break;
            }
        }
        window.go(end);
    }

    /** Two capitals or more, such as GDPR, StGB, TFEU; not a Roman numeral. */
    private static boolean isAbbreviation(String word) {
        int capitals = 0;
        boolean roman = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            capitals += Character.isUpperCase(c) ? 1 : 0;
            roman &= "IVX".indexOf(c) >= 0;
        }
        return capitals >= 2 && word.length() <= 9 && !roman;
    }

    private static boolean isTitle(String word) {
        return Character.isUpperCase(word.charAt(0));
    }

    private static String plain(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            plain.append(Chars.plain(word.charAt(i)));
        }
        return plain.toString();
    }
}
