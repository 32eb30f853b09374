package dev.avow.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/** Seals and fingerprints for one tenant. Safe for any thread. */
public final class TenantKeys {

    private static final HexFormat HEX = HexFormat.of();

    private volatile KeyVersions seal;
    private final PrfSet fingerprint;
    private final SigningKey signing;
    private final SealingAlgorithm algorithm;

    TenantKeys(
            KeyVersions seal, PrfSet fingerprint, SigningKey signing, SealingAlgorithm algorithm) {
        this.seal = seal;
        this.algorithm = algorithm;
        this.fingerprint = fingerprint;
        this.signing = signing;
    }

    /** Wraps subjects' keys. */
    Aead wrapping() {
        return seal.all();
    }

    /** Opens what the newest version wrapped, and nothing else. */
    Aead newest() {
        return seal.newest();
    }

    /** Another process changed which versions there are. */
    void now(KeyVersions versions) {
        this.seal = versions;
    }

    /**
     * With what every value begins that the newest version of the key sealed, behind the mark that
     * {@link SealingAlgorithm#A256CBC_HS512} puts first: Tink's prefix, 5 bytes. No secret.
     */
    public byte[] newestPrefix() {
        return seal.prefix();
    }

    /** Whether the newest version of the key sealed a value. */
    public boolean isNewest(byte[] sealed) {
        return seal.isNewest(sealed);
    }

    /** How many versions of the sealing key there are; 1 where no rotation is under way. */
    public int versions() {
        return seal.count();
    }

    /**
     * A value that was sealed for a place, sealed anew under the newest version of the key. Nothing
     * comes out in the clear.
     *
     * @return empty where the newest version sealed it
     * @throws SealingException where it opens under no version
     */
    public Optional<byte[]> sealedAnew(byte[] sealed, Place place) {
        KeyVersions versions = seal;
        if (versions.isNewest(sealed)) {
            return Optional.empty();
        }
        try {
            byte[] plaintext =
                    SealingAlgorithm.open(versions.all(), sealed, place.associatedData());
            return Optional.of(algorithm.seal(versions.all(), plaintext, place.associatedData()));
        } catch (GeneralSecurityException doesNotOpen) {
            throw new SealingException(
                    "a sealed value of " + place.table() + "." + place.column() + " does not open");
        }
    }

    /**
     * Seals a value for one place.
     *
     * @return with AES-256-GCM Tink's output: prefix and key id (5 bytes), nonce (12), ciphertext,
     *     tag (16); {@link SealingAlgorithm} says what with the other
     */
    public byte[] seal(String plaintext, Place place) {
        return seal(plaintext.getBytes(StandardCharsets.UTF_8), place);
    }

    /** {@link #seal(String, Place)} for bytes. */
    public byte[] seal(byte[] plaintext, Place place) {
        try {
            return algorithm.seal(seal.all(), plaintext, place.associatedData());
        } catch (GeneralSecurityException impossible) {
            throw new SealingException(
                    "sealing failed for " + place.table() + "." + place.column());
        }
    }

    /**
     * Opens a sealed value.
     *
     * @throws SealingException where it was altered, moved from another place, or sealed under
     *     another key
     */
    public String plaintextOf(byte[] sealed, Place place, UnsealAccess access) {
        return new String(plaintextBytesOf(sealed, place, access), StandardCharsets.UTF_8);
    }

    /** {@link #plaintextOf} for what was sealed as bytes. */
    public byte[] plaintextBytesOf(byte[] sealed, Place place, UnsealAccess access) {
        Objects.requireNonNull(access);
        try {
            return SealingAlgorithm.open(seal.all(), sealed, place.associatedData());
        } catch (GeneralSecurityException doesNotOpen) {
            throw new SealingException(
                    "a sealed value of " + place.table() + "." + place.column() + " does not open");
        }
    }

    /**
     * The fingerprint of a text: HMAC-SHA-256 under the tenant's key, so that a short prompt cannot
     * be guessed from it.
     *
     * @return {@code hmac-sha256:} and 64 hexadecimal characters
     */
    public String fingerprint(byte[] text) {
        return "hmac-sha256:" + HEX.formatHex(mac(text));
    }

    /** 32 bytes that only this installation can make for this text. */
    public byte[] mac(byte[] text) {
        try {
            return fingerprint.computePrimary(text, 32);
        } catch (GeneralSecurityException impossible) {
            throw new SealingException("a fingerprint could not be made");
        }
    }

    /** An Ed25519 signature (RFC 8032), 64 bytes, which {@link #signingPublicKey} checks. */
    public byte[] signature(byte[] text) {
        return signing.sign(text);
    }

    /** The Ed25519 public key of this tenant, 32 bytes. To be handed out. */
    public byte[] signingPublicKey() {
        return signing.publicKey();
    }

    @Override
    public String toString() {
        return "TenantKeys";
    }
}
