package dev.avow.registry;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.SealingException;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.TenantId;
import java.util.UUID;

/** A provider's key as the row holds it. It is opened for each call and never kept open. */
final class SealedProviderKey implements StoredKey.SealedKey {

    private final Keyring keyring;
    private final Place place;
    private final byte[] sealed;

    SealedProviderKey(Keyring keyring, Place place, byte[] sealed) {
        this.keyring = keyring;
        this.place = place;
        this.sealed = sealed;
    }

    /** Of the key that a provider was added with. */
    static Place place(TenantId tenant, UUID id) {
        return new Place(tenant, "provider_keys", "key_sealed", id);
    }

    /** Of a key that came later. */
    static Place later(TenantId tenant, UUID id) {
        return new Place(tenant, "provider_secrets", "key_sealed", id);
    }

    @Override
    public boolean opens() {
        try {
            return !plaintext(UnsealAccess.granted()).isEmpty();
        } catch (SealingException doesNot) {
            return false;
        }
    }

    @Override
    public String plaintext(UnsealAccess access) {
        return keyring.of(place.tenant()).plaintextOf(sealed, place, access);
    }

    @Override
    public String toString() {
        return "SealedProviderKey";
    }
}
