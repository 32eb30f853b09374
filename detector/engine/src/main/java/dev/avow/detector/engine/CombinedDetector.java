package dev.avow.detector.engine;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Several detectors as one. Each sees the whole text and what is left of the time. Where findings
 * of two overlap, the earlier detector's stays: a checksum before a guess. What one did not look
 * at, the whole did not.
 */
final class CombinedDetector implements Detector {

    private final List<Detector> detectors;
    private final LongSupplier nanos;

    CombinedDetector(List<Detector> detectors, LongSupplier nanos) {
        this.detectors = List.copyOf(detectors);
        this.nanos = nanos;
    }

    @Override
    public Scan scan(CharSequence text, Budget budget) {
        long began = nanos.getAsLong();
        TreeMap<Integer, Finding> kept = new TreeMap<>();
        Coverage coverage = Coverage.COMPLETE;
        for (Detector detector : detectors) {
            long left = Math.max(1, budget.maxNanos() - (nanos.getAsLong() - began));
            Scan scan = guarded(detector, text, budget.within(left));
            scan.findings().forEach(finding -> keep(kept, finding));
            coverage = worse(coverage, scan.coverage());
        }
        return new Scan(new ArrayList<>(kept.values()), coverage);
    }

    private static Scan guarded(Detector detector, CharSequence text, Budget budget) {
        try {
            return detector.scan(text, budget);
        } catch (RuntimeException itsOwn) {
            return new Scan(List.of(), new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED));
        }
    }

    private static void keep(NavigableMap<Integer, Finding> kept, Finding finding) {
        Map.Entry<Integer, Finding> left = kept.lowerEntry(finding.end());
        if (left == null || left.getValue().end() <= finding.start()) {
            kept.put(finding.start(), finding);
        }
    }

    private static Coverage worse(Coverage one, Coverage other) {
        return switch (one) {
            case Coverage.Complete _ -> other;
            case Coverage.Partial partial ->
                    other instanceof Coverage.Partial more
                                    && more.why().compareTo(partial.why()) > 0
                            ? more
                            : partial;
        };
    }
}
