package dev.avow.app;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Scan;

/**
 * A detector, and another that looks where the first does not serve, in what is left of the time.
 */
record Fallback(Detector first, Detector other) implements Detector {

    @Override
    public Scan scan(CharSequence text, Budget budget) {
        long began = System.nanoTime();
        Scan scan = first.scan(text, budget);
        boolean serves =
                !(scan.coverage() instanceof Coverage.Partial partial)
                        || switch (partial.why()) {
                            case UNAVAILABLE, RECOGNIZER_FAILED -> false;
                            case TOO_LONG, OUT_OF_TIME -> true;
                        };
        if (serves) {
            return scan;
        }
        long left = budget.maxNanos() - (System.nanoTime() - began);
        return other.scan(text, budget.within(Math.max(1, left)));
    }
}
