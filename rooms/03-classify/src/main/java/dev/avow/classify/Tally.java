package dev.avow.classify;

import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts findings by type. Not safe for more than one thread. */
public final class Tally {

    private final Map<String, Classification> byType = new TreeMap<>();

    /** Counts one finding. */
    public void add(Finding finding) {
        add(finding.type(), finding.confidence());
    }

    /** Counts one finding of a type. */
    public void add(FindingType type, double confidence) {
        add(new Classification(type.id(), type.tier(), confidence, 1));
    }

    /** Counts findings of a type that were counted before. */
    void add(Classification more) {
        byType.merge(
                more.type(),
                more,
                (before, one) ->
                        new Classification(
                                before.type(),
                                before.tier(),
                                Math.max(before.confidence(), one.confidence()),
                                before.count() + one.count()));
    }

    /** What was counted, ordered by type. */
    public List<Classification> classifications() {
        return new ArrayList<>(byType.values());
    }
}
