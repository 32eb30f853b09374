package dev.avow.detector.terms;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Confidence;

/** What references to law have in common. */
final class LegalReference {

    /** Statutes, articles and case numbers. */
    static final FindingType TYPE = new FindingType("legal_reference", 2);

    private LegalReference() {}

    /** Reports one whose shape little else has. */
    static void distinct(int start, int end, Sink sink) {
        sink.found(start, end, Confidence.DISTINCT_PATTERN, Reason.PATTERN);
    }

    /** Reports one that a word nearby names. */
    static void named(int start, int end, Sink sink) {
        sink.found(start, end, Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
    }
}
