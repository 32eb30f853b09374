package dev.avow.detector.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890abcdef1234567890abcdef",
                "987654321zyxwvu",
                "abc123def456ghi789",
                "a1b2c3d4e5f6",
                "AAAABBBBCCCCDDDD",
                "k7Qd9xk7Qd9xk7Qd9x",
                "k7Qd9xk7Qd9xk7Q"
            })
    void is_madeUpOnKeyboard_isTyped(String chars) {
        assertThat(Typed.is(chars)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "1234567",
                "AAAAAAAAAAAAx9K2mP4qR7sT",
                "12345678-1234-1234-1234-123456789012",
                "abc123x9K2mP4qR7sT1v"
            })
    void is_halfOrShortOrUuid_isNotTyped(String chars) {
        assertThat(Typed.is(chars)).isFalse();
    }

    @Test
    void is_drawnByChance_isNeverTyped() {
        FakeKeys fake = new FakeKeys(11);
        for (int i = 0; i < 50_000; i++) {
            int length = 12 + i % 60;
            assertThat(Typed.is(fake.base62(length))).isFalse();
            assertThat(Typed.is(fake.hex(Math.max(20, length)))).isFalse();
            assertThat(Typed.is(fake.upper(length))).isFalse();
        }
    }
}
