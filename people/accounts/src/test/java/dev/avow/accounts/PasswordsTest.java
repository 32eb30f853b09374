package dev.avow.accounts;

import static dev.avow.accounts.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.FaultCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final EmailAddress EMAIL = EmailAddress.of("someone@example.org");

    private final Passwords passwords = new Passwords(4);

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    void matches_passwordsBeyondSeventyTwoBytes_differInTheirLastByte() {
        String base = "x".repeat(100);
        String hash = passwords.hash(base + "1");

        assertThat(passwords.matches(base + "1", hash)).isTrue();
        assertThat(passwords.matches(base + "2", hash)).isFalse();
    }

    @Test
    void matches_withoutAnAccount_isNeverTrue() {
        assertThat(passwords.matches("", null)).isFalse();
        assertThat(passwords.matches("anything at all", null)).isFalse();
    }

    @Test
    void hash_byDefault_hasCostTwelve() {
        try (Passwords real = new Passwords()) {
            assertThat(real.hash("a fictitious password")).startsWith("$2a$12$");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "elevenchars", "Someone@example.org"})
    void checkRules_passwordsThatWillNotDo_areRefused(String password) {
        assertRefused(FaultCode.INVALID_VALUE, () -> Passwords.checkRules(password, EMAIL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@", "@b", "a b@c", "a@b@c", "a@b..c", "a@b.", "a@b\n.c"})
    void email_whatIsNone_isRefused(String text) {
        assertRefused(FaultCode.INVALID_VALUE, () -> EmailAddress.of(text));
    }
}
