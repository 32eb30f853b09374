package dev.avow.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T1: notes and keys are those of C2SP's signed-note; the first is the example of Go's. */
final class SignedNoteTest {

    private static final String TEXT =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String NOTE =
            TEXT
                    + """

                    \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                    """;
    private static final VerifierKey KEY =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
                    .orElseThrow();

    @Test
    void verified_goExample_isItsText() {
        assertThat(SignedNote.verified(NOTE, KEY)).contains(TEXT);
    }

    @Test
    void verified_alteredText_isNothing() {
        assertThat(SignedNote.verified(NOTE.replace("know", "knew"), KEY)).isEmpty();
        assertThat(SignedNote.verified(NOTE.replace("x08go/Z", "x08go/Y"), KEY)).isEmpty();
        assertThat(SignedNote.verified(TEXT, KEY)).isEmpty();
        assertThat(SignedNote.verified("", KEY)).isEmpty();
    }

    @Test
    void sign_byAnyKey_isVerifiedByItAlone() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        VerifierKey key = new VerifierKey("log.example/t", raw);
        Checkpoint checkpoint = new Checkpoint("log.example/t", 7, Hash.ofNothing());

        String note = SignedNote.sign(checkpoint.text(), key, text -> signed(pair, text));

        VerifierKey read = VerifierKey.parse(key.text()).orElseThrow();
        assertThat(SignedNote.verified(note, read).flatMap(Checkpoint::parse)).contains(checkpoint);
        assertThat(SignedNote.verified(note, KEY)).isEmpty();
        assertThat(SignedNote.verified(note, new VerifierKey("another", raw))).isEmpty();
    }

    private static byte[] signed(KeyPair pair, byte[] text) {
        try {
            Signature ed = Signature.getInstance("Ed25519");
            ed.initSign(pair.getPrivate());
            ed.update(text);
            return ed.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a+b",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void parse_noKey_isNothing(String text) {
        assertThat(VerifierKey.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n1\n", "a\n01\nAAAA\n", "a\n-1\nAAAA\n", "a\n1\nAAAA\n"})
    void parse_noCheckpoint_isNothing(String text) {
        assertThat(Checkpoint.parse(text)).isEmpty();
    }
}
