package dev.avow.sealing;

import com.google.crypto.tink.KeysetHandle;
import dev.avow.words.TenantId;
import java.security.GeneralSecurityException;

/**
 * Changes which versions of its sealing key a tenant has. A rotation is: {@link #add}, and wait
 * until every process knows the new version; {@link #promote}; seal anew all that an older version
 * sealed; {@link #retireOthers}. Each step done again changes nothing more, but for {@code add}.
 *
 * <p>What is kept outside the database changes first, so that nothing is ever wrapped under a
 * version that only the database knows. One process at a time may change a tenant's. Blocks.
 */
public final class TenantKeyRotation {

    private static final int MOST_TRIES = 5;

    private final Keyring keyring;

    TenantKeyRotation(Keyring keyring) {
        this.keyring = keyring;
    }

    private interface Change {
        KeysetHandle of(KeysetHandle keyset) throws GeneralSecurityException;
    }

    /**
     * Adds a version, which opens but does not seal yet.
     *
     * @return its number
     */
    public int add(TenantId tenant) {
        KeysetHandle changed = change(tenant, KeyVersions::withAnother);
        return changed.getAt(changed.size() - 1).getId();
    }

    /**
     * Makes a version the newest.
     *
     * @throws SealingException where the tenant has no such version
     */
    public void promote(TenantId tenant, int version) {
        KeysetHandle _ =
                change(
                        tenant,
                        keyset -> {
                            if (!KeyVersions.ids(keyset).contains(version)) {
                                throw new SealingException(
                                        "tenant "
                                                + tenant
                                                + " has no such version of its key; rotate it"
                                                + " again");
                            }
                            return KeyVersions.led(keyset, version);
                        });
    }

    /** Destroys every version but the newest. What only they open is gone. */
    public void retireOthers(TenantId tenant) {
        KeysetHandle _ = change(tenant, keyset -> KeyVersions.only(keyset, _ -> false));
    }

    private KeysetHandle change(TenantId tenant, Change change) {
        try {
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                byte[] before = keyring.wrappedSealingKey(tenant);
                KeysetHandle changed = change.of(keyring.sealingKey(tenant, before));
                if (keyring.replaceSealingKey(tenant, before, changed)) {
                    return changed;
                }
            }
        } catch (GeneralSecurityException damaged) {
            throw new SealingException("the key of tenant " + tenant + " cannot be changed");
        }
        throw new SealingException(
                "the key of tenant "
                        + tenant
                        + " is being changed by another process; try again in a moment");
    }

    @Override
    public String toString() {
        return "TenantKeyRotation";
    }
}
