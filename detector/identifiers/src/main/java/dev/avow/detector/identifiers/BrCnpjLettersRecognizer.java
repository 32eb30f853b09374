package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Shape;

/**
 * Brazilian CNPJ with letters, as given since July 2026.
 *
 * <p>Specification: Receita Federal, Instrução Normativa RFB 2229/2024: eight letters or digits of
 * the business, four of the branch, and two check digits modulo eleven in which a letter counts as
 * its ASCII code less 48. Found by its slash in 12.ABC.345/01DE-35; written together by {@link
 * BrCnpjTogetherRecognizer}.
 *
 * <p>Legal basis: of a sole trader it identifies a natural person (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code 12.ABC.345/01DE-35}.
 */
final class BrCnpjLettersRecognizer implements Recognizer.OfSigns {

    private static final FindingType TYPE = new FindingType("br_cnpj", 2);
    private static final Shape SHAPE = Shape.of("XX-XXX-XXX-XXXX-99");
    private static final int BEFORE_SLASH = 10;
    private static final int AFTER_SLASH = 8;
    private static final ContextWords WORDS = ContextWords.of("cnpj", "cnpjs");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public String signs() {
        return "/";
    }

    @Override
    public void sign(Text text, int start, int end, Sink sink) {
        int from = start - BEFORE_SLASH;
        if (from < 0
                || end + AFTER_SLASH - 1 > text.length()
                || text.raw(start - 4) != '.'
                || text.raw(start - 8) != '.'
                || text.raw(end + 4) != '-') {
            return;
        }
        Code code = SHAPE.read(text, from);
        if (code != null && hasLetter(code) && fits(code)) {
            boolean named = WORDS.near(text, code.start(), code.end());
            double confidence = named ? Confidence.CHECKSUM_IN_CONTEXT : Confidence.CHECKSUM;
            sink.found(code.start(), code.end(), confidence, Reason.CHECKSUM);
        }
    }

    /** Whether both check digits are right. */
    static boolean fits(Code code) {
        int[] values = new int[code.value().length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = code.value().charAt(i) - '0';
        }
        return BrCheck.fits(values, 12, 9);
    }

    private static boolean hasLetter(Code code) {
        return code.value().chars().anyMatch(c -> c > '9');
    }
}
