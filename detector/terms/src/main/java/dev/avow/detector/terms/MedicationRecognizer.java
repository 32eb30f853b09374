package dev.avow.detector.terms;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * Names of medicines by their active substance.
 *
 * <p>Specification: {@link MedicationNames}. Whole words in any case.
 *
 * <p>Legal basis: what somebody takes is data concerning health, GDPR Articles 4(15) and 9.
 *
 * <p>Example: {@code metformin}.
 */
final class MedicationRecognizer implements Recognizer.OfWords {

    private static final FindingType TYPE = new FindingType("medication", 2);

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Set<String> words() {
        return MedicationNames.all();
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        sink.found(start, end, Confidence.DISTINCT_PATTERN, Reason.PATTERN);
    }
}
