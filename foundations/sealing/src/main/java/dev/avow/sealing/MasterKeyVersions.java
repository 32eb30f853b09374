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
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The versions of the master key. For each, the wrapping key is {@code HKDF(version, "avow wrap
 * v1", 32)}, used as AES-256-GCM under the same key id, so that what was wrapped says under which.
 * Immutable, safe for any thread.
 *
 * @param wrapping wraps with the newest, opens with each
 * @param newest the newest alone
 * @param newestFirst what derives, the newest's first
 * @param all their numbers, in the same order
 */
record MasterKeyVersions(Aead wrapping, Aead newest, List<Prf> newestFirst, List<String> all) {

    private static final byte[] WRAP = "avow wrap v1".getBytes(StandardCharsets.UTF_8);

    MasterKeyVersions {
        newestFirst = List.copyOf(newestFirst);
        all = List.copyOf(all);
    }

    static MasterKeyVersions of(KeysetHandle keyset) throws GeneralSecurityException {
        PrfSet prfs = keyset.getPrimitive(PrfConfig2026.get(), PrfSet.class);
        KeysetHandle wrapping = wrapping(prfs);
        List<Prf> newestFirst = new ArrayList<>();
        List<String> all = new ArrayList<>();
        newestFirst.add(Objects.requireNonNull(prfs.getPrfs().get(prfs.getPrimaryId())));
        all.add(number(prfs.getPrimaryId()));
        for (int i = keyset.size() - 1; i >= 0; i--) {
            int id = keyset.getAt(i).getId();
            if (id != prfs.getPrimaryId()) {
                newestFirst.add(Objects.requireNonNull(prfs.getPrfs().get(id)));
                all.add(number(id));
            }
        }
        return new MasterKeyVersions(
                wrapping.getPrimitive(AeadConfig2026.get(), Aead.class),
                KeyVersions.only(wrapping, _ -> false)
                        .getPrimitive(AeadConfig2026.get(), Aead.class),
                newestFirst,
                all);
    }

    @AccessesPartialKey // the wrapping keys are derived, not generated: see the class comment
    private static KeysetHandle wrapping(PrfSet prfs) throws GeneralSecurityException {
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
        return wrapping.build();
    }

    /**
     * The number of the version that wrapped a keyset. Tink's form of it is a field (the byte 18, a
     * length) that holds the ciphertext, which begins with the byte 1 and the number.
     *
     * @return {@code unknown} where it is no such thing
     */
    static String wrapperOf(byte[] wrapped) {
        int at = 1;
        while (at < wrapped.length && wrapped[at] < 0) {
            at++; // the length's bytes but the last have their first bit set
        }
        return wrapped.length > at + 6 && wrapped[0] == 18 && wrapped[at + 1] == 1
                ? HexFormat.of().formatHex(wrapped, at + 2, at + 6)
                : "unknown";
    }

    static String number(int id) {
        return HexFormat.of().toHexDigits(id);
    }

    @Override
    public String toString() {
        return "MasterKeyVersions" + all;
    }
}
