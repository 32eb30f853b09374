package dev.avow.admit;

import dev.avow.words.Fault;

/** What a credential turned out to be. */
public sealed interface Identity {

    /** Somebody's. */
    record Known(Caller caller) implements Identity {}

    /** Nobody's, or no longer anybody's. */
    record Unknown(Fault fault) implements Identity {}
}
