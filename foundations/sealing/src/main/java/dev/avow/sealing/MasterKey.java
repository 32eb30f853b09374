package dev.avow.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The installation's master key. It wraps the tenants' keys and derives what the installation needs
 * for itself.
 *
 * <p>The file ({@link MasterKeyFile}) holds one Tink keyset of HKDF-SHA256 keys (RFC 5869), in the
 * clear or wrapped by a key service. For each of its keys the wrapping key is {@code HKDF(key,
 * "avow wrap v1", 32)}, used as AES-256-GCM under the same key id, so that adding a key to the file
 * and making it primary rotates the master key while what was wrapped before still opens.
 * Immutable, safe for any thread.
 */
public final class MasterKey {

    private static final byte[] WRAP = label("avow wrap v1");

    private final Aead wrapping;
    private final PrfSet prfs;
    private final Prf oldest;

    private MasterKey(Aead wrapping, PrfSet prfs, Prf oldest) {
        this.wrapping = wrapping;
        this.prfs = prfs;
        this.oldest = oldest;
    }

    /**
     * Reads the key file, or makes one (mode 600) where there is none.
     *
     * @throws SealingException where the file cannot be read or written, is open to others, or is
     *     no master key
     */
    public static MasterKey readOrCreate(Path file) {
        return readOrCreate(file, Optional.empty());
    }

    /**
     * {@link #readOrCreate(Path)} where a key service keeps the key that the file is wrapped under.
     * It is asked once, here.
     *
     * @param service empty: the file lies in the clear
     * @throws SealingException also where the service refuses or is away
     */
    public static MasterKey readOrCreate(Path file, Optional<Aead> service) {
        try {
            return from(MasterKeyFile.readOrCreate(file, service));
        } catch (GeneralSecurityException damaged) {
            throw new SealingException(
                    "the master key file " + file + " is damaged; restore it from your key backup",
                    damaged);
        }
    }

    @AccessesPartialKey // the wrapping keys are derived, not generated: see the class comment
    private static MasterKey from(KeysetHandle keyset) throws GeneralSecurityException {
        PrfSet prfs = keyset.getPrimitive(PrfConfig2026.get(), PrfSet.class);
        KeysetHandle.Builder wrapping = KeysetHandle.newBuilder();
        AesGcmParameters aes256Gcm =
                AesGcmParameters.builder()
                        .setKeySizeBytes(32)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.TINK)
                        .build();
        for (Map.Entry<Integer, Prf> prf : prfs.getPrfs().entrySet()) {
            AesGcmKey key =
                    AesGcmKey.builder()
                            .setParameters(aes256Gcm)
                            .setIdRequirement(prf.getKey())
                            .setKeyBytes(
                                    SecretBytes.copyFrom(
                                            prf.getValue().compute(WRAP, 32),
                                            InsecureSecretKeyAccess.get()))
                            .build();
            KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key);
            wrapping.addEntry(prf.getKey() == prfs.getPrimaryId() ? entry.makePrimary() : entry);
        }
        Prf oldest = Objects.requireNonNull(prfs.getPrfs().get(keyset.getAt(0).getId()));
        return new MasterKey(
                wrapping.build().getPrimitive(AeadConfig2026.get(), Aead.class), prfs, oldest);
    }

    Aead wrapping() {
        return wrapping;
    }

    /**
     * A password for one of the installation's own database roles: 64 hexadecimal characters, the
     * same for every node that has this master key.
     */
    public String plaintextRolePassword(String role, UnsealAccess access) {
        return HexFormat.of().formatHex(derive("role " + role, access));
    }

    /**
     * A blind index: equal values give equal 32 bytes, and nobody without the key can test a guess.
     *
     * <p>It is made with the first key of the file and not with the primary one, since what is
     * stored under an index must be found again after a rotation. New keys go to the file's end.
     */
    public byte[] blindIndex(String field, String normalisedValue) {
        try {
            return oldest.compute(label("index " + field + "\0" + normalisedValue), 32);
        } catch (GeneralSecurityException impossible) {
            throw new SealingException("the master key cannot derive", impossible);
        }
    }

    private byte[] derive(String label, UnsealAccess access) {
        Objects.requireNonNull(access);
        try {
            return prfs.computePrimary(label(label), 32);
        } catch (GeneralSecurityException impossible) {
            throw new SealingException("the master key cannot derive", impossible);
        }
    }

    private static byte[] label(String label) {
        return label.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
