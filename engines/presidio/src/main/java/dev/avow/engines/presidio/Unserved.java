package dev.avow.engines.presidio;

import dev.avow.detector.api.Coverage;

/** A call that brought no usable answer. Its message holds nothing of a text. */
final class Unserved extends Exception {

    private static final long serialVersionUID = 1L;

    private final Coverage.Why why;

    Unserved(Coverage.Why why, String message) {
        super(message, null, false, false);
        this.why = why;
    }

    Coverage.Why why() {
        return why;
    }
}
