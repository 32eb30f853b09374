package dev.avow.merkle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The public key of a witness: it cosigns checkpoints that continue those it saw before. Ed25519,
 * as C2SP's {@code tlog-cosignature} has it, written {@code name+hash+key} as a log's is, with
 * another type. Immutable.
 *
 * @param name the witness's
 * @param ed25519 the public key, 32 bytes (RFC 8032), in base64
 * @see <a href="https://c2sp.org/tlog-cosignature">tlog-cosignature</a>
 */
public record CosignerKey(String name, String ed25519) {

    private static final byte COSIGNATURE = 4;
    private static final String DASH = "\u2014 ";
    private static final int ID_BYTES = 4;

    public CosignerKey {
        if (name.isEmpty()
                || name.chars().anyMatch(c -> c <= ' ' || c == '+')
                || Base64.getDecoder().decode(ed25519).length != Ed25519.KEY_BYTES) {
            throw new IllegalArgumentException("no name or no Ed25519 key");
        }
    }

    /** The key that a text such as {@code witness.example/w1+1234abcd+BA…} is; empty if none. */
    public static Optional<CosignerKey> parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            if (typed.length != 1 + Ed25519.KEY_BYTES || typed[0] != COSIGNATURE) {
                return Optional.empty();
            }
            byte[] key = Arrays.copyOfRange(typed, 1, typed.length);
            return Optional.of(new CosignerKey(parts[0], Base64.getEncoder().encodeToString(key)))
                    .filter(each -> each.hash().equals(parts[1]));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** As it is handed out. */
    public String text() {
        return name + "+" + hash() + "+" + Base64.getEncoder().encodeToString(typed());
    }

    /** The key's id, eight digits. */
    public String hash() {
        return HexFormat.of().formatHex(id());
    }

    /** The first four bytes of SHA-256 over name, line feed, type and key. */
    private byte[] id() {
        MessageDigest digest = Hash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(typed()), ID_BYTES);
    }

    private byte[] typed() {
        byte[] key = Base64.getDecoder().decode(ed25519);
        return ByteBuffer.allocate(1 + key.length).put(COSIGNATURE).put(key).array();
    }

    /**
     * A cosignature.
     *
     * @param at when the witness says that it made it
     * @param line as it stands below a note, with its line feed
     */
    public record Cosignature(Instant at, String line) {}

    /**
     * This key's cosignature of a text, among signature lines.
     *
     * @param text a note's, ended by a line feed
     * @param lines a note's signature lines, whoever's; one that is this key's and does not verify
     *     counts as none
     */
    public Optional<Cosignature> find(String text, List<String> lines) {
        return lines.stream().flatMap(line -> cosignature(text, line).stream()).findFirst();
    }

    /** This key's cosignature of a whole note; empty where it has none. */
    public Optional<Cosignature> find(String note) {
        int end = note.lastIndexOf("\n\n");
        return end < 0
                ? Optional.empty()
                : find(
                        note.substring(0, end + 1),
                        List.of(note.substring(end + 2).split("\n", -1)));
    }

    private Optional<Cosignature> cosignature(String text, String line) {
        String head = DASH + name + " ";
        if (!line.startsWith(head)) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap(Base64.getDecoder().decode(line.substring(head.length())));
            byte[] id = new byte[ID_BYTES];
            byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
            if (bytes.remaining() != id.length + Long.BYTES + signature.length) {
                return Optional.empty();
            }
            bytes.get(id);
            long seconds = bytes.getLong();
            bytes.get(signature);
            boolean signed =
                    Arrays.equals(id, id())
                            && seconds > 0
                            && Ed25519.verifies(
                                    Base64.getDecoder().decode(ed25519),
                                    message(seconds, text),
                                    signature);
            return signed
                    ? Optional.of(new Cosignature(Instant.ofEpochSecond(seconds), line + "\n"))
                    : Optional.empty();
        } catch (IllegalArgumentException | java.time.DateTimeException noCosignature) {
            return Optional.empty();
        }
    }

    private static byte[] message(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text();
    }
}
