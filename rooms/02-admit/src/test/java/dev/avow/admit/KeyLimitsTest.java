package dev.avow.admit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "openai/gpt-5,    openai, gpt-5,      true,  the model itself",
        "openai/gpt-5,    openai, gpt-5-mini, false, not one that begins so",
        "openai/gpt-5,    azure,  gpt-5,      false, not another provider's",
        "openai/*,        openai, gpt-5,      true,  all of a provider",
        "openai/*,        openai, meta/llama, true,  a name may hold slashes",
        "openai/*,        opena,  i/x,        false, the slash is the provider's end",
        "openai/gpt-5*,   openai, gpt-5-mini, true,  all that begin so",
        "gpt-5,           azure,  gpt-5,      true,  any provider's",
        "gpt-5*,          azure,  gpt-5-mini, true,  any provider's that begin so",
        "*,               azure,  anything,   true,  every model",
        "gpt-5,           gpt-5,  other,      false, a provider is no model",
    })
    void allows_byPattern_isAsWritten(
            String pattern, String provider, String model, boolean allowed, String reason) {
        KeyLimits limits = new KeyLimits(List.of(pattern), null, null, null);

        assertThat(limits.allows(provider, model)).as(reason).isEqualTo(allowed);
    }

    @Test
    void allows_noPattern_isEveryModel() {
        assertThat(KeyLimits.NONE.allows("any", "thing")).isTrue();
    }

    @Test
    void isExpired_atTheVeryMoment_isTrue() {
        Instant end = Instant.parse("2026-05-01T00:00:00Z");
        KeyLimits limits = new KeyLimits(List.of(), end, null, null);

        assertThat(limits.isExpired(end.minusNanos(1))).isFalse();
        assertThat(limits.isExpired(end)).isTrue();
        assertThat(KeyLimits.NONE.isExpired(Instant.MAX)).isFalse();
    }
}
