package dev.avow.merkle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A text and who signed it, as C2SP's {@code signed-note} has it: the text, an empty line, and a
 * line {@code — name base64(key id, signature)} for each signer. Stateless.
 */
public final class SignedNote {

    private static final String DASH = "\u2014 ";

    private SignedNote() {}

    /**
     * Signs a text.
     *
     * @param text ends with a line feed
     * @param key whose signature it is to be
     * @param signer makes the 64 bytes of an Ed25519 signature
     */
    public static String sign(String text, VerifierKey key, UnaryOperator<byte[]> signer) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("a note's text ends with a line feed");
        }
        byte[] signature = signer.apply(text.getBytes(StandardCharsets.UTF_8));
        byte[] named =
                ByteBuffer.allocate(4 + signature.length).put(key.id()).put(signature).array();
        return text
                + "\n"
                + DASH
                + key.name()
                + " "
                + Base64.getEncoder().encodeToString(named)
                + "\n";
    }

    /** The note's text where that key has signed it; empty where it has not, or it is no note. */
    public static Optional<String> verified(String note, VerifierKey key) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        String text = note.substring(0, end + 1);
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        for (String line : note.substring(end + 2).split("\n", -1)) {
            if (isSignature(line, key, signed)) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static boolean isSignature(String line, VerifierKey key, byte[] signed) {
        String head = DASH + key.name() + " ";
        if (!line.startsWith(head)) {
            return false;
        }
        try {
            byte[] named = Base64.getDecoder().decode(line.substring(head.length()));
            return named.length == 68
                    && Arrays.equals(Arrays.copyOf(named, 4), key.id())
                    && key.verifies(signed, Arrays.copyOfRange(named, 4, 68));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
