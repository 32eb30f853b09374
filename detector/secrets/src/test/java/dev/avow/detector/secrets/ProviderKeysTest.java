package dev.avow.detector.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every provider's key, many times over and wherever keys stand. */
final class ProviderKeysTest {

    private static final int SEEDS = 40;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "Here is the key: %s, please keep it.",
                "export KEY=%s\n",
                "{\"api_key\": \"%s\"}",
                "{\\\"token\\\": \\\"%s\\\"}",
                "curl -H 'Authorization: Bearer %s' https://api.example",
                "(%s)",
                "use `%s`.",
                "const c = new Client('%s');",
                "we got %s from them"
            })
    void scan_providersKey_isFoundWhole(String frame) {
        List<String> missed = new ArrayList<>();
        int all = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            for (String[] key : new FakeKeys(seed).providers()) {
                all++;
                String expected = key[0] + ":" + key[1];
                String found = Found.in(frame.formatted(key[1]));
                if (!found.equals(expected)) {
                    missed.add(expected + " -> " + found);
                }
            }
        }
        assertThat(missed).as(frame).hasSizeLessThan(all / 100);
    }

    @Test
    void scan_dotsAfterKeyOfOneLength_keyIsFound() {
        String key = "AK" + "IA" + new FakeKeys(7).upper(16);
        assertThat(Found.in("we use " + key + "... for now")).isEqualTo("aws_key:" + key);
        assertThat(Found.in("we use " + key + "\u2026")).isEqualTo("aws_key:" + key);
    }

    @Test
    void scan_dotsAfterKeyOfManyLengths_isCutShort() {
        String begin = "sk-" + "ant-api03-" + new FakeKeys(7).base62(30);
        assertThat(Found.in("we use " + begin + "...")).isEmpty();
    }

    /** The third part is the secret: once it was left out of the finding. */
    @Test
    void scan_sentryToken_isFoundWithItsSecret() {
        FakeKeys fake = new FakeKeys(7);
        String object = "snt" + "rys_eyJ" + fake.base62(100);
        String token = object + "_" + fake.base62(43);
        assertThat(Found.in("use " + token + " here")).isEqualTo("api_key:" + token);
        assertThat(Found.in("use " + object + "= here")).isEmpty();
        assertThat(Found.in("use " + token + "a here")).isEmpty();
    }

    @Test
    void scan_crcOfGithub_isThePublishedOne() {
        // CRC-32 of "123456789" is 0xCBF43926 in every catalogue of checks; that in base 62.
        assertThat(Crc32Tail.of("123456789")).isEqualTo("3jZRME");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "ghp_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "sk-your-api-key-goes-right-here-please",
                "hf_your_token",
                "re_compile_the_whole_pattern_again",
                "sk_live_...",
                "a task-force-of-people-who-work-on-risk-management",
                "the AKIA prefix",
                "glpat-<your-token>",
                "AKIAIOSFOD",
                "AKIA1234567890ABCDEF",
                "AKIAEXAMPLEK7QD9XB3F",
                "ghp_0123456789abcdef0123456789abcdef0123",
                "sk-1234567890abcdef1234567890abcdef",
                "xoxb-123456789012-1234567890123-abcdefABCDEF123456789012",
                "pk_live_ is public",
                "live_streaming_of_everything_now_and_then"
            })
    void scan_standInOrName_isNotFound(String text) {
        assertThat(Found.in(text)).isEmpty();
    }
}
