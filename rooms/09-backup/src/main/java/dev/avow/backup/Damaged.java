package dev.avow.backup;

/** A backup that is not as it was written. Its message names the part and the remedy. */
public final class Damaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Damaged(String part) {
        super("the backup's part " + part + " is damaged or incomplete; take another backup");
    }
}
