package dev.avow.presidio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class AesCbcTest {

    private static AesCbc withKey(String key) {
        return AesCbc.of(
                new Parameters("A", JsonNodeFactory.instance.objectNode().put("key", key)));
    }

    /** Encrypted by presidio-anonymizer 2.2.366. */
    @Test
    void value_encryptedByPresidio_isDecrypted() {
        assertThat(
                        withKey("WmZq4t7w!z%C&F)J")
                                .decrypt(
                                        "fXfozccSMkExfdUxkKZmZkBDLLEG8G6AwLnkKLsbbdIsLQ5rY_sKcMMgUfTkaqnu"))
                .isEqualTo("Ada Lovelace 😀");
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void key_ofEachLength_encryptsAnewEachTime(int length) {
        AesCbc aes = withKey("k".repeat(length));
        SecureRandom random = new SecureRandom();

        String first = aes.encrypt("Ada 😀", random);
        assertThat(aes.encrypt("Ada 😀", random)).isNotEqualTo(first);
        assertThat(aes.decrypt(first)).isEqualTo("Ada 😀");
        assertThat(aes.decrypt(aes.encrypt("", random))).isEmpty();
    }

    @Test
    void text_thatUtf8CannotHold_isRefusedAndNotReplaced() {
        assertThatThrownBy(() -> withKey("k".repeat(16)).encrypt("\ud83d", new SecureRandom()))
                .isInstanceOf(PresidioError.class);
    }
}
