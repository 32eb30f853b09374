package dev.avow.objects;

/** What looking at a store says. */
public sealed interface S3Check {

    /** It can be listed. */
    record Usable(Versions versions) implements S3Check {}

    /**
     * It answered, and not as it should; this does not pass by itself.
     *
     * @param why one line that says what to check
     */
    record Refused(String why) implements S3Check {}

    /**
     * Nobody answered; this may pass.
     *
     * @param why one line that says what to check
     */
    record Unreachable(String why) implements S3Check {}

    /** Whether the store keeps what is deleted and replaced. */
    enum Versions {
        KEPT,
        NOT_KEPT,
        /** The store does not say, or not to these credentials. */
        UNKNOWN
    }
}
