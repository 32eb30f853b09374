package dev.avow.registry;

import dev.avow.ask.Endpoint;
import dev.avow.words.Destination;
import dev.avow.words.TenantId;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** The provider that every tenant has without adding it: {@code avow}, with the mirror alone. */
final class BuiltIn {

    /** Its name. No tenant's provider can have it. */
    static final String NAME = "avow";

    private static final String MIRROR = "mirror";

    /** The model as callers write it. */
    static final String MODEL = NAME + "/" + MIRROR;

    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-00000000a40e");

    private static final Endpoint ENDPOINT =
            new Endpoint(MIRROR, URI.create("http://localhost"), Optional.empty());

    private BuiltIn() {}

    static Destination destination(TenantId tenant) {
        return new Destination(tenant, ID, NAME, "localhost", MIRROR);
    }

    static Optional<Endpoint> endpoint(Destination destination) {
        return destination.providerId().equals(ID) ? Optional.of(ENDPOINT) : Optional.empty();
    }
}
