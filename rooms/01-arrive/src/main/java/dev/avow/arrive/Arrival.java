package dev.avow.arrive;

import dev.avow.words.Fault;

/** What becomes of bytes that come in. */
public sealed interface Arrival {

    /** They are a request. */
    record Understood(Arrived arrived) implements Arrival {}

    /** They are none. */
    record Refused(Fault fault) implements Arrival {}
}
