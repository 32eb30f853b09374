package dev.avow.admit;

/** Whether a request may spend what it may come to. */
public sealed interface Grant {

    /** It may. */
    record Granted(Reservation reservation) implements Grant {}

    /** It may not, and nothing is reserved. */
    record Refused(Refusal refusal) implements Grant {}

    /** Memory cannot tell: ask {@link Terms#claim}. Nothing is reserved. */
    record Undecided() implements Grant {}
}
