package dev.avow.mail;

/** Hands mail to whoever delivers it. Safe for any thread; blocks, but never without an end. */
public interface Mailer {

    /** Tries once. What goes wrong is in the outcome, and nothing is thrown. */
    Delivery send(Mail mail);
}
