package dev.avow.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** I7: A256CBC-HS512 is what RFC 7518 says it is, and opens nothing that was altered. */
final class AesCbcHmacTest {

    private static final HexFormat HEX = HexFormat.of();

    /** RFC 7518, appendix B.3: the key is the bytes 0 to 63. */
    private static final byte[] KEY = new byte[64];

    static {
        for (int i = 0; i < KEY.length; i++) {
            KEY[i] = (byte) i;
        }
    }

    private static final byte[] IV = HEX.parseHex("1af38c2dc2b96ffdd86694092341bc04");
    private static final byte[] PLAINTEXT =
            ascii(
                    "A cipher system must not be required to be secret, and it must be able to"
                            + " fall into the hands of the enemy without inconvenience");
    private static final byte[] ASSOCIATED = ascii("The second principle of Auguste Kerckhoffs");
    private static final String CIPHERTEXT =
            "4affaaadb78c31c5da4b1b590d10ffbd3dd8d5d302423526912da037ecbcc7bd"
                    + "822c301dd67c373bccb584ad3e9279c2e6d12a1374b77f077553df829410446b"
                    + "36ebd97066296ae6427ea75c2e0846a11a09ccf5370dc80bfecbad28c73f09b3"
                    + "a3b75e662a2594410ae496b2e2e6609e31e6e02cc837f053d21f37ff4f51950b"
                    + "be2638d09dd7a4930930806d0703b1f6";
    private static final String TAG =
            "4dd3b4c088a7f45c216839645b2012bf2e6269a8c56a816dbc1b267761955bc5";

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void encrypt_RFC7518AppendixB3_isWhatItSays() throws GeneralSecurityException {
        byte[] sealed = AesCbcHmac.encrypt(KEY, IV, PLAINTEXT, ASSOCIATED);

        assertThat(HEX.formatHex(sealed)).isEqualTo(HEX.formatHex(IV) + CIPHERTEXT + TAG);
        assertThat(AesCbcHmac.decrypt(KEY, sealed, ASSOCIATED)).isEqualTo(PLAINTEXT);
    }

    @Test
    void decrypt_anyBitAltered_isRefusedInOneWay() throws GeneralSecurityException {
        byte[] sealed = AesCbcHmac.encrypt(KEY, IV, ascii("fifteen letters"), ASSOCIATED);
        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            refused(KEY, altered, ASSOCIATED);
        }
    }

    @Test
    void decrypt_cutShortOrOtherKeyOrOtherPlace_isRefused() throws GeneralSecurityException {
        byte[] sealed = AesCbcHmac.encrypt(KEY, IV, PLAINTEXT, ASSOCIATED);
        for (int length = 0; length < sealed.length; length++) {
            refused(KEY, java.util.Arrays.copyOf(sealed, length), ASSOCIATED);
        }
        refused(new byte[64], sealed, ASSOCIATED);
        refused(new byte[32], sealed, ASSOCIATED);
        refused(KEY, sealed, ascii("another place"));
    }

    @Test
    void encrypt_everyLengthOverThreeBlocks_opens() throws GeneralSecurityException {
        for (int length = 0; length <= 48; length++) {
            byte[] plaintext = new byte[length];
            assertThat(
                            AesCbcHmac.decrypt(
                                    KEY,
                                    AesCbcHmac.encrypt(KEY, IV, plaintext, ASSOCIATED),
                                    ASSOCIATED))
                    .isEqualTo(plaintext);
        }
    }

    private static void refused(byte[] key, byte[] sealed, byte[] associated) {
        assertThatThrownBy(() -> AesCbcHmac.decrypt(key, sealed, associated))
                .isExactlyInstanceOf(GeneralSecurityException.class)
                .hasMessage("decryption failed");
    }
}
