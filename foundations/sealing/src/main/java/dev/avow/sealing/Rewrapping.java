package dev.avow.sealing;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import dev.avow.sealing.WrappedKeyStore.Purpose;
import dev.avow.words.TenantId;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Wraps tenants' keys anew under the newest version of the master key: those of the database, and
 * the copies of sealing keys outside of it. What the keys seal stays as it is. Not while a tenant's
 * key is rotated by somebody else. Blocks.
 */
public final class Rewrapping {

    private final MasterKey master;
    private final WrappedKeyStore store;
    private final SubjectKeyStore outside;

    Rewrapping(MasterKey master, WrappedKeyStore store, SubjectKeyStore outside) {
        this.master = master;
        this.store = store;
        this.outside = outside;
    }

    /**
     * What a look came to.
     *
     * @param newest keys that the newest version opens, by itself
     * @param older keys that an older version wrapped when they were looked at
     * @param unreadable names of those that open under no version
     */
    public record Found(int newest, int older, List<String> unreadable) {
        public Found {
            unreadable = List.copyOf(unreadable);
        }
    }

    /** Looks at all of a tenant's keys and changes nothing. */
    public Found look(TenantId tenant) {
        return each(tenant, false);
    }

    /**
     * Wraps anew what an older version wrapped, and looks at all of a tenant's keys. Where another
     * process was quicker with one, that is counted as older: the next look sees what it is.
     */
    public Found wrapAnew(TenantId tenant) {
        return each(tenant, true);
    }

    private Found each(TenantId tenant, boolean change) {
        int newest = 0;
        int older = 0;
        List<String> unreadable = new ArrayList<>();
        for (Kept kept : kept(tenant)) {
            if (kept.opens(true)) {
                newest++;
            } else if (kept.opens(false)) {
                older++;
                if (change) {
                    kept.wrapAnew();
                }
            } else {
                unreadable.add(
                        kept.name + ", wrapped under " + MasterKeyVersions.wrapperOf(kept.wrapped));
            }
        }
        return new Found(newest, older, unreadable);
    }

    private List<Kept> kept(TenantId tenant) {
        List<Kept> all = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            store.find(tenant, purpose)
                    .ifPresent(wrapped -> all.add(new Kept(tenant, purpose, wrapped, false)));
        }
        Optional<byte[]> copy = outside.tenantKey(tenant);
        copy.ifPresent(wrapped -> all.add(new Kept(tenant, Purpose.SEAL, wrapped, true)));
        return all;
    }

    /** One wrapped key where it lies. Not a record: it would compare by its bytes. */
    private final class Kept {
        private final TenantId tenant;
        private final Purpose purpose;
        private final byte[] wrapped;
        private final boolean copy;
        private final String name;

        Kept(TenantId tenant, Purpose purpose, byte[] wrapped, boolean copy) {
            this.tenant = tenant;
            this.purpose = purpose;
            this.wrapped = wrapped;
            this.copy = copy;
            this.name = copy ? "the copy in AVOW_KEYS_DIR" : purpose.name();
        }

        boolean opens(boolean byTheNewestAlone) {
            try {
                KeysetHandle _ = opened(byTheNewestAlone);
                return true;
            } catch (GeneralSecurityException another) {
                return false;
            }
        }

        void wrapAnew() {
            try {
                byte[] after =
                        TinkProtoKeysetFormat.serializeEncryptedKeyset(
                                opened(false),
                                master.wrapping(),
                                Keyring.associatedData(tenant, purpose),
                                configuration());
                if (copy) {
                    outside.keepTenantKey(tenant, after);
                } else {
                    boolean _ = store.replace(tenant, purpose, wrapped, after);
                }
            } catch (GeneralSecurityException impossible) {
                throw new SealingException("a key of tenant " + tenant + " cannot be wrapped");
            }
        }

        private KeysetHandle opened(boolean byTheNewestAlone) throws GeneralSecurityException {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                    wrapped,
                    byTheNewestAlone ? master.newest() : master.wrapping(),
                    Keyring.associatedData(tenant, purpose),
                    configuration());
        }

        private Configuration configuration() throws GeneralSecurityException {
            return Keyring.configuration(purpose);
        }
    }

    @Override
    public String toString() {
        return "Rewrapping";
    }
}
