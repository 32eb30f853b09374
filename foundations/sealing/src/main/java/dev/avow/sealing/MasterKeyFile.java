package dev.avow.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import dev.avow.disk.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The master key's file: Tink's JSON form of a keyset, in the clear or wrapped under a key that a
 * key service keeps and never gives out. The wrapping's associated data is {@code avow master key}.
 * Blocks.
 */
public final class MasterKeyFile {

    private static final byte[] ASSOCIATED = "avow master key".getBytes(StandardCharsets.UTF_8);

    /** A member that Tink's form of a wrapped keyset has, and that of a clear one has not. */
    private static final String WRAPPED = "\"encryptedKeyset\"";

    private MasterKeyFile() {}

    /** A change of the keyset that the file holds. */
    interface Change {
        KeysetHandle of(KeysetHandle keyset) throws GeneralSecurityException;
    }

    /** The file's text; makes a file with a new key where there is none. */
    static String text(Path file, Optional<Aead> service) {
        try {
            return KeyFile.readOrCreate(file, () -> written(fresh(), service));
        } catch (KeyServiceException unusable) {
            throw told(unusable);
        } catch (GeneralSecurityException impossible) {
            throw isDamaged(file, impossible);
        }
    }

    /** The keyset that a text of the file stands for. */
    static KeysetHandle parsed(Path file, String json, Optional<Aead> service) {
        try {
            boolean wrapped = json.contains(WRAPPED);
            if (wrapped && service.isEmpty()) {
                throw new SealingException(
                        "the master key file "
                                + file
                                + " is wrapped by a key service; set AVOW_MASTER_KEY_KMS to its"
                                + " key");
            }
            if (!wrapped && service.isPresent() && looksLikeAKey(json)) {
                throw new SealingException(
                        "the master key file "
                                + file
                                + " is not wrapped by the key service of AVOW_MASTER_KEY_KMS; run"
                                + " ./avow key wrap once, or unset that");
            }
            return read(json, service);
        } catch (KeyServiceException unusable) {
            throw told(unusable);
        } catch (GeneralSecurityException damaged) {
            throw isDamaged(file, damaged);
        }
    }

    /** The keyset of a copy that was kept, in whichever form it was then. */
    static KeysetHandle kept(Path former, Optional<Aead> service) {
        if (!Files.isRegularFile(former)) {
            throw new SealingException("there is no master key at " + former);
        }
        String json = KeyFile.read(former);
        return parsed(former, json, json.contains(WRAPPED) ? service : Optional.empty());
    }

    /**
     * For what comes before a change.
     *
     * @throws SealingException where the file is gone, or cannot be replaced
     */
    public static void requireRewritable(Path file) {
        try {
            String _ = KeyFile.read(file);
            Path real = file.toRealPath();
            if (Files.isWritable(real) && Files.isWritable(real.resolveSibling("."))) {
                return;
            }
        } catch (IOException unreadable) {
            throw new SealingException(cannotBeRewritten(file), unreadable);
        }
        throw new SealingException(cannotBeRewritten(file));
    }

    private static String cannotBeRewritten(Path file) {
        return "the master key file "
                + file
                + " cannot be rewritten; check it, its folder's permissions and the room on its"
                + " disk";
    }

    /**
     * Copies the file as it is, for backups that were made under it.
     *
     * @throws SealingException where something else is there, or it cannot be written
     */
    public static void keep(Path file, Path copy) {
        String json = KeyFile.read(file);
        try {
            PrivateFiles.createFirst(copy, json.getBytes(StandardCharsets.UTF_8));
            if (Files.readString(copy).equals(json)) {
                return;
            }
        } catch (IOException unwritable) {
            throw new SealingException(
                    "the copy of the master key cannot be written to "
                            + copy
                            + "; check its folder's permissions and the room on its disk",
                    unwritable);
        }
        throw new SealingException(
                "another file is at " + copy + "; name one that is not there yet");
    }

    /**
     * Changes the file's keyset; what is written is read once before it takes the file's place, and
     * what the file held is written over.
     *
     * @return whether it is another one now
     */
    static boolean change(Path file, Optional<Aead> service, Change change)
            throws GeneralSecurityException {
        KeysetHandle before = parsed(file, KeyFile.read(file), service);
        KeysetHandle after = change.of(before);
        if (after.equalsKeyset(before)) {
            return false;
        }
        try {
            String json = written(after, service);
            if (!read(json, service).equalsKeyset(after)) {
                throw new SealingException(
                        "the key service gave back another key; nothing changed");
            }
            put(file, json);
            return true;
        } catch (KeyServiceException unusable) {
            throw told(unusable);
        } catch (IOException unwritable) {
            throw new SealingException(cannotBeRewritten(file), unwritable);
        }
    }

    static SealingException isDamaged(Path file, Exception how) {
        return new SealingException(
                "the master key file " + file + " is damaged; restore it from your key backup",
                how);
    }

    /**
     * Wraps a file that lies in the clear; what it held is written over. The wrapped form is opened
     * once before it takes the file's place. Nothing may run on this file meanwhile.
     *
     * @return false where it was wrapped already, by whichever service
     * @throws SealingException where the file or the service cannot be used; the file is then as it
     *     was
     */
    public static boolean wrap(Path file, Aead service) {
        return rewrite(file, false, Optional.empty(), Optional.of(service));
    }

    /**
     * Puts a file that a service wrapped back into the clear, for another service or none.
     *
     * @return false where it lies in the clear already
     * @throws SealingException where the file or the service cannot be used
     */
    public static boolean unwrap(Path file, Aead service) {
        return rewrite(file, true, Optional.of(service), Optional.empty());
    }

    private static boolean rewrite(
            Path file, boolean wrapped, Optional<Aead> before, Optional<Aead> after) {
        try {
            String json = KeyFile.read(file);
            if (json.contains(WRAPPED) != wrapped) {
                return false;
            }
            KeysetHandle keyset = read(json, before);
            String again = written(keyset, after);
            if (!read(again, after).equalsKeyset(keyset)) {
                throw new SealingException(
                        "the key service gave back another key; nothing changed");
            }
            put(file, again);
            return true;
        } catch (KeyServiceException unusable) {
            throw told(unusable);
        } catch (GeneralSecurityException | IOException damaged) {
            throw new SealingException(cannotBeRewritten(file), damaged);
        }
    }

    /** Where the path is a link, the file that it leads to: the key is to lie there alone. */
    private static void put(Path file, String json) throws IOException {
        PrivateFiles.replaceWiping(file.toRealPath(), json.getBytes(StandardCharsets.UTF_8));
    }

    static KeysetHandle fresh() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedPrfParameters.HKDF_SHA256, PrfConfig2026.get());
    }

    private static String written(KeysetHandle keyset, Optional<Aead> service)
            throws GeneralSecurityException {
        return service.isPresent()
                ? TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                        keyset, service.get(), ASSOCIATED, PrfConfig2026.get())
                : TinkJsonProtoKeysetFormat.serializeKeyset(
                        keyset, PrfConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle read(String json, Optional<Aead> service)
            throws GeneralSecurityException {
        return service.isPresent()
                ? TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                        json, service.get(), ASSOCIATED, PrfConfig2026.get())
                : TinkJsonProtoKeysetFormat.parseKeyset(
                        json, PrfConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    private static boolean looksLikeAKey(String json) {
        return json.contains("\"primaryKeyId\"");
    }

    private static SealingException told(KeyServiceException unusable) {
        return new SealingException("the master key cannot be used: " + unusable.getMessage());
    }
}
