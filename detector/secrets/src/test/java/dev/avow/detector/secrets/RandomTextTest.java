package dev.avow.detector.secrets;

import dev.avow.detector.testing.RandomTexts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, a scan does not fail and its findings lie within the text, side by side. */
final class RandomTextTest {

    private static final int TEXTS = 30_000;
    private static final List<String> PIECES =
            List.of(
                    "password",
                    "pwd",
                    "mot de passe",
                    "密码",
                    "value",
                    "name",
                    "token",
                    "api_key",
                    " is ",
                    " = ",
                    ": ",
                    "=",
                    "=>",
                    "$",
                    "!$",
                    "-",
                    "<password>",
                    "</",
                    "\"",
                    "\\\"",
                    "'",
                    "server=",
                    ";",
                    "://",
                    "postgres://a:b1c2@",
                    "jdbc:oracle:thin:",
                    "-----BEGIN PRIVATE KEY-----",
                    "-----END PRIVATE KEY-----",
                    "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ",
                    "Private-MAC: ",
                    "Private-Lines: ",
                    "PuTTY-User-Key-File-2: ",
                    "Bearer ",
                    "Basic ",
                    "cm9iaW46cjNkYnJlYXN0",
                    "eyJhbGciOiJIUzI1NiJ9",
                    "hunter2",
                    "mysql -p",
                    "curl -u ",
                    "--password ",
                    "AI" + "za",
                    "gh" + "p_",
                    "sk" + "-",
                    "8" + "Q~",
                    "x9K2mP4qR7sT1vW3yZ5aB8cD6eF0gH",
                    "hooks.slack.com/services/",
                    "123456789:",
                    ".atlas" + "v1.",
                    "%40",
                    "%",
                    "\\n",
                    "\\u0022",
                    "&quot;",
                    "\u200b",
                    "\ud83d",
                    "é",
                    "＝",
                    "\n");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void scan_randomText_staysInBounds(long seed) {
        RandomTexts.rows(PIECES, 12, 8).assertInBounds(Found.SECRETS, seed, TEXTS);
    }
}
