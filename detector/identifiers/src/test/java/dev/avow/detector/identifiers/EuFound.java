package dev.avow.detector.identifiers;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.testing.Findings;

/** What all European recognizers together find in a text, in words that a table can hold. */
final class EuFound {

    static final Detector ALL = Detectors.of(EuropeanIdentifiers.tier2());
    static final Budget AMPLE = Findings.AMPLE;

    private EuFound() {}

    /** Each finding as {@code type:value}, joined by {@code | }; complete coverage is asserted. */
    static String in(String text) {
        return Findings.in(ALL, text);
    }
}
