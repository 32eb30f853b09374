package dev.avow.detector.identifiers;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.recognizers.Recognizers;
import dev.avow.detector.testing.Findings;
import java.util.List;
import java.util.stream.Stream;

/** What tier 1 and the identifiers of other countries find in a text. */
final class FoundElsewhere {

    static final List<Recognizer> RECOGNIZERS =
            Stream.concat(Recognizers.tier1().stream(), OtherIdentifiers.tier2().stream()).toList();
    static final Detector DETECTOR = Detectors.of(RECOGNIZERS);
    static final Budget AMPLE = Findings.AMPLE;

    private FoundElsewhere() {}

    /** Each finding as {@code type:value}, joined by {@code | }; complete coverage is asserted. */
    static String in(String text) {
        return Findings.in(DETECTOR, text);
    }
}
