package dev.avow.classify;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two detectors over one text. Where findings of both lie over each other, those of the first stay.
 */
record Beside(Detector first, Detector second) implements Detector {

    @Override
    public Scan scan(CharSequence text, Budget budget) {
        Scan one = first.scan(text, budget);
        Scan other = second.scan(text, budget);
        if (other.findings().isEmpty() && other.coverage() instanceof Coverage.Complete) {
            return one;
        }
        List<Finding> all = new ArrayList<>(one.findings());
        for (Finding each : other.findings()) {
            if (one.findings().stream()
                    .noneMatch(it -> it.start() < each.end() && each.start() < it.end())) {
                all.add(each);
            }
        }
        all.sort(Comparator.comparingInt(Finding::start));
        return new Scan(
                all,
                one.coverage() instanceof Coverage.Partial ? one.coverage() : other.coverage());
    }
}
