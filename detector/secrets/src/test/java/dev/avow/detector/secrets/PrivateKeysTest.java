package dev.avow.detector.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks are found whole, and what only names one is not found. */
final class PrivateKeysTest {

    private static final FakeKeys FAKE = new FakeKeys(11);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRIVATE KEY",
                "RSA PRIVATE KEY",
                "EC PRIVATE KEY",
                "DSA PRIVATE KEY",
                "OPENSSH PRIVATE KEY",
                "ENCRYPTED PRIVATE KEY",
                "PGP PRIVATE KEY BLOCK"
            })
    void scan_block_isFoundWhole(String label) {
        for (String lineEnd : new String[] {"\n", "\r\n", "\\n", "\\\\n", " ", ""}) {
            String pem = FAKE.pem(label, lineEnd);
            assertThat(Found.in("key: " + pem + " and more")).isEqualTo("private_key:" + pem);
            assertThat(Found.in("{\"private_key\":\"" + pem + "\"}"))
                    .isEqualTo("private_key:" + pem);
        }
    }

    @Test
    void scan_blockWithHeaders_isFoundWhole() {
        String pem =
                FAKE.pem("RSA PRIVATE KEY", "\n")
                        .replaceFirst(
                                "\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0A1B\n\n");
        assertThat(Found.in(pem)).isEqualTo("private_key:" + pem);
    }

    @Test
    void scan_cutBlock_isFoundAsFarAsItsLinesGo() {
        String pem = FAKE.pem("PRIVATE KEY", "\n");
        String cut = pem.substring(0, 28 + 65 * 4 - 1);
        assertThat(Found.in(cut + "\n")).isEqualTo("private_key:" + cut);
    }

    @Test
    void scan_twoBlocks_areTwo() {
        String one = FAKE.pem("PRIVATE KEY", "\n");
        String two = FAKE.pem("EC PRIVATE KEY", "\n");
        assertThat(Found.in(one + "\n" + two))
                .isEqualTo("private_key:" + one + " | private_key:" + two);
    }

    @Test
    void scan_putty_isFoundWhole() {
        String head = "PuTTY-User-Key-File-3: ssh-ed25519";
        List<String> lines =
                List.of(
                        head,
                        "Encryption: none",
                        "Comment: robin",
                        "Public-Lines: 1",
                        FAKE.base64(64),
                        "Private-Lines: 1",
                        FAKE.base64(48),
                        "Private-MAC: " + FAKE.hex(64));
        String key = String.join("\n", lines);
        assertThat(Found.in("see:\n" + key + "\n")).isEqualTo("private_key:" + key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a file that starts with -----BEGIN PRIVATE KEY----- is secret",
                "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
                "-----BEGIN CERTIFICATE-----\nMIIB00AABBCCDDEEFF12\n-----END CERTIFICATE-----",
                "BEGIN PRIVATE KEY",
                "PuTTY-User-Key-File- is what they begin with"
            })
    void scan_nameOfABlock_isNotFound(String text) {
        assertThat(Found.in(text)).isEmpty();
    }
}
