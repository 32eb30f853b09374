package dev.avow.detector.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Recall and precision over invented texts: keys and passwords in the forms they are found in,
 * among lines that look like them and hold none. Both are above 0.95.
 */
final class AccuracyTest {

    private static final int SEEDS = 60;
    private static final double LEAST = 0.95;

    private static final List<String> KEY_FRAMES =
            List.of(
                    "%s",
                    "please use %s for the demo",
                    "TOKEN=%s\n",
                    "  apiKey: \"%s\",",
                    "{\"credentials\":{\"key\":\"%s\"}}",
                    "2026-05-02T10:00:00Z WARN auth - rejected %s from 10.0.0.7",
                    "Authorization: Bearer %s");

    private static final List<String> PASSWORD_FRAMES =
            List.of(
                    "my password is %s",
                    "Password: %s",
                    "DB_PASSWORD=%s",
                    "password = \"%s\"",
                    "{\"user\": \"robin\", \"password\": \"%s\"}",
                    "spring.datasource.password=%s",
                    "user: robin\npassword: %s\nhost: db.example",
                    "user robin, password %s",
                    "user: robin pass: %s",
                    "login with robin / password: %s, then restart",
                    "<Password>%s</Password>",
                    "mot de passe : %s",
                    "das Passwort lautet %s",
                    "mysql -u root -p'%s' shop",
                    "psql \"host=db user=app password=%s dbname=x\"",
                    "I set the wifi password to %s yesterday");

    private static final List<String> NONE =
            List.of(
                    "Your password must have at least 8 characters and one digit.",
                    "password: string;",
                    "this.password = password;",
                    "const password = req.body.password;",
                    "final String token = request.getHeader(\"X-Token-2\");",
                    "if (token == null || token.isEmpty()) return 401;",
                    "The password field is required (error 1042).",
                    "password_hash VARCHAR(255) NOT NULL",
                    "commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
                    "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
                    "id 7d444840-9dc0-11d1-b245-5ffdce74fad2 created",
                    "\"integrity\":"
                            + " \"sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYX==\"",
                    "export API_KEY=${API_KEY}",
                    "OPENAI_API_KEY=your-api-key-here",
                    "api_key = os.environ[\"OPENAI_API_KEY\"]",
                    "secret: <your-client-secret>",
                    "token = tokenizer.encode(text, max_length=512)",
                    "max_tokens: 4096, temperature: 0.7",
                    "The access token expires after 3600 seconds.",
                    "Order 7731-2204-A shipped on 2026-03-04, ref AB12CD34EF56",
                    "see https://docs.example/v1.2.3/auth?tab=token#password",
                    "postgres://user:password@localhost:5432/db",
                    "password: ********",
                    "Passwort vergessen? Klicken Sie hier.",
                    "mkdir -p /srv/app2 && docker run -p 8080:80 app:1.2",
                    "primary key (tenant_id, created_at)",
                    "foreignKey: account_2024_id",
                    "public key: MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA7x",
                    "the secret to good bread is 24h of rest",
                    "key: value1, other: value2",
                    "Token count: 15234; pass rate: 98%",
                    "password=getPassword(user1)",
                    "String sessionToken = UUID.randomUUID().toString();",
                    "He forgot his password again on 12 May 2025.");

    private int expected;
    private int found;
    private int right;

    @Test
    void scan_inventedTexts_findsNearlyAllAndNearlyNothingElse() {
        List<String> wrong = new ArrayList<>();
        for (int seed = 100; seed < 100 + SEEDS; seed++) {
            FakeKeys fake = new FakeKeys(seed);
            for (String[] key : fake.providers()) {
                for (String frame : KEY_FRAMES) {
                    count(frame, key[1], wrong);
                }
            }
            for (String frame : PASSWORD_FRAMES) {
                count(frame, fake.password(), wrong);
            }
            for (String text : NONE) {
                count(text, "", wrong);
            }
        }
        double recall = (double) right / expected;
        double precision = (double) right / found;
        assertThat(recall).as("missed: %s", wrong).isGreaterThan(LEAST);
        assertThat(precision).as("wrong: %s", wrong).isGreaterThan(LEAST);
    }

    private void count(String frame, String value, List<String> wrong) {
        String text = value.isEmpty() ? frame : frame.formatted(value);
        List<Finding> findings = Found.SECRETS.scan(text, Found.AMPLE).findings();
        int at = value.isEmpty() ? -1 : text.indexOf(value);
        boolean hit =
                findings.stream().anyMatch(f -> f.start() == at && f.end() == at + value.length());
        expected += value.isEmpty() ? 0 : 1;
        found += findings.size();
        right += hit ? 1 : 0;
        if (!hit && !(value.isEmpty() && findings.isEmpty())) {
            wrong.add(text + " -> " + Found.in(text));
        }
    }
}
