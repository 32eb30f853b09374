package dev.avow.detector.testing;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.List;

/** What is found in a text, in words that a table can hold. For fictitious texts only. */
public final class Findings {

    /** No limit that a test reaches. */
    public static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);

    private Findings() {}

    /**
     * Each finding as {@code type:value}, joined by {@code | }; empty where there is none.
     *
     * @throws AssertionError where the coverage is not complete
     */
    public static String in(Detector detector, String text) {
        Scan scan = detector.scan(text, AMPLE);
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
