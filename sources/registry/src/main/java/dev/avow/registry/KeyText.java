package dev.avow.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A key as it is kept: one line. A key that is a file of JSON is kept in base64. */
final class KeyText {

    private KeyText() {}

    static String oneLine(String plaintextKey) {
        if (!plaintextKey.startsWith("{")) {
            return plaintextKey;
        }
        return Base64.getEncoder().encodeToString(plaintextKey.getBytes(StandardCharsets.UTF_8));
    }
}
