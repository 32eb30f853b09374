package dev.avow.detector.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets that only their surroundings tell; and random characters that are none. */
final class SecretsInContextTest {

    private static final FakeKeys FAKE = new FakeKeys(7);
    private static final String HEX = FAKE.hex(32);
    private static final String SHA = FAKE.hex(40);
    private static final String LONG = FAKE.base62(40);
    private static final String AWS = FAKE.base64(17) + "/" + FAKE.base62(22);
    private static final String UUID = "550e8400-e29b-41d4-a716-446655440000";
    private static final String DIGITS = FAKE.digits(32);
    private static final String TYPED = "12345678-1234-1234-1234-123456789012";
    private static final String ACCOUNT = FAKE.base64(86) + "==";
    private static final String BUS = FAKE.base64(43) + "=";

    @ParameterizedTest(name = "{0}")
    @MethodSource({"rows", "others"})
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Letters of both cases look most like words with capitals. */
    @Test
    void scan_lettersOfChance_areFoundAsRandomAsTheyAre() {
        FakeKeys fake = new FakeKeys(3);
        int missed = 0;
        for (int i = 0; i < 5_000; i++) {
            missed += Found.in("apiToken = \"" + fake.letters(20) + "\"").isEmpty() ? 1 : 0;
        }
        assertThat(missed).isLessThan(75);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> rows() {
        String twilio = "S" + "K" + HEX;
        String basic = base64("robin:r3dbreast");
        return Stream.of(
                arguments("AWS, variable", "AWS_SECRET_ACCESS_KEY=" + AWS, "aws_key:" + AWS),
                arguments("AWS, file", "aws_secret_access_key = " + AWS, "aws_key:" + AWS),
                arguments("AWS, said", "our AWS secret is " + AWS + ".", "aws_key:" + AWS),
                arguments(
                        "Azure storage",
                        "AccountName=x;AccountKey=" + ACCOUNT + ";EndpointSuffix=core",
                        "azure_key:" + ACCOUNT),
                arguments("Azure bus", "SharedAccessKey=" + BUS, "azure_key:" + BUS),
                arguments(
                        "service account", "\"private_key_id\": \"" + SHA + "\"", "gcp_key:" + SHA),
                arguments("Twilio", "twilio key " + twilio, "api_key:" + twilio),
                arguments("Datadog", "DD_API_KEY=" + HEX, "api_key:" + HEX),
                arguments("bearer", "Authorization: Bearer " + LONG, "authorization:" + LONG),
                arguments("basic", "Authorization: Basic " + basic, "authorization:" + basic),
                arguments("token", "Authorization: token " + SHA, "authorization:" + SHA),
                arguments("assigned", "client_secret: " + HEX, "secret:" + HEX),
                arguments("short in quotes", "\"secret\": \"x7Gh2!pQ\"", "secret:x7Gh2!pQ"),
                arguments("header", "X-Api-Key: " + LONG, "secret:" + LONG),
                arguments("UUID as a key", "api_key = \"" + UUID + "\"", "secret:" + UUID),
                arguments("said", "The API key we got is " + LONG, "secret:" + LONG),
                arguments("French", "voici la clé " + LONG, "secret:" + LONG),
                arguments("said, a UUID", "the api key is " + UUID + ".", "secret:" + UUID),
                arguments("a UUID of digits in order", "token: '" + TYPED + "'", "secret:" + TYPED),
                arguments(
                        "words that somebody chose",
                        "secret = \"kestrel-77-heron-23\"",
                        "secret:kestrel-77-heron-23"),
                arguments("after a place", "next_page: 2, api_key: " + LONG, "secret:" + LONG),
                arguments("change of a password", "changePassword='x7Gh2!pQ'", "password:x7Gh2!pQ"),
                arguments("digits alone", "clientSecret: " + DIGITS, "secret:" + DIGITS),
                arguments("said, short", "our token is x7Gh2pQ94kLm", "secret:x7Gh2pQ94kLm"),
                arguments(
                        "acronym before the word",
                        "String ETSYToken = \"" + LONG + "\";",
                        "secret:" + LONG),
                arguments("dots after a long one", "api_token: " + LONG + "...", "secret:" + LONG),
                arguments(
                        "dots after a long one that is said",
                        "the API key we got is " + LONG + "...",
                        "secret:" + LONG));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments("commit", "commit " + SHA, ""),
                arguments("alphabet", "key_token = \"0123456789abcdefghijklmnop\"", ""),
                arguments("letter held down", "client_secret: a1b2c3xxxxxxxd4e5f6g7", ""),
                arguments("cut short", "api_token: 9f86d081884c7d659a2f...", ""),
                arguments("key event", "key_down_event=" + FAKE.base62(30), ""),
                arguments("version", "the.token: jjwt-jackson-0.11.2", ""),
                arguments("hash", "the key's sha256 is " + FAKE.hex(64), ""),
                arguments("UUID", "session " + UUID, ""),
                arguments("alone", LONG, ""),
                arguments("a number of a person", "clave CURP: GODE561231HDFRRL09", ""),
                arguments("a UUID that is a key of rows", "the primary key is " + UUID, ""),
                arguments("a token against forgery", "csrf-token=" + LONG, ""),
                arguments("integrity", "\"integrity\": \"sha512-" + FAKE.base64(86) + "==\"", ""),
                arguments("data", "src=\"data:image/png;base64," + FAKE.base64(200) + "\"", ""),
                arguments("public key", "public key " + LONG, ""),
                arguments("authorized key", "ssh-rsa AAAAB3Nza" + FAKE.base64(200), ""),
                arguments("bearer's name", "the bearer authentication-2 scheme", ""),
                arguments("basic words", "Basic understanding of basic auth", ""),
                arguments("page token", "next_page_token: \"" + LONG + "\"", ""),
                arguments("a library's public key", "PublicKeyToken=b77a5c561934e089", ""),
                arguments("a site's public key", "siteKey: '" + LONG + "'", ""),
                arguments("a place in a list", "resumeToken = \"" + LONG + "\"", ""),
                arguments("a place, on a command line", "list --next-token " + UUID, ""),
                arguments("a version's lock", "\"LockToken\": \"" + UUID + "\"", ""),
                arguments("a lock, on a command line", "--lock-token " + UUID, ""),
                arguments("ciphertext", "encryptedApiKey = \"" + LONG + "\"", ""),
                arguments("an example by its name", "exampleToken = \"" + LONG + "\"", ""),
                arguments("digits in order", "api_key = \"1234567890abcdef1234567890ab\"", ""),
                arguments("two rows in turns", "secret = \"a1b2c3d4e5f6g7h8i9j0\"", ""),
                arguments("groups in order", "token = \"abc123def456ghi789jkl012\"", ""),
                arguments("a piece again", "secret = \"k7Qd9xk7Qd9xk7Qd9x\"", ""),
                arguments("words and a typed number", "apiKey: \"test-api-key-12345\"", ""),
                arguments("a digest", "token: \"sha256:" + FAKE.hex(64) + "\"", ""),
                arguments(
                        "Amazon's name of a key", "encryptionKey=\"arn:aws:kms:x:7:key/k7Q\"", ""),
                arguments("Amazon's name of a secret", "arn:aws:x:7:secret:prod/db-k7Qd9x", ""),
                arguments("a list's name", "result_key: \"DBSubnetGroups\"", ""),
                arguments("a name in a program", "key: test1024Key", ""),
                arguments("a type", "x25519_key: x25519.X25519PrivateKey,", ""),
                arguments("a test's outcome", "--- PASS: TestVet/5 (0.07s)", ""),
                arguments("a number of somebody", "token: '255382876076358950'", ""),
                arguments("a number of decimals", "token: 1000000000000000000000000000000", ""),
                arguments("a file", "private_key = \"~/.ssh/id_ed25519_2024\"", ""),
                arguments("a folder", "env = append(env, \"PWD=\"+tc.pwd)", ""),
                arguments(
                        "a page at AWS",
                        "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/EBSSnapshots.html",
                        ""),
                arguments("a role at AWS", "aws AmazonEC2ContainerServiceforEC2RolePolic", ""),
                arguments("a hash in AWS's list", "aws secret,sha256=-" + FAKE.base62(40), ""),
                arguments(
                        "AWS's example",
                        "aws_secret_access_key = " + FAKE.base62(30) + "EXAMPLEKEY",
                        ""),
                arguments("identifier", "token: getAccessTokenFromStore2", ""),
                arguments("call", "token = createToken(16, \"abc\")", ""),
                arguments("reference", "token: ${{ secrets.GITHUB_TOKEN }}", ""),
                arguments("stand-in", "api_key = \"your-api-key-1234\"", ""),
                arguments("a name that says it is made up", "fakeApiKey = \"" + LONG + "\"", ""),
                arguments("a test's other case", "nonMatchingToken := \"" + LONG + "\"", ""),
                arguments("words behind a number", "token:\"doc4711:ListOfCountryCodes\"", ""),
                arguments("language model", "eos_token: \"<|end_2|>\"", ""),
                arguments("name of a secret", "secret: my-app-secret-v1", ""),
                arguments("a long name", "key getBase64EncodedKeyFromTheStore2", ""));
    }
}
