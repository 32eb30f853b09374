package dev.avow.mail;

/**
 * What came of a try to hand over a mail. A reply is the server's code, such as {@code 550 5.1.1},
 * or words of our own; never the server's text, which may hold an address.
 */
public sealed interface Delivery {

    String reply();

    /** The server has it. Whether anybody reads it is not known. */
    record Accepted(String reply) implements Delivery {}

    /** This mail will never be taken: it is not tried again. */
    record Refused(String reply) implements Delivery {}

    /**
     * It may be taken later.
     *
     * @param everyMail whether the server is in the way rather than this mail, so that others need
     *     not be tried now
     */
    record Deferred(String reply, boolean everyMail) implements Delivery {}
}
