package dev.avow.arrive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What is known of a prompt without its text: SHA-256 over every prompt segment's UTF-8, each
 * followed by a zero byte, and how many bytes of text there are. Only a fingerprint under the
 * tenant's key may be kept of it.
 */
public final class PromptDigest {

    private final MessageDigest sha256;
    private int bytes;

    private PromptDigest(MessageDigest sha256) {
        this.sha256 = sha256;
    }

    /** The digest of a request's prompt. */
    public static PromptDigest of(Arrived arrived) {
        try {
            PromptDigest digest = new PromptDigest(MessageDigest.getInstance("SHA-256"));
            Segment.eachLeaf(arrived.segments(), digest::add);
            return digest;
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private void add(Segment.Leaf leaf) {
        if (leaf.isPrompt()) {
            byte[] utf8 = leaf.unmaskedText().getBytes(StandardCharsets.UTF_8);
            sha256.update(utf8);
            sha256.update((byte) 0);
            bytes += utf8.length;
        }
    }

    /** 32 bytes. Ends this digest. */
    public byte[] sha256() {
        return sha256.digest();
    }

    /** Bytes of text. */
    public int length() {
        return bytes;
    }
}
