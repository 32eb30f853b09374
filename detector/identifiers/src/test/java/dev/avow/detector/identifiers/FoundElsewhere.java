package dev.avow.detector.identifiers;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.recognizers.Recognizers;
import java.util.List;
import java.util.stream.Stream;

/** What tier 1 and the identifiers of other countries find in a text. */
final class FoundElsewhere {

    static final List<Recognizer> RECOGNIZERS =
            Stream.concat(Recognizers.tier1().stream(), OtherIdentifiers.tier2().stream()).toList();
    static final Detector DETECTOR = Detectors.of(RECOGNIZERS);
    static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);

    private FoundElsewhere() {}

    /** Each finding as {@code type:value}, joined by {@code | }; complete coverage is asserted. */
    static String in(String text) {
        Scan scan = DETECTOR.scan(text, AMPLE);
        if (!(scan.coverage() instanceof Coverage.Complete)) {
            throw new AssertionError("partial");
        }
        List<String> values =
                scan.findings().stream().map(f -> f.type() + ":" + value(text, f)).toList();
        return String.join(" | ", values);
    }

    private static String value(String text, Finding finding) {
        return text.substring(finding.start(), finding.end());
    }
}
