package dev.avow.accounts;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Makes what only its holder may know: 256 random bits as 43 base64url characters. */
final class Tokens {

    static final String KEY_PREFIX = "avow_";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private Tokens() {}

    static String plaintextToken() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static String plaintextApiKey() {
        return KEY_PREFIX + plaintextToken();
    }

    static boolean hasTheShapeOfAToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    static boolean hasTheShapeOfAnApiKey(String text) {
        return text.startsWith(KEY_PREFIX)
                && hasTheShapeOfAToken(text.substring(KEY_PREFIX.length()));
    }
}
