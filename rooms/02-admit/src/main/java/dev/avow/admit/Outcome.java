package dev.avow.admit;

import dev.avow.words.Usage;

/** What is known, at its end, of what a request came to. */
public sealed interface Outcome {

    /** The provider counted. What it left out is taken from what was held. */
    record Counted(Usage usage) implements Outcome {}

    /** It reached the provider and its count is not known: it is charged what was held. */
    record Unknown() implements Outcome {}

    /** It did not reach the provider, or the provider answered with an error status: nothing. */
    record NotServed() implements Outcome {}

    Outcome UNKNOWN = new Unknown();
    Outcome NOT_SERVED = new NotServed();
}
