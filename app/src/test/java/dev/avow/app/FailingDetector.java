package dev.avow.app;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Scan;
import java.util.List;

/** A detector that fails on purpose where a text asks for it, and else does as another does. */
record FailingDetector(Detector other) implements Detector {

    /** The ways to fail, by the word that asks for each. */
    enum Way {
        THROWS,
        PARTIAL,
        SLEEPS;

        String word() {
            return "Detector-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Detection in(Detection detection) {
        return new Detection(
                new FailingDetector(detection.detector()),
                detection.ofLabels(),
                detection.waits(),
                detection.types(),
                detection.said(),
                detection.warned(),
                detection.topics(),
                detection.guards(),
                detection.closing());
    }

    @Override
    public Scan scan(CharSequence text, Budget budget) {
        String all = text.toString();
        if (all.contains(Way.THROWS.word())) {
            throw new IllegalStateException("a detector that fails on purpose");
        }
        if (all.contains(Way.SLEEPS.word())) {
            return slept(budget);
        }
        Scan scan = other.scan(text, budget);
        return all.contains(Way.PARTIAL.word())
                ? new Scan(scan.findings(), new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED))
                : scan;
    }

    /** Takes all its time and a little more, as one does that looks at the clock too seldom. */
    private static Scan slept(Budget budget) {
        try {
            Thread.sleep(Math.min(2_500, budget.maxNanos() / 1_000_000 + 20));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return new Scan(List.of(), new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
    }
}
