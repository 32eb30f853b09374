package dev.avow.detector.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.testing.LinearTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too long to be a value is read once, and what begins within it is found all the same. */
final class LongValuesTest {

    private static final LinearTime READING = new LinearTime(Secrets.tier2(), 60);

    @ParameterizedTest
    @ValueSource(strings = {"pwd=", "?key=", "http://a:", "postgres://a:", "secret=", "pwd:a="})
    void scan_namesWithoutEnd_eachCharacterReadFewTimes(String piece) {
        READING.assertRepeated(piece);
    }

    @Test
    void scan_passwordAtTheEndOfALongRow_found() {
        assertThat(Found.in("pwd=".repeat(400) + "\npwd=Rotkehlchen7"))
                .endsWith("| password:Rotkehlchen7");
        assertThat(Found.in("pwd=".repeat(400) + "\n" + "pwd=".repeat(400) + "\npwd=Rotkehlchen7"))
                .endsWith("| password:Rotkehlchen7");
    }

    @Test
    void scan_addressWithAPasswordBehindALongRow_found() {
        String address = "postgres://app:Rotkehlchen7@db.example/shop";
        assertThat(Found.in("postgres://a:".repeat(200) + " " + address))
                .isEqualTo("connection_string:" + address);
    }

    @Test
    void scan_keyThatEndsWithinTheBound_found() {
        String key = new FakeKeys(3).hex(32);
        assertThat(Found.in("?x=".repeat(300) + "?key=" + key)).endsWith("secret:" + key);
    }
}
