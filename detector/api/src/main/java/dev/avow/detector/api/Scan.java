package dev.avow.detector.api;

import java.util.List;

/**
 * What a scan found, and whether it looked at everything.
 *
 * @param findings ordered by start, never overlapping
 * @param coverage complete, or partial with the reason; partial is not clean
 */
public record Scan(List<Finding> findings, Coverage coverage) {

    private static final Scan CLEAN = new Scan(List.of(), Coverage.COMPLETE);

    public Scan {
        findings = List.copyOf(findings);
    }

    /** All looked at, nothing found. */
    public static Scan clean() {
        return CLEAN;
    }
}
