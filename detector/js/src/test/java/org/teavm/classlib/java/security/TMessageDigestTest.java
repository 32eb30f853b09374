package org.teavm.classlib.java.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TMessageDigestTest {

    @Test
    void digest_exampleOfTheStandard_isTheirs() throws Exception {
        byte[] digest =
                TMessageDigest.getInstance("SHA-256")
                        .digest("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void digest_everyLengthUpToThreeBlocks_isTheJdks() throws Exception {
        Random random = new Random(1);
        for (int length = 0; length < 200; length++) {
            byte[] value = new byte[length];
            random.nextBytes(value);
            assertThat(TMessageDigest.getInstance("SHA-256").digest(value))
                    .as("length %d", length)
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(value));
        }
    }

    @Test
    void getInstance_anotherAlgorithm_isRefused() {
        assertThatExceptionOfType(NoSuchAlgorithmException.class)
                .isThrownBy(() -> TMessageDigest.getInstance("MD5"));
    }
}
