package dev.avow.detector.api;

/** Whether all of a text was looked at. Whoever decides must treat {@link Partial} as not clean. */
public sealed interface Coverage {

    /** The one complete coverage. */
    Coverage COMPLETE = new Complete();

    /** Every character was looked at by every recognizer. */
    record Complete() implements Coverage {}

    /**
     * Something was not looked at.
     *
     * @param why the cause
     */
    record Partial(Why why) implements Coverage {}

    /** Why a scan is partial. */
    enum Why {
        /** {@link Budget#maxChars()} was reached. */
        TOO_LONG,
        /** {@link Budget#maxNanos()} was reached. */
        OUT_OF_TIME,
        /** A recognizer failed. */
        RECOGNIZER_FAILED,
        /** A detector outside the process could not be reached. */
        UNAVAILABLE
    }
}
