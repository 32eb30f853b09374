package dev.avow.detector.identifiers;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import dev.avow.detector.engine.Detectors;
import java.util.List;

/** What all European recognizers together find in a text, in words that a table can hold. */
final class EuFound {

    static final Detector ALL = Detectors.of(EuropeanIdentifiers.tier2());
    static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);

    private EuFound() {}

    /** Each finding as {@code type:value}, joined by {@code | }; complete coverage is asserted. */
    static String in(String text) {
        Scan scan = ALL.scan(text, AMPLE);
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
