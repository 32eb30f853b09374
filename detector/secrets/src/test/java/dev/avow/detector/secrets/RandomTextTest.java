package dev.avow.detector.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.List;
import java.util.Random;
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
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            Scan scan = Found.SECRETS.scan(text, Found.AMPLE);
            assertThat(scan.coverage())
                    .as("seed %d, text %d", seed, i)
                    .isEqualTo(Coverage.COMPLETE);
            int last = 0;
            for (Finding finding : scan.findings()) {
                if (finding.start() < last || finding.end() > text.length()) {
                    throw new AssertionError("seed " + seed + ", text " + i);
                }
                last = finding.end();
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            switch (random.nextInt(8)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.append((char) (0x20 + random.nextInt(0x5F)));
                default -> text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }
}
