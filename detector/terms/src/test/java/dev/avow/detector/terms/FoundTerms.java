package dev.avow.detector.terms;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.testing.Findings;

/** What the terms find in a text, in words that a table can hold. */
final class FoundTerms {

    static final Detector DETECTOR = Detectors.of(Terms.tier2());
    static final Budget AMPLE = Findings.AMPLE;

    private FoundTerms() {}

    /** Each finding as {@code type:value}, joined by {@code | }; complete coverage is asserted. */
    static String in(String text) {
        return Findings.in(DETECTOR, text);
    }
}
