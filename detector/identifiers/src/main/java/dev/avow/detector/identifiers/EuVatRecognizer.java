package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;

/**
 * VAT identification numbers of the member states of the European Union, country and number written
 * together.
 *
 * <p>Specification: {@link EuVatRules}: two letters of the country, the number with its check. In
 * capitals it may stand alone, otherwise a word must name it. A French one holds a SIREN, which is
 * then part of it. For those with a blank after the country see {@link EuVatApartRecognizer}.
 *
 * <p>Legal basis: of a sole trader it identifies a natural person (GDPR Article 4(1)).
 *
 * <p>Fictitious examples: {@code DE136695976}, {@code ATU13585627}, {@code NL004495445B01}.
 */
final class EuVatRecognizer implements Recognizer.OfTokens {

    static final FindingType TYPE = new FindingType("eu_vat", 2);
    private static final int SHORTEST = 5;
    private static final int LONGEST = 14;

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int shortest() {
        return SHORTEST;
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        EuVatReport.look(text, start, false, sink);
    }
}
