package dev.avow.prove;

/** An audit log that is not as it was written. Its message tells what does not fit, no content. */
public final class BrokenLog extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenLog(String message) {
        super(message);
    }
}
