package dev.avow.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.signature.SignatureConfig2026;
import dev.avow.sealing.WrappedKeyStore.Purpose;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every tenant's keys, unwrapped once and kept in memory only.
 *
 * <p>A tenant's keys are Tink keysets, encrypted under the master key with {@code tenant/purpose}
 * as associated data. The first use makes them. Safe for any thread; the first use of a tenant
 * reads the store and may block.
 */
public final class Keyring {

    private final MasterKey master;
    private final WrappedKeyStore store;
    private final SubjectKeys subjects;
    private final ConcurrentHashMap<TenantId, TenantKeys> unwrapped = new ConcurrentHashMap<>();

    public Keyring(MasterKey master, WrappedKeyStore store, SubjectKeyStore subjectStore) {
        this.master = master;
        this.store = store;
        this.subjects = new SubjectKeys(this, subjectStore);
    }

    /** The keys of single people. */
    public SubjectKeys subjects() {
        return subjects;
    }

    /** The keys of one tenant where they are unwrapped already; does not wait. */
    public Optional<TenantKeys> recall(TenantId tenant) {
        return Optional.ofNullable(unwrapped.get(tenant));
    }

    /** The keys of one tenant. */
    public TenantKeys of(TenantId tenant) {
        TenantKeys known = unwrapped.get(tenant);
        return known != null ? known : unwrapped.computeIfAbsent(tenant, this::unwrap);
    }

    private TenantKeys unwrap(TenantId tenant) {
        try {
            return new TenantKeys(
                    keyset(
                                    tenant,
                                    Purpose.SEAL,
                                    PredefinedAeadParameters.AES256_GCM,
                                    AeadConfig2026.get())
                            .getPrimitive(AeadConfig2026.get(), Aead.class),
                    keyset(
                                    tenant,
                                    Purpose.FINGERPRINT,
                                    PredefinedPrfParameters.HMAC_SHA256_PRF,
                                    PrfConfig2026.get())
                            .getPrimitive(PrfConfig2026.get(), PrfSet.class),
                    SigningKey.of(
                            keyset(
                                    tenant,
                                    Purpose.SIGN,
                                    SigningKey.PARAMETERS,
                                    SignatureConfig2026.get())));
        } catch (GeneralSecurityException wrongKey) {
            throw new SealingException(
                    "the keys of tenant "
                            + tenant
                            + " do not open under this master key; is AVOW_MASTER_KEY_FILE the one"
                            + " this installation was made with?",
                    wrongKey);
        }
    }

    private KeysetHandle keyset(
            TenantId tenant, Purpose purpose, Parameters parameters, Configuration configuration)
            throws GeneralSecurityException {
        byte[] associatedData = (tenant + "/" + purpose).getBytes(StandardCharsets.UTF_8);
        byte[] wrapped = store.find(tenant, purpose).orElse(null);
        if (wrapped == null) {
            wrapped =
                    store.keepFirst(
                            tenant,
                            purpose,
                            TinkProtoKeysetFormat.serializeEncryptedKeyset(
                                    KeysetHandle.generateNew(parameters, configuration),
                                    master.wrapping(),
                                    associatedData,
                                    configuration));
        }
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                wrapped, master.wrapping(), associatedData, configuration);
    }
}
