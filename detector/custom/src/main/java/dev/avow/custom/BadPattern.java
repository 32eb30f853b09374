package dev.avow.custom;

import java.io.Serial;

/** A regular expression that cannot be used. The message says why, and never quotes it. */
final class BadPattern extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    BadPattern(String why) {
        super(why);
    }

    /** The reason and the remedy. */
    String why() {
        return String.valueOf(getMessage());
    }
}
