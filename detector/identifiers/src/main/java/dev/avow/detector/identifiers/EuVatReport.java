package dev.avow.detector.identifiers;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;

/** What both recognizers of VAT numbers share: reading by the rules of a prefix. */
final class EuVatReport {

    private static final EuNaming NAMING =
            EuNaming.of(
                    "vat",
                    "vatin",
                    "tva",
                    "ust",
                    "ustid",
                    "ustidnr",
                    "uid",
                    "umsatzsteuer",
                    "iva",
                    "partita",
                    "piva",
                    "btw",
                    "moms",
                    "momsnr",
                    "momsnummer",
                    "alv",
                    "dph",
                    "pvm",
                    "pvn",
                    "ddv",
                    "pdv",
                    "kmkr",
                    "kmk",
                    "nip",
                    "cif",
                    "nif",
                    "cui",
                    "oib",
                    "afm",
                    "φπα",
                    "ΦΠΑ",
                    "αφμ",
                    "ΑΦΜ",
                    "ддс",
                    "ДДС",
                    "tax",
                    "fiscal",
                    "fiscale",
                    "intracommunautaire");

    private EuVatReport() {}

    /**
     * Reports the VAT number that begins at a place, if one does.
     *
     * @param apart whether a blank stands after the country
     */
    static void look(Text text, int start, boolean apart, Sink sink) {
        int unit = text.at(start);
        char first = Text.of(unit);
        char second = Text.of(text.at(start + Text.size(unit)));
        if (!Chars.isAsciiLetter(first) || !Chars.isAsciiLetter(second)) {
            return;
        }
        for (EuVatRule rule : EuVatRules.of(first, second)) {
            Code code = rule.read(text, start);
            if (code != null) {
                boolean distinct = rule.alone() && (rule.strong() || !apart);
                double alone =
                        distinct && EuCodes.isUpper(text, code)
                                ? Confidence.DISTINCT_PATTERN
                                : EuNumber.NEVER;
                EuCodes.report(text, code, NAMING, alone, sink);
                return;
            }
        }
    }
}
