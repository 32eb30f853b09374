package dev.avow.admit;

import dev.avow.words.Fault;
import dev.avow.words.Itinerary;

/** Where a model is to be had. */
public sealed interface Whereabouts {

    /** There. */
    record Known(Itinerary itinerary) implements Whereabouts {}

    /** Nowhere, or nowhere that it may be asked. */
    record Nowhere(Fault fault) implements Whereabouts {}
}
