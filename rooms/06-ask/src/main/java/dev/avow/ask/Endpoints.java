package dev.avow.ask;

import dev.avow.words.Destination;
import java.util.Optional;

/** Tells how a destination is reached, from memory. Implemented where providers are kept. */
public interface Endpoints {

    /** Empty where the provider has been removed meanwhile. */
    Optional<Endpoint> of(Destination destination);
}
