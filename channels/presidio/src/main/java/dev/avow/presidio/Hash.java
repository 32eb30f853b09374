package dev.avow.presidio;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/**
 * Puts a hash in the place: SHA-256 or SHA-512 of the text's UTF-8 bytes and then the salt's, in
 * hexadecimal. Without a {@code salt} each value gets a random one of 32 bytes that nobody keeps,
 * so that short values cannot be guessed; equal values then have different hashes. The form is
 * Presidio's own (2.2.361 and newer), so that hashes made there and here are equal.
 */
final class Hash implements Operator {

    private static final int RANDOM_SALT = 32;
    private static final int LEAST_SALT = 16;

    private final Random random;

    /**
     * @param random cryptographically strong, but in tests
     */
    Hash(Random random) {
        this.random = random;
    }

    @Override
    public String operate(String text, Parameters parameters) {
        String type = parameters.has("hash_type") ? parameters.neededText("hash_type") : "sha256";
        String algorithm =
                switch (type) {
                    case "sha256" -> "SHA-256";
                    case "sha512" -> "SHA-512";
                    default ->
                            throw PresidioError.invalid(
                                    "Parameter hash_type value "
                                            + PresidioError.quotable(type)
                                            + " is not in range of values ['sha256', 'sha512']");
                };
        byte[] salt = salt(parameters);
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(Utf8.bytes(text));
            return HexFormat.of().formatHex(digest.digest(salt));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private byte[] salt(Parameters parameters) {
        if (!parameters.has("salt")) {
            byte[] salt = new byte[RANDOM_SALT];
            random.nextBytes(salt);
            return salt;
        }
        byte[] salt = Utf8.bytes(parameters.neededText("salt"));
        if (salt.length == 0) {
            throw PresidioError.invalid(
                    "Salt parameter cannot be empty. Either omit the salt parameter to"
                            + " auto-generate a random salt, or provide a salt of at least 16 bytes"
                            + " (128 bits).");
        }
        if (salt.length < LEAST_SALT) {
            throw PresidioError.invalid(
                    "Salt must be at least 16 bytes (128 bits). Provided salt is "
                            + salt.length
                            + " bytes.");
        }
        return salt;
    }
}
