package dev.avow.registry;

import dev.avow.ask.Endpoint;
import dev.avow.ask.ProviderKey;
import dev.avow.words.Destination;
import dev.avow.words.Region;
import dev.avow.words.TenantId;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The model that tenants without a provider of their own can name as {@code avow/default}, under
 * the operator's key and agreement (promise B10). Nothing of it is kept in the database.
 */
public final class DefaultModel {

    /** As callers write it. */
    public static final String NAME = BuiltIn.NAME + "/default";

    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-0000000de1a7");

    private final String kind;
    private final URI base;
    private final String model;
    private final @Nullable ProviderKey key;
    private final @Nullable Region region;

    private DefaultModel(
            String kind,
            URI base,
            String model,
            @Nullable ProviderKey key,
            @Nullable Region region) {
        this.kind = kind;
        this.base = base;
        this.model = model;
        this.key = key;
        this.region = region;
    }

    /**
     * Checks what an operator set.
     *
     * @param draft where it is to be had; its name does not matter
     * @param model as its provider knows it
     * @param kinds the kinds that there are, each with its own base URL
     * @throws dev.avow.words.FaultException INVALID_VALUE naming the field
     */
    public static DefaultModel of(ProviderDraft draft, String model, Map<String, String> kinds) {
        URI base = new ProviderRules(kinds).check(draft);
        String plaintext = draft.plaintextKey();
        return new DefaultModel(
                draft.kind(),
                base,
                model,
                plaintext == null ? null : _ -> plaintext,
                Regions.of(draft.region(), "region"));
    }

    @Nullable Region region() {
        return region;
    }

    Destination destination(TenantId tenant) {
        return new Destination(
                tenant, ID, BuiltIn.NAME, Objects.requireNonNull(base.getHost()), model);
    }

    boolean isAt(Destination destination) {
        return destination.providerId().equals(ID);
    }

    Endpoint endpoint() {
        return new Endpoint(kind, base, Optional.ofNullable(key));
    }

    /** Prints the kind alone. */
    @Override
    public String toString() {
        return "DefaultModel of kind " + kind;
    }
}
