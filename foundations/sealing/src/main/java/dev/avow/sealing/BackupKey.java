package dev.avow.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.UUID;

/**
 * The key of one backup: AES-256-GCM, made for it alone and wrapped under the master key, so that a
 * backup opens where the master key is and nowhere else. The associated data of the wrapping is
 * {@code backup/ID}. Immutable, safe for any thread.
 */
public final class BackupKey {

    private final UUID backup;
    private final byte[] wrapped;
    private final Aead aead;
    private final SealingAlgorithm algorithm;

    private BackupKey(UUID backup, byte[] wrapped, Aead aead, SealingAlgorithm algorithm) {
        this.algorithm = algorithm;
        this.backup = backup;
        this.wrapped = wrapped;
        this.aead = aead;
    }

    /**
     * A new key.
     *
     * @param algorithm what the backup's blocks are sealed by
     */
    public static BackupKey fresh(MasterKey master, UUID backup, SealingAlgorithm algorithm) {
        try {
            KeysetHandle keyset =
                    KeysetHandle.generateNew(
                            PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            byte[] wrapped =
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(
                            keyset,
                            master.wrapping(),
                            associatedData(backup),
                            AeadConfig2026.get());
            return new BackupKey(
                    backup,
                    wrapped,
                    keyset.getPrimitive(AeadConfig2026.get(), Aead.class),
                    algorithm);
        } catch (GeneralSecurityException impossible) {
            throw new SealingException("a backup's key could not be made");
        }
    }

    /**
     * The key of a backup that was made before.
     *
     * @throws SealingException where it does not open under this master key
     */
    public static BackupKey unwrap(MasterKey master, UUID backup, byte[] wrapped) {
        try {
            return new BackupKey(
                    backup,
                    wrapped.clone(),
                    TinkProtoKeysetFormat.parseEncryptedKeyset(
                                    wrapped,
                                    master.wrapping(),
                                    associatedData(backup),
                                    AeadConfig2026.get())
                            .getPrimitive(AeadConfig2026.get(), Aead.class),
                    SealingAlgorithm.A256GCM);
        } catch (GeneralSecurityException wrongKey) {
            throw new SealingException(
                    "the backup was made under the master key "
                            + MasterKeyVersions.wrapperOf(wrapped)
                            + " and does not open under "
                            + String.join(", ", master.versions())
                            + "; set AVOW_MASTER_KEY_FILE to the one that its installation had, or"
                            + " name a copy of it with ./avow restore --former-master-key FILE",
                    wrongKey);
        }
    }

    /** This key under the master key. */
    public byte[] wrapped() {
        return wrapped.clone();
    }

    /**
     * Seals bytes for one place of the backup.
     *
     * @param part what they belong to
     * @param position which of its blocks they are, from 0
     * @param rows how many rows they hold
     * @return what the algorithm makes
     */
    public byte[] seal(byte[] plaintext, String part, long position, int rows) {
        try {
            return algorithm.seal(aead, plaintext, place(part, position, rows));
        } catch (GeneralSecurityException impossible) {
            throw new SealingException("sealing failed for a backup's " + part);
        }
    }

    /**
     * Opens what was sealed for a place.
     *
     * @throws SealingException where it was altered, or moved from another place or backup
     */
    public byte[] plaintextOf(
            byte[] sealed, String part, long position, int rows, UnsealAccess access) {
        Objects.requireNonNull(access);
        try {
            return SealingAlgorithm.open(aead, sealed, place(part, position, rows));
        } catch (GeneralSecurityException altered) {
            throw new SealingException(
                    "block " + position + " of the backup's " + part + " is damaged or not its own",
                    altered);
        }
    }

    private byte[] place(String part, long position, int rows) {
        byte[] name = part.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(28 + name.length)
                .putLong(backup.getMostSignificantBits())
                .putLong(backup.getLeastSignificantBits())
                .putLong(position)
                .putInt(rows)
                .put(name)
                .array();
    }

    private static byte[] associatedData(UUID backup) {
        return ("backup/" + backup).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "BackupKey";
    }
}
