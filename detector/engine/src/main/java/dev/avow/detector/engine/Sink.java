package dev.avow.detector.engine;

import dev.avow.detector.api.Finding;

/** Where a recognizer reports to. Used by one scan, so by one thread. */
@FunctionalInterface
public interface Sink {

    /**
     * Reports one value. Overlaps are allowed here; {@link Overlaps} resolves them.
     *
     * @param start first char, inclusive, in UTF-16 code units
     * @param end after the last char, exclusive
     * @param confidence 0 to 1
     * @param reason what the confidence rests on
     */
    void found(int start, int end, double confidence, Finding.Reason reason);
}
