package dev.avow.detector.engine;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import java.util.List;
import java.util.function.LongSupplier;

/** Makes detectors from recognizers. */
public final class Detectors {

    private Detectors() {}

    /**
     * A detector that finds what the recognizers recognise.
     *
     * @param recognizers in order of preference for what else cannot be told apart; copied; an
     *     empty list finds nothing
     * @return immutable and safe for threads
     */
    public static Detector of(List<Recognizer> recognizers) {
        return of(recognizers, System::nanoTime);
    }

    /** The same with a clock of nanoseconds, for tests. */
    static Detector of(List<Recognizer> recognizers, LongSupplier nanos) {
        return new OnePassDetector(recognizers, nanos);
    }

    /**
     * Several detectors as one.
     *
     * @param detectors in order of preference where their findings overlap; copied; an empty list
     *     finds nothing
     * @return immutable and safe for threads where they are
     */
    public static Detector combined(List<Detector> detectors) {
        return new CombinedDetector(detectors, System::nanoTime);
    }

    /**
     * How many characters a scan reads, counting each reading. For proofs and measurements: it
     * shows that the work grows with the length of a text and not faster.
     */
    public static long steps(List<Recognizer> recognizers, CharSequence text) {
        OnePassDetector detector = new OnePassDetector(recognizers, () -> 0);
        Pass pass = detector.pass(text, new Budget(Integer.MAX_VALUE, Long.MAX_VALUE));
        pass.run();
        return pass.steps();
    }
}
