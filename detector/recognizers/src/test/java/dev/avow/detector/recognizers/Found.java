package dev.avow.detector.recognizers;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.testing.Findings;

/** What tier 1 finds in a text, in words that a table can hold. */
final class Found {

    static final Detector TIER_1 = Detectors.of(Recognizers.tier1());
    static final Budget AMPLE = Findings.AMPLE;

    private Found() {}

    /** Each finding as {@code type:value}, joined by {@code | }; complete coverage is asserted. */
    static String in(String text) {
        return Findings.in(TIER_1, text);
    }
}
