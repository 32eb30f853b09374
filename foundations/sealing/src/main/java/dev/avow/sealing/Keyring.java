package dev.avow.sealing;

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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every tenant's keys, unwrapped once and kept in memory only.
 *
 * <p>A tenant's keys are Tink keysets, encrypted under the master key with {@code tenant/purpose}
 * as associated data. The first use makes them. A sealing key may have several versions ({@link
 * TenantKeyRotation}); those that stand outside the database alone are known too, so that a
 * database of an earlier day can be put back. Safe for any thread; the first use of a tenant reads
 * the store and may block.
 */
public final class Keyring {

    private final MasterKey master;
    private final WrappedKeyStore store;
    private final SubjectKeyStore outside;
    private final SubjectKeys subjects;
    private final PeriodKeys periods;
    private final SealingAlgorithm algorithm;
    private final ConcurrentHashMap<TenantId, Held> unwrapped = new ConcurrentHashMap<>();

    /** What is in memory, and from what it was unwrapped. */
    private record Held(TenantKeys keys, ByteBuffer sealing) {}

    /** A keyring that seals by AES-256-GCM. */
    public Keyring(MasterKey master, WrappedKeyStore store, SubjectKeyStore subjectStore) {
        this(master, store, subjectStore, SealingAlgorithm.A256GCM);
    }

    /**
     * @param algorithm what new values are sealed by; those of either open
     */
    public Keyring(
            MasterKey master,
            WrappedKeyStore store,
            SubjectKeyStore subjectStore,
            SealingAlgorithm algorithm) {
        this.master = master;
        this.algorithm = algorithm;
        this.store = store;
        this.outside = subjectStore;
        this.subjects = new SubjectKeys(this, subjectStore, algorithm, "subject");
        this.periods =
                new PeriodKeys(new SubjectKeys(this, subjectStore.periods(), algorithm, "period"));
    }

    /** The keys of single people. */
    public SubjectKeys subjects() {
        return subjects;
    }

    /** The keys of the days on which what is kept goes. */
    public PeriodKeys periods() {
        return periods;
    }

    /** Changes which versions of its sealing key a tenant has. */
    public TenantKeyRotation rotation() {
        return new TenantKeyRotation(this);
    }

    /** Wraps tenants' keys anew when the master key has a new version. */
    public Rewrapping rewrapping() {
        return new Rewrapping(master, store, outside);
    }

    /** The keys of one tenant where they are unwrapped already; does not wait. */
    public Optional<TenantKeys> recall(TenantId tenant) {
        return Optional.ofNullable(unwrapped.get(tenant)).map(Held::keys);
    }

    /** The keys of one tenant. They stay the ones to use when their versions change. */
    public TenantKeys of(TenantId tenant) {
        Held known = unwrapped.get(tenant);
        return (known != null ? known : unwrapped.computeIfAbsent(tenant, this::unwrap)).keys();
    }

    /**
     * Looks whether another process changed the versions of a tenant's key, where it is in memory.
     * Blocks.
     */
    public void refresh(TenantId tenant) {
        Held held = unwrapped.get(tenant);
        if (held != null) {
            byte[] now = store.find(tenant, Purpose.SEAL).orElse(null);
            if (now != null && !ByteBuffer.wrap(now).equals(held.sealing())) {
                refresh(tenant, now);
            }
        }
    }

    private void refresh(TenantId tenant, byte[] wrapped) {
        try {
            KeyVersions versions = KeyVersions.of(sealingKey(tenant, wrapped));
            unwrapped.computeIfPresent(
                    tenant,
                    (_, held) -> {
                        held.keys().now(versions);
                        return new Held(held.keys(), ByteBuffer.wrap(wrapped));
                    });
        } catch (GeneralSecurityException wrongKey) {
            throw damaged(tenant, wrongKey);
        }
    }

    private Held unwrap(TenantId tenant) {
        try {
            byte[] sealing = wrappedSealingKey(tenant);
            return new Held(
                    new TenantKeys(
                            KeyVersions.of(sealingKey(tenant, sealing)),
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
                                            SignatureConfig2026.get())),
                            algorithm),
                    ByteBuffer.wrap(sealing));
        } catch (GeneralSecurityException wrongKey) {
            throw damaged(tenant, wrongKey);
        }
    }

    /** A tenant's sealing key as its store has it; made where there is none. */
    byte[] wrappedSealingKey(TenantId tenant) throws GeneralSecurityException {
        return wrapped(
                tenant, Purpose.SEAL, PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
    }

    /** A tenant's sealing key with all its versions, also those that the store does not know. */
    KeysetHandle sealingKey(TenantId tenant, byte[] wrapped) throws GeneralSecurityException {
        KeysetHandle known = opened(tenant, Purpose.SEAL, wrapped, AeadConfig2026.get());
        byte[] copy = outside.tenantKey(tenant).orElse(null);
        return copy == null
                ? known
                : KeyVersions.merged(
                        known, opened(tenant, Purpose.SEAL, copy, AeadConfig2026.get()));
    }

    /** Whether it was replaced: outside the database first, then there. */
    boolean replaceSealingKey(TenantId tenant, byte[] before, KeysetHandle changed)
            throws GeneralSecurityException {
        byte[] after = wrap(tenant, Purpose.SEAL, changed, AeadConfig2026.get());
        outside.keepTenantKey(tenant, after);
        boolean replaced = store.replace(tenant, Purpose.SEAL, before, after);
        if (replaced) {
            refresh(tenant, after);
        }
        return replaced;
    }

    private KeysetHandle keyset(
            TenantId tenant, Purpose purpose, Parameters parameters, Configuration configuration)
            throws GeneralSecurityException {
        return opened(
                tenant,
                purpose,
                wrapped(tenant, purpose, parameters, configuration),
                configuration);
    }

    private byte[] wrapped(
            TenantId tenant, Purpose purpose, Parameters parameters, Configuration configuration)
            throws GeneralSecurityException {
        Optional<byte[]> kept = store.find(tenant, purpose);
        return kept.isPresent()
                ? kept.get()
                : store.keepFirst(
                        tenant,
                        purpose,
                        wrap(
                                tenant,
                                purpose,
                                KeysetHandle.generateNew(parameters, configuration),
                                configuration));
    }

    /** By the newest version that the file has: a process may not have looked for a while. */
    private byte[] wrap(
            TenantId tenant, Purpose purpose, KeysetHandle keyset, Configuration configuration)
            throws GeneralSecurityException {
        master.refresh();
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                keyset, master.wrapping(), associatedData(tenant, purpose), configuration);
    }

    private KeysetHandle opened(
            TenantId tenant, Purpose purpose, byte[] wrapped, Configuration configuration)
            throws GeneralSecurityException {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                    wrapped, master.wrapping(), associatedData(tenant, purpose), configuration);
        } catch (GeneralSecurityException wrongKey) {
            if (master.lookAgain()) {
                return opened(tenant, purpose, wrapped, configuration);
            }
            throw doesNotOpen(tenant, wrapped, wrongKey);
        }
    }

    static Configuration configuration(Purpose purpose) throws GeneralSecurityException {
        return switch (purpose) {
            case SEAL -> AeadConfig2026.get();
            case FINGERPRINT -> PrfConfig2026.get();
            case SIGN -> SignatureConfig2026.get();
        };
    }

    static byte[] associatedData(TenantId tenant, Purpose purpose) {
        return (tenant + "/" + purpose).getBytes(StandardCharsets.UTF_8);
    }

    private SealingException doesNotOpen(TenantId tenant, byte[] wrapped, Exception wrongKey) {
        return new SealingException(
                "the keys of tenant "
                        + tenant
                        + " are wrapped under the master key "
                        + MasterKeyVersions.wrapperOf(wrapped)
                        + " and do not open under "
                        + String.join(", ", master.versions())
                        + "; set AVOW_MASTER_KEY_FILE to the one this installation was made with,"
                        + " or, where a backup is restored, name a copy of it with"
                        + " --former-master-key FILE",
                wrongKey);
    }

    private static SealingException damaged(TenantId tenant, Exception how) {
        return new SealingException("the keys of tenant " + tenant + " cannot be used", how);
    }

    @Override
    public String toString() {
        return "Keyring";
    }
}
