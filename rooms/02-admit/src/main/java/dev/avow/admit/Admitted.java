package dev.avow.admit;

import dev.avow.arrive.Arrived;
import dev.avow.words.Destination;
import java.time.Instant;
import java.util.UUID;

/**
 * A request that may go on: it is known who asks, and where the model is.
 *
 * @param arrived the request
 * @param caller who asks
 * @param destination where it would go
 * @param interactionId under which its use of a model is recorded
 * @param at when it was admitted
 */
public record Admitted(
        Arrived arrived, Caller caller, Destination destination, UUID interactionId, Instant at) {}
