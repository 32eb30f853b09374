package dev.avow.bedrock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.words.FaultException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The key is the example of AWS's documentation; the signatures are botocore's. */
final class BedrockKeyTest {

    private static final String ID = "AKIAIOSFODNN7EXAMPLE";
    private static final String PLAINTEXT_KEY = ID + ":wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final byte[] BODY = "{\"messages\":[]}".getBytes(UTF_8);
    private static final URI AT_AWS =
            URI.create(
                    "https://bedrock-runtime.eu-west-1.amazonaws.com/model/anthropic.claude-3%3A0/converse");

    private final BedrockKey key =
            new BedrockKey(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));

    @Test
    void headers_apiKey_isSentAsItIs() {
        assertThat(key.headers("ABSKexample+/=", "POST", () -> AT_AWS, BODY))
                .isEqualTo(Map.of("Authorization", "Bearer ABSKexample+/="));
    }

    @Test
    void headers_accessKey_signsAsBotocoreDoes() {
        assertThat(key.headers(PLAINTEXT_KEY, "POST", () -> AT_AWS, BODY))
                .containsEntry("X-Amz-Date", "20260101T000000Z")
                .containsEntry(
                        "Authorization",
                        "AWS4-HMAC-SHA256"
                            + " Credential=AKIAIOSFODNN7EXAMPLE/20260101/eu-west-1/bedrock/aws4_request,"
                            + " SignedHeaders=host;x-amz-content-sha256;x-amz-date,"
                            + " Signature=de47282d4765ac4a419775e85bd2f439f8feea03d231e7b9203d31e7482122bf");
    }

    @Test
    void headers_temporaryAccessKey_signsItsTokenToo() {
        assertThat(key.headers(PLAINTEXT_KEY + ":token/+=", "POST", () -> AT_AWS, BODY))
                .containsEntry("X-Amz-Security-Token", "token/+=")
                .containsEntry(
                        "Authorization",
                        "AWS4-HMAC-SHA256"
                            + " Credential=AKIAIOSFODNN7EXAMPLE/20260101/eu-west-1/bedrock/aws4_request,"
                            + " SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,"
                            + " Signature=c601226308b3e147b70125d562e596bbcfa83a9e78134dca8af7d439429842e5");
    }

    /** B8: an echo of a request's head repeats the token of a temporary key, and its id. */
    @Test
    void secrets_ofATemporaryKey_areItsIdAndWhatNoOtherTokenEndsLike() {
        String end = "the-32-letters-at-a-token's-end.";
        String temporary = PLAINTEXT_KEY + ":IQoJb3JpZ2luX2VjEJv//////////wEaCXVzLWVhc3QtMSJ" + end;

        assertThat(key.secrets(temporary, key.headers(temporary, "POST", () -> AT_AWS, BODY)))
                .hasValue(List.of("AKIAIOSFODNN7EXAMPLE", end));
        assertThat(key.secrets("ABSKexample+/=", Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://bedrock-runtime.us-east-1.amazonaws.com, '', us-east-1",
        "https://bedrock-runtime-fips.us-gov-west-1.amazonaws.com, '', us-gov-west-1",
        "https://vpce-0a.bedrock-runtime.ap-southeast-2.vpce.amazonaws.com, '', ap-southeast-2",
        "http://127.0.0.1:8080/bedrock, :eu-central-1, eu-central-1",
        "http://127.0.0.1:8080/bedrock, :token:eu-central-1, eu-central-1"
    })
    void headers_accessKey_namesTheRegion(String base, String more, String region) {
        assertThat(key.headers(PLAINTEXT_KEY + more, "POST", () -> URI.create(base), BODY))
                .hasEntrySatisfying(
                        "Authorization",
                        said -> assertThat(said).contains("/" + region + "/bedrock/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAINTEXT_KEY, "a:b:c:d", ":b", "a:", "a:b:c:d:eu-west-1"})
    void headers_unusableKey_saysWhyWithoutTheKey(String plaintextKey) {
        URI elsewhere = URI.create("http://127.0.0.1:8080/model/m/converse");
        FaultException refused =
                catchThrowableOfType(
                        FaultException.class,
                        () -> key.headers(plaintextKey, "POST", () -> elsewhere, BODY));
        assertThat(refused.fault().message()).contains("ID:SECRET").doesNotContain("wJalr");
    }
}
