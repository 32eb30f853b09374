package dev.avow.detector.identifiers;

/** How well a value fits what it is taken for, worst first. */
enum Fit {
    /** It cannot be one. */
    NOT,
    /** Its shape and ranges are right; there is no check digit, or it is not right. */
    SHAPE,
    /** Its check digit is right too. */
    CHECKED;

    /** {@link #CHECKED} where a check is right, else {@link #NOT}. */
    static Fit checked(boolean right) {
        return right ? CHECKED : NOT;
    }

    /** {@link #SHAPE} where a rule holds, else {@link #NOT}. */
    static Fit shape(boolean right) {
        return right ? SHAPE : NOT;
    }
}
