package dev.avow.sealing;

/** A key that is missing, damaged or wrong. Its message names the place and holds no secret. */
public final class SealingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealingException(String message) {
        super(message);
    }

    SealingException(String message, Throwable cause) {
        super(message, cause);
    }
}
