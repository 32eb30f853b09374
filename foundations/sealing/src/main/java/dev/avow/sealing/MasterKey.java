package dev.avow.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.Prf;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The installation's master key. It wraps the tenants' keys and derives what the installation needs
 * for itself.
 *
 * <p>The file ({@link MasterKeyFile}) holds one Tink keyset of HKDF-SHA256 keys (RFC 5869), in the
 * clear or wrapped by a key service. A key of it is a version of the master key ({@link
 * MasterKeyVersions}). The primary one, the newest, wraps and derives; the others open what they
 * wrapped, and find what was derived from them. {@link MasterKeyRotation} changes which there are,
 * and {@link #refresh} makes a running process follow. Safe for any thread.
 */
public final class MasterKey {

    private final Path file;
    private final Optional<Aead> service;
    private volatile Held held;

    /** What is in memory, and the file's text that it was read from. */
    private static final class Held {
        private final String text;
        private final MasterKeyVersions versions;

        Held(String text, MasterKeyVersions versions) {
            this.text = text;
            this.versions = versions;
        }
    }

    private MasterKey(Path file, Optional<Aead> service, Held held) {
        this.file = file;
        this.service = service;
        this.held = held;
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
     * It is asked once, here, and again when the file changed.
     *
     * @param service empty: the file lies in the clear
     * @throws SealingException also where the service refuses or is away
     */
    public static MasterKey readOrCreate(Path file, Optional<Aead> service) {
        return new MasterKey(file, service, read(file, service, MasterKeyFile.text(file, service)));
    }

    private static Held read(Path file, Optional<Aead> service, String text) {
        try {
            return new Held(text, MasterKeyVersions.of(MasterKeyFile.parsed(file, text, service)));
        } catch (GeneralSecurityException damaged) {
            throw MasterKeyFile.isDamaged(file, damaged);
        }
    }

    /**
     * Reads the file again where it changed. Blocks.
     *
     * @throws SealingException where it cannot be used or is gone; then what is in memory stays in
     *     use
     */
    public void refresh() {
        String text = KeyFile.read(file);
        if (!text.equals(held.text)) {
            held = read(file, service, text);
        }
    }

    /**
     * For whoever met something that this key does not open: reads the file again.
     *
     * @return whether there is another key now; false too where the file cannot be used
     */
    public boolean lookAgain() {
        String before = held.text;
        try {
            refresh();
        } catch (SealingException unusable) {
            return false;
        }
        return !before.equals(held.text);
    }

    /**
     * This master key, which also opens what an earlier one wrapped. It does not follow its file.
     *
     * @param former a copy of the file that was kept, in the clear or wrapped by the same service
     * @throws SealingException where that one cannot be used
     */
    public MasterKey opening(Path former) {
        try {
            KeysetHandle both =
                    KeyVersions.merged(
                            MasterKeyFile.parsed(file, held.text, service),
                            MasterKeyFile.kept(former, service));
            return new MasterKey(file, service, new Held(held.text, MasterKeyVersions.of(both)));
        } catch (GeneralSecurityException damaged) {
            throw MasterKeyFile.isDamaged(former, damaged);
        }
    }

    /** Changes which versions the file holds. */
    public MasterKeyRotation rotation() {
        return new MasterKeyRotation(this, file, service);
    }

    /** The numbers of the versions that are in memory, 8 hexadecimal digits each; no secret. */
    public List<String> versions() {
        return held.versions.all();
    }

    /** The number of the version that wrapped a key; {@code unknown} where that cannot be told. */
    public static String wrapperOf(byte[] wrapped) {
        return MasterKeyVersions.wrapperOf(wrapped);
    }

    Aead wrapping() {
        return held.versions.wrapping();
    }

    /** Opens what the newest version wrapped, and nothing else. */
    Aead newest() {
        return held.versions.newest();
    }

    /**
     * Passwords for one of the installation's own database roles: 64 hexadecimal characters, the
     * same for every node that has this master key. The first is the one to set; while the key is
     * rotated the role may still have one of the others.
     */
    public List<String> plaintextRolePasswords(String role, UnsealAccess access) {
        Objects.requireNonNull(access);
        return derived("role " + role).stream().map(HexFormat.of()::formatHex).toList();
    }

    /** The first of {@link #plaintextRolePasswords}. */
    public String plaintextRolePassword(String role, UnsealAccess access) {
        return plaintextRolePasswords(role, access).getFirst();
    }

    /**
     * Blind indexes: equal values give equal 32 bytes, and nobody without the key can test a guess.
     * What is stored has the first; while the key is rotated some of it may still have another.
     */
    public List<byte[]> blindIndexes(String field, String normalisedValue) {
        return derived("index " + field + "\0" + normalisedValue);
    }

    /** The first of {@link #blindIndexes}. */
    public byte[] blindIndex(String field, String normalisedValue) {
        return blindIndexes(field, normalisedValue).getFirst();
    }

    private List<byte[]> derived(String label) {
        byte[] input = label.getBytes(StandardCharsets.UTF_8);
        return held.versions.newestFirst().stream().map(prf -> derived(prf, input)).toList();
    }

    private static byte[] derived(Prf prf, byte[] input) {
        try {
            return prf.compute(input, 32);
        } catch (GeneralSecurityException impossible) {
            throw new SealingException("the master key cannot derive", impossible);
        }
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
