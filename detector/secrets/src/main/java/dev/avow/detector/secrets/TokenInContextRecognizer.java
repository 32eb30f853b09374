package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Parts;

/**
 * Long random characters after a word that says they are a secret, without a sign between: {@code
 * the API key we got is 9f2c…}.
 *
 * <p>Specification: none. At least 16 characters that look as chance makes them ({@link
 * Randomness}). Hashes, public keys, UUIDs, integrity values and data are not, and a word that
 * names one of these wins over a word that names a secret. Reads at most 128 characters on either
 * side.
 *
 * <p>Legal basis: whoever knows one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code token 9f2c + 28 more}.
 */
final class TokenInContextRecognizer extends TokenSecret {

    private static final int SHORTEST = 16;

    /** A shorter one needs its word nearer. */
    private static final int LONG = 20;

    private static final int NEAR = 14;
    private static final int LONGEST = 128;
    private static final int REACH = 40;

    /** How far a name reaches, with the sign that gives it the value. */
    private static final int NAME = 28;

    private static final ContextWords SECRETS =
            ContextWords.of(
                    Parts.of(
                            "secret token apikey password passphrase credential credentials bearer"
                                + " passwort schlüssel schlussel clé cle key clave chiave sleutel"
                                + " jeton 令牌 密钥 ключ",
                            " "));

    /** Words that name a secret and nothing else: not the key of a register. */
    private static final ContextWords SURELY =
            ContextWords.of(
                    "secret", "token", "apikey", "password", "passphrase", "bearer", "passwort");

    private static final ContextWords OTHERS =
            ContextWords.of(
                    Parts.of(
                            "sha commit event keydown keyup keypress hash md checksum"
                                    + " digest revision integrity etag fingerprint public primary"
                                    + " foreign uuid guid cache rev git id ids base data image sort"
                                    + " partition row module ssh rsa ssl cert certificate file page"
                                    + " encrypted cipher ciphertext signature next cursor csrf xsrf"
                                    + " nonce url authenticity antiforgery verification version",
                            " "));

    private static final ContextWords MADE_UP =
            ContextWords.of(SecretNames.MADE_UP.toArray(String[]::new));

    TokenInContextRecognizer() {
        super(SecretRecognizer.TYPE, SHORTEST, LONGEST);
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        boolean named =
                end - start < LONG
                        ? SURELY.before(text, start, NEAR)
                        : SECRETS.before(text, start, REACH);
        if (!named) {
            return;
        }
        int from = Stretch.start(Alphabet.URL, text, start, LONGEST);
        Stretch found = Stretch.of(Alphabet.BEARER, text, from, LONGEST + 1).trimmed(".~-_");
        char before = Text.of(text.before(from));
        boolean own = before != '/' && before != '.' && before != '+' && before != '@';
        if (own
                && found.length() <= LONGEST
                && found.end() >= end
                && found.chars().indexOf('/') < 0
                && found.chars().indexOf('.') < 0
                && Randomness.looksRandom(found.chars())
                && !Placeholders.isPartOfKey(found.chars())
                && !Values.isCutShort(text, found.end(), found.length())
                && !MADE_UP.before(text, from, NAME)
                && !Assignment.isHarmless(text, from)
                && !OTHERS.before(text, from, 2 * REACH)) {
            sink.found(from, found.end(), Confidence.RARE_PATTERN, Reason.CONTEXT);
        }
    }
}
