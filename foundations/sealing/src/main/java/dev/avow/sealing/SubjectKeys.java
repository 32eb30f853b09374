package dev.avow.sealing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.avow.words.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A key for each person that data is about (a data subject). What is sealed under it can be made
 * unreadable everywhere at once, in replicas and backups too, by destroying it.
 *
 * <p>A subject's key is a Tink AES-256-GCM keyset, encrypted under the tenant's key with {@code
 * subject/tenant/subject} as associated data, and kept outside the database ({@link
 * SubjectKeyStore}), which forgets nothing at once. A value sealed here begins with the byte {@link
 * #MARK}; what {@link SealingAlgorithm} makes follows. The first sealing makes the key; after it
 * was destroyed none is made for that subject again.
 *
 * <p>Safe for any thread and for several processes on one store; blocks for a file's reading.
 */
public final class SubjectKeys {

    /**
     * The first byte of a value that is sealed under a subject's key; a tenant's begin otherwise.
     */
    public static final byte MARK = 'S';

    /** How long a key stays unwrapped; it costs some microseconds to unwrap one. */
    private static final Duration IN_MEMORY = Duration.ofMinutes(10);

    private final Keyring tenants;
    private final SubjectKeyStore store;
    private final SealingAlgorithm algorithm;
    private final String of;

    /**
     * Of a key that another node destroyed nobody here may ever ask again, so it goes by itself.
     */
    private final Cache<Subject, Unwrapped> unwrapped =
            Caffeine.newBuilder()
                    .expireAfterWrite(IN_MEMORY)
                    .scheduler(Scheduler.systemScheduler())
                    .build();

    private record Subject(TenantId tenant, UUID id) {}

    private record Unwrapped(ByteBuffer wrapped, Aead aead) {}

    /**
     * @param of what a key belongs to, in associated data and messages
     */
    SubjectKeys(Keyring tenants, SubjectKeyStore store, SealingAlgorithm algorithm, String of) {
        this.of = of;
        this.algorithm = algorithm;
        this.tenants = tenants;
        this.store = store;
    }

    /** What new values are sealed by. */
    public SealingAlgorithm algorithm() {
        return algorithm;
    }

    /** Whether a value was sealed under a subject's key, and not under a tenant's. */
    public static boolean isOfASubject(byte[] sealed) {
        return sealed.length > 0 && sealed[0] == MARK;
    }

    /**
     * Seals a value that is about a subject.
     *
     * @return empty where the subject's key was destroyed: nothing is to be kept about them
     */
    public Optional<byte[]> seal(TenantId tenant, UUID subject, byte[] plaintext, Place place) {
        return aead(new Subject(tenant, subject), true)
                .map(aead -> new SubjectSealer(aead, algorithm).seal(plaintext, place));
    }

    /**
     * What seals several values that are about a subject. The key is in what is returned and is not
     * kept here: who goes over all people needs none of theirs a second time, and would fill the
     * memory with them for minutes.
     *
     * @return empty where the subject's key was destroyed
     */
    public Optional<SubjectSealer> sealer(TenantId tenant, UUID subject) {
        return key(new Subject(tenant, subject), true)
                .map(key -> new SubjectSealer(key.aead(), algorithm));
    }

    /** How many keys are in memory, unwrapped. */
    long inMemory() {
        unwrapped.cleanUp();
        return unwrapped.estimatedSize();
    }

    /** {@link #seal(TenantId, UUID, byte[], Place)} for text. */
    public Optional<byte[]> seal(TenantId tenant, UUID subject, String plaintext, Place place) {
        return seal(tenant, subject, plaintext.getBytes(StandardCharsets.UTF_8), place);
    }

    /**
     * Opens a sealed value.
     *
     * @return empty where the subject's key was destroyed
     * @throws SealingException where the value was altered, moved from another place, or sealed
     *     under another key
     */
    public Optional<byte[]> plaintextOf(
            TenantId tenant, UUID subject, byte[] sealed, Place place, UnsealAccess access) {
        Objects.requireNonNull(access);
        if (!isOfASubject(sealed)) {
            throw doesNotOpen(place);
        }
        return aead(new Subject(tenant, subject), false)
                .map(aead -> {
                    try {
                        return SealingAlgorithm.open(
                                aead,
                                Arrays.copyOfRange(sealed, 1, sealed.length),
                                place.associatedData());
                    } catch (GeneralSecurityException altered) {
                        throw doesNotOpen(place);
                    }
                });
    }

    /**
     * Destroys a subject's key, here and in the store, for good. Again is nothing more; a subject
     * without a key gets none any more.
     */
    public void destroy(TenantId tenant, UUID subject) {
        store.destroy(tenant, subject);
        unwrapped.invalidate(new Subject(tenant, subject));
    }

    /** Whether a subject's key was destroyed. */
    public boolean isDestroyed(TenantId tenant, UUID subject) {
        return store.isDestroyed(tenant, subject);
    }

    /** All of a tenant's subjects that have a key. */
    public List<UUID> subjects(TenantId tenant) {
        return store.subjects(tenant);
    }

    /**
     * Wraps a subject's key under the newest version of its tenant's.
     *
     * @return whether it was under an older one; false too where there is none any more
     * @throws SealingException where it opens under none
     */
    public boolean rewrap(TenantId tenant, UUID id) {
        Subject subject = new Subject(tenant, id);
        byte[] wrapped = store.find(tenant, id).orElse(null);
        TenantKeys keys = tenants.of(tenant);
        if (wrapped == null || opens(wrapped, keys.newest(), subject)) {
            return false;
        }
        try {
            KeysetHandle keyset =
                    TinkProtoKeysetFormat.parseEncryptedKeyset(
                            wrapped,
                            keys.wrapping(),
                            associatedData(subject),
                            AeadConfig2026.get());
            store.replace(
                    tenant,
                    id,
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(
                            keyset,
                            keys.wrapping(),
                            associatedData(subject),
                            AeadConfig2026.get()));
            return true;
        } catch (GeneralSecurityException damaged) {
            if (store.isDestroyed(tenant, id)) {
                return false;
            }
            throw notOpening(subject, damaged);
        }
    }

    private boolean opens(byte[] wrapped, Aead key, Subject subject) {
        try {
            KeysetHandle _ =
                    TinkProtoKeysetFormat.parseEncryptedKeyset(
                            wrapped, key, associatedData(subject), AeadConfig2026.get());
            return true;
        } catch (GeneralSecurityException underAnother) {
            return false;
        }
    }

    private static SealingException doesNotOpen(Place place) {
        return new SealingException(
                "a sealed value of " + place.table() + "." + place.column() + " does not open");
    }

    /** A key that stays in memory for a while. */
    private Optional<Aead> aead(Subject subject, boolean make) {
        Optional<Unwrapped> key = key(subject, make);
        if (key.isPresent() && !key.get().equals(unwrapped.getIfPresent(subject))) {
            unwrapped.put(subject, key.get());
            if (store.isDestroyed(subject.tenant(), subject.id())) {
                unwrapped.invalidate(subject); // destroyed before it was put, which came too late
                return Optional.empty();
            }
        }
        return key.map(Unwrapped::aead);
    }

    /** The store is asked each time, since another process may have destroyed the key. */
    private Optional<Unwrapped> key(Subject subject, boolean make) {
        byte[] wrapped = store.find(subject.tenant(), subject.id()).orElse(null);
        if (wrapped == null) {
            unwrapped.invalidate(subject);
            if (store.isDestroyed(subject.tenant(), subject.id())) {
                return Optional.empty();
            }
            if (!make) {
                throw new SealingException(
                        "the key of "
                                + of
                                + " "
                                + subject.id()
                                + " is missing; restore AVOW_KEYS_DIR from your key backup");
            }
            Optional<byte[]> kept =
                    store.keepFirst(subject.tenant(), subject.id(), newKey(subject));
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            wrapped = kept.get();
        }
        Unwrapped known = unwrapped.getIfPresent(subject);
        if (known == null || !known.wrapped().equals(ByteBuffer.wrap(wrapped))) {
            try {
                known = new Unwrapped(ByteBuffer.wrap(wrapped), unwrap(subject, wrapped));
            } catch (SealingException halfOverwritten) {
                // It was destroyed, or wrapped anew, between the opening of its file and the
                // reading.
                byte[] now = store.find(subject.tenant(), subject.id()).orElse(null);
                if (now == null && store.isDestroyed(subject.tenant(), subject.id())) {
                    return Optional.empty();
                }
                if (now == null || Arrays.equals(now, wrapped)) {
                    throw halfOverwritten;
                }
                known = new Unwrapped(ByteBuffer.wrap(now), unwrap(subject, now));
            }
        }
        return Optional.of(known);
    }

    private byte[] newKey(Subject subject) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    KeysetHandle.generateNew(
                            PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()),
                    tenants.of(subject.tenant()).wrapping(),
                    associatedData(subject),
                    AeadConfig2026.get());
        } catch (GeneralSecurityException impossible) {
            throw new SealingException("a subject's key could not be made");
        }
    }

    private Aead unwrap(Subject subject, byte[] wrapped) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                            wrapped,
                            tenants.of(subject.tenant()).wrapping(),
                            associatedData(subject),
                            AeadConfig2026.get())
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException damaged) {
            throw notOpening(subject, damaged);
        }
    }

    private SealingException notOpening(Subject subject, Exception damaged) {
        return new SealingException(
                "the key of "
                        + of
                        + " "
                        + subject.id()
                        + " does not open; restore AVOW_KEYS_DIR from your key backup",
                damaged);
    }

    private byte[] associatedData(Subject subject) {
        return (of + "/" + subject.tenant() + "/" + subject.id()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SubjectKeys";
    }
}
