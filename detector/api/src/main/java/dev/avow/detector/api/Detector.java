package dev.avow.detector.api;

/**
 * Finds personal data in text.
 *
 * <p>Implementations are immutable and safe for any number of threads. They never throw on any
 * input, keep no reference to the text, and say in the {@link Scan} whether all of it was looked
 * at.
 */
public interface Detector {

    /**
     * Scans a text once.
     *
     * @param text any text, also ill-formed UTF-16; empty gives no findings
     * @param budget how much time and text this scan may take
     * @return findings ordered by {@link Finding#start()}, never overlapping
     */
    Scan scan(CharSequence text, Budget budget);
}
