package dev.avow.detector.secrets;

import java.util.Locale;
import java.util.Set;

/** Words that are passwords though they are words, and words that are none though they are odd. */
final class PasswordWords {

    /** Letters alone that are no word of a sentence but known as passwords. */
    static final Set<String> COMMON =
            Set.of(
                    "toor",
                    "qwerty",
                    "qwertz",
                    "azerty",
                    "letmein",
                    "iloveyou",
                    "admin",
                    "root",
                    "hunter",
                    "asdf",
                    "asdfgh",
                    "trustno",
                    "opensesame");

    /** Words that only a sentence holds. */
    static final Set<String> SENTENCE =
            Set.of(
                    "password",
                    "your",
                    "enter",
                    "the",
                    "must",
                    "please",
                    "least",
                    "and",
                    "not",
                    "for",
                    "with",
                    "this",
                    "that",
                    "has",
                    "have",
                    "are",
                    "should",
                    "cannot",
                    "can",
                    "you",
                    "again",
                    "new",
                    "old",
                    "email",
                    "user",
                    "account",
                    "from",
                    "was",
                    "did",
                    "match",
                    "does",
                    "too");

    private static final Set<String> TECHNICAL =
            Set.of(
                    "sha",
                    "md5",
                    "pbkdf",
                    "argon",
                    "base",
                    "oauth",
                    "rfc",
                    "iso",
                    "nist",
                    "cve-",
                    "utf",
                    "aes",
                    "rsa",
                    "1password",
                    "sso",
                    "ldap",
                    "v1",
                    "v2",
                    "x509",
                    "wpa",
                    "http",
                    "pkcs",
                    "2fa",
                    "mfa",
                    "kerberos",
                    "ntlm",
                    "bcrypt",
                    "scrypt");

    private PasswordWords() {}

    /** Algorithms, standards and products whose names hold digits. */
    static boolean isTechnical(String chars) {
        String lower = chars.toLowerCase(Locale.ROOT);
        for (String each : TECHNICAL) {
            if (lower.startsWith(each)) {
                return true;
            }
        }
        return false;
    }
}
