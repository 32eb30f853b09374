package dev.avow.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** T1: cosignatures are those of C2SP's tlog-cosignature, version 1. */
final class CosignerKeyTest {

    private static final String NAME = "witness.example/w1";
    private static final String TEXT = "example.com/log\n3\nrootrootroot\n";

    private final KeyPair pair = pair();
    private final byte[] typed = typed((byte) 4);

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] typed(byte type) {
        byte[] x509 = pair.getPublic().getEncoded();
        return ByteBuffer.allocate(33)
                .put(type)
                .put(Arrays.copyOfRange(x509, x509.length - 32, x509.length))
                .array();
    }

    private static byte[] id(byte[] typed) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((NAME + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(typed), 4);
    }

    private static String verifierKey(byte[] typed) throws GeneralSecurityException {
        return NAME
                + "+"
                + HexFormat.of().formatHex(id(typed))
                + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    private String line(long time, String signed) throws GeneralSecurityException {
        Signature ed = Signature.getInstance("Ed25519");
        ed.initSign(pair.getPrivate());
        ed.update(signed.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = ByteBuffer.allocate(76).put(id(typed)).putLong(time).put(ed.sign()).array();
        return "\u2014 " + NAME + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    @Test
    void parse_aWitnessesKey_isReadAndWrittenTheSame() throws GeneralSecurityException {
        String text = verifierKey(typed);

        assertThat(CosignerKey.parse(text).orElseThrow().text()).isEqualTo(text);
        assertThat(CosignerKey.parse(verifierKey(typed((byte) 1)))).as("a log's").isEmpty();
        assertThat(CosignerKey.parse(text.replace("+", "-"))).isEmpty();
        assertThat(CosignerKey.parse(text.replaceFirst("\\+[0-9a-f]{8}", "+00000000"))).isEmpty();
        assertThat(CosignerKey.parse(text + "A")).isEmpty();
    }

    @Test
    void T1_find_takesTheSignatureOfTheTextAndTimeAlone() throws GeneralSecurityException {
        CosignerKey key = CosignerKey.parse(verifierKey(typed)).orElseThrow();
        String message = "cosignature/v1\ntime 1679315147\n" + TEXT;
        String own = "\u2014 example.com/log AAAA\n";

        assertThat(key.find(TEXT + "\n" + own + line(1679315147, message)))
                .get()
                .extracting(CosignerKey.Cosignature::at)
                .isEqualTo(Instant.ofEpochSecond(1679315147));
        assertThat(key.find(TEXT + "\n" + own)).isEmpty();
        assertThat(key.find(TEXT + "\n" + line(1679315148, message))).as("another time").isEmpty();
        assertThat(key.find(TEXT + "\n" + line(1679315147, TEXT))).as("no header").isEmpty();
        assertThat(key.find(TEXT.replace('3', '4') + "\n" + line(1679315147, message))).isEmpty();
        assertThat(key.find(TEXT + "\n" + line(0, "cosignature/v1\ntime 0\n" + TEXT))).isEmpty();
    }
}
