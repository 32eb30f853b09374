package dev.avow.detector.terms;

import java.util.Set;

/** Words that names of laws are made of, in English, French, German and Spanish. */
final class LawWords {

    /** What stands between an article and its law, and between the words of a name. */
    static final Set<String> LINKS =
            words(
                    """
                    of the to and for on du de la le l des d et del el der dem und y do da della
                    """);

    /** What a law is called, with a capital; folded, without accents. */
    static final Set<String> NOUNS =
            words(
                    """
                    act code regulation regulations directive convention constitution charter
                    treaty statute ordinance loi reglement traite charte ley codigo reglamento
                    constitucion tratado gesetz gesetzes gesetzbuch gesetzbuches grundgesetz
                    grundgesetzes verordnung richtlinie strafgesetzbuch decret ordonnance codice
                    legge lei
                    """);

    /** Those that are a law with a small letter too. */
    static final Set<String> SMALL_NOUNS = words("loi ley decret ordonnance legge lei");

    /** What a name may end with after its noun. */
    static final Set<String> AFTER_NOUN =
            words("civil penal general civile penale monetaire rural electoral espanola federal");

    /** What joins a noun to what it is about: {@code du travail}. */
    static final Set<String> ABOUT = words("du de la des d l del");

    /** French codes by their abbreviation after {@code C.} */
    static final Set<String> FRENCH_CODES = words("civ pen trav com proc");

    /**
     * Abbreviations that are laws after "article" and "section" in any text. Those that mean
     * something else too (CSP, DSA, OR) count only where {@link Laws} is told so.
     */
    static final Set<String> KNOWN =
            words(
                    """
                    GDPR RGPD DSGVO GVO LOPDGDD BDSG BGB StGB GG ZPO StPO HGB SGB EStG UStG UWG
                    UrhG TMG TTDSG TDDDG GWB AktG GmbHG InsO VwGO VwVfG BetrVG KSchG AGG ABGB ZGB
                    TFEU TEU AEUV EUV TFUE TUE ECHR EMRK CEDH EUDPR UCC CCPA CPRA HIPAA FERPA COPPA
                    PECR FRCP ERISA FLSA FOIA DMCA CFAA LGPD PIPEDA PDPA POPIA StVO AufenthG AsylG
                    """);

    private LawWords() {}

    private static Set<String> words(String words) {
        return Set.of(words.strip().split("\\s+", -1));
    }
}
