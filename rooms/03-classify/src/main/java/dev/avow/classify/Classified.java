package dev.avow.classify;

import dev.avow.admit.Admitted;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.words.Itinerary;
import java.util.List;

/**
 * A request and what its segments hold.
 *
 * @param admitted the request
 * @param findings for each leaf segment in order of standing, its findings
 * @param classifications the findings by type, ordered by type
 * @param coverage partial where any segment's scan was
 */
public record Classified(
        Admitted admitted,
        List<List<Finding>> findings,
        List<Classification> classifications,
        Coverage coverage) {

    public Classified {
        findings = List.copyOf(findings);
        classifications = List.copyOf(classifications);
    }

    /** The same request on another way: what was found does not hang on it. */
    public Classified by(Itinerary other) {
        return new Classified(admitted.by(other), findings, classifications, coverage);
    }
}
