package dev.avow.detector.secrets;

import dev.avow.detector.secrets.SecretNames.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names for secrets that are more than one word, or not in the Latin script. */
final class SecretPhrases {

    private static final Set<String> LAST_WORDS =
            Set.of(
                    "passe", "key", "api", "value", "acceso", "accesso", "paso", "clave", "chiave",
                    "default");

    private static final List<String> PASSWORDS =
            List.of("mot de passe", "palavra-passe", "palabra de paso", "clave de acceso", "clave");

    private static final List<String> SECRETS =
            List.of(
                    "api key",
                    "secret key",
                    "access key",
                    "private key",
                    "encryption key",
                    "license key",
                    "signing key",
                    "clé api",
                    "clé d'api",
                    "clave api",
                    "clave de api",
                    "chiave api");

    private static final List<String> OTHER =
            List.of("пароль", "密码", "密碼", "口令", "パスワード", "비밀번호", "암호", "кодпарол", "κωδικός");

    private static final List<String> NAMED = List.of("name", "key", "variable");

    private SecretPhrases() {}

    /** All words that may end a phrase. */
    static Set<String> lastWords() {
        return LAST_WORDS;
    }

    /**
     * Whether a word in lower case may end a phrase, so that what stands before is worth reading.
     */
    static boolean mayEnd(String word) {
        return LAST_WORDS.contains(word);
    }

    /** What a phrase asks for that some text in lower case ends with. */
    static Kind kind(String before, String last) {
        if (last.equals("value") || last.equals("default")) {
            return named(before, last);
        }
        for (String phrase : PASSWORDS) {
            if (before.endsWith(phrase)) {
                return Kind.PASSWORD;
            }
        }
        for (String phrase : SECRETS) {
            if (before.endsWith(phrase)) {
                return Kind.SECRET;
            }
        }
        return Kind.NOTHING;
    }

    static Kind otherScript(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (String each : OTHER) {
            if (lower.endsWith(each)) {
                return Kind.PASSWORD;
            }
        }
        return Kind.NOTHING;
    }

    /**
     * {@code name: DB_PASSWORD} before {@code value}, in YAML, JSON or as attributes; a Terraform
     * {@code variable "db_password"} before {@code default}.
     */
    private static Kind named(String before, String last) {
        int end = before.length() - last.length();
        while (end > 0 && !isName(before.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && isName(before.charAt(start - 1))) {
            start--;
        }
        String name = before.substring(start, end);
        int p = start;
        while (p > 0 && " \"':=\\".indexOf(before.charAt(p - 1)) >= 0) {
            p--;
        }
        for (String label : NAMED) {
            // The compiled JavaScript does not take a place before the start for a miss.
            int at = p - label.length();
            if (at >= 0 && p < start && before.startsWith(label, at)) {
                return SecretNames.kind(name);
            }
        }
        return Kind.NOTHING;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
    }
}
