package dev.avow.settings;

/**
 * A setting that is unknown or ill-formed. The message is one line that names it and the remedy.
 */
public final class BadSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadSetting(String message) {
        super(message);
    }
}
