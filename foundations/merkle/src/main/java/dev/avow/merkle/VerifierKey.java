package dev.avow.merkle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key for signed notes: Ed25519, as C2SP's {@code signed-note} has it, written {@code
 * name+hash+key}. Immutable.
 *
 * @see <a href="https://c2sp.org/signed-note">signed-note</a>
 */
public final class VerifierKey {

    private static final byte ED25519 = 1;

    private final String name;
    private final byte[] ed25519;

    /**
     * A key.
     *
     * @param name the signer's; not empty, no plus
     * @param ed25519 the public key, 32 bytes (RFC 8032)
     */
    public VerifierKey(String name, byte[] ed25519) {
        if (name.isEmpty() || name.indexOf('+') >= 0 || ed25519.length != 32) {
            throw new IllegalArgumentException("no name or no Ed25519 key");
        }
        this.name = name;
        this.ed25519 = ed25519.clone();
    }

    /** The key that a text such as {@code example.com/log+1234abcd+AQ…} is; empty if none. */
    public static Optional<VerifierKey> parse(String text) {
        int first = text.indexOf('+');
        int second = text.indexOf('+', first + 1);
        if (first < 1 || second < 0) {
            return Optional.empty();
        }
        try {
            byte[] typed = Base64.getDecoder().decode(text.substring(second + 1));
            if (typed.length != 33 || typed[0] != ED25519) {
                return Optional.empty();
            }
            VerifierKey key =
                    new VerifierKey(text.substring(0, first), Arrays.copyOfRange(typed, 1, 33));
            return key.hash().equals(text.substring(first + 1, second))
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    public String name() {
        return name;
    }

    /** As it is handed out. */
    public String text() {
        return name + "+" + hash() + "+" + Base64.getEncoder().encodeToString(typed());
    }

    private byte[] typed() {
        return ByteBuffer.allocate(33).put(ED25519).put(ed25519).array();
    }

    private String hash() {
        return HexFormat.of().formatHex(id());
    }

    /** The first four bytes of SHA-256 over name, line feed and key. */
    byte[] id() {
        MessageDigest digest = Hash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(typed()), 4);
    }

    boolean verifies(byte[] text, byte[] signature) {
        return Ed25519.verifies(ed25519, text, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
