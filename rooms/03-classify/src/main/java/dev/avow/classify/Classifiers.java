package dev.avow.classify;

import dev.avow.detector.api.Detector;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a tenant's {@link Classifier}. Safe for any thread.
 *
 * @param detectors what each tenant's text is looked at with
 * @param budget how long one request may be looked at
 * @param ofLabels what looks at names such as a model's where the detectors wait for something;
 *     null where they do not wait and look at these too
 * @param topics says what texts are about, the same for every tenant; null where nothing does
 * @param guards look for attacks, the same for every tenant
 */
public record Classifiers(
        DetectorSource detectors,
        Duration budget,
        @Nullable Detector ofLabels,
        @Nullable TopicStage topics,
        Guards guards) {

    /** Without guards. */
    public Classifiers(
            DetectorSource detectors,
            Duration budget,
            @Nullable Detector ofLabels,
            @Nullable TopicStage topics) {
        this(detectors, budget, ofLabels, topics, Guards.NONE);
    }

    /** With detectors that do not wait. */
    public Classifiers(DetectorSource detectors, Duration budget) {
        this(detectors, budget, null, null);
    }

    /** Whether the detectors may wait for something, and must stay off event loops. */
    public boolean detectorsWait() {
        return ofLabels != null || topics != null || guards.model() != null;
    }

    /** What memory knows, without waiting; empty where the store must be asked. */
    public Optional<Classifier> recall(TenantId tenant) {
        return detectors.recall(tenant).map(this::with);
    }

    /** Asks the store where need be; blocks. Fails where it cannot be asked. */
    public Classifier of(TenantId tenant) {
        return with(detectors.of(tenant));
    }

    private Classifier with(Detector detector) {
        return new Classifier(
                detector,
                ofLabels == null ? detector : ofLabels,
                ofLabels != null,
                budget,
                topics,
                guards);
    }
}
