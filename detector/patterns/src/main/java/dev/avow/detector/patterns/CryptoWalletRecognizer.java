package dev.avow.detector.patterns;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Addresses of Bitcoin, Ethereum and of the coins that write theirs in the same way.
 *
 * <p>Specification: {@link Base58Check} for {@code 1…}, {@code 3…} and others, {@link Bech32} for
 * {@code bc1…}; EIP-55 for Ethereum in mixed case. Ethereum in one case has no checksum and needs a
 * word that names it: it looks like any hash of 20 bytes.
 *
 * <p>Legal basis: an identifier that links payments to a person (GDPR Article 4(1); Regulation (EU)
 * 2023/1113).
 *
 * <p>Fictitious example (EIP-55): {@code 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed}.
 */
final class CryptoWalletRecognizer implements Recognizer.OfTokens {

    private static final FindingType TYPE = new FindingType("crypto_wallet", 2);
    private static final int ETHEREUM = 42;

    /** What addresses begin with: Ethereum, Bitcoin, Litecoin, Dogecoin, Dash, Tron. */
    private static final String HEADS = "013bBlLMDXT";

    private static final ContextWords NAMES =
            ContextWords.of(
                    "eth",
                    "ethereum",
                    "ether",
                    "wallet",
                    "erc",
                    "usdt",
                    "usdc",
                    "metamask",
                    "portefeuille",
                    "cartera",
                    "portafoglio",
                    "crypto",
                    "polygon",
                    "bsc",
                    "address",
                    "addresses",
                    "adresse",
                    "coin",
                    "coins",
                    "tokens",
                    "nft",
                    "payout",
                    "bitcoin",
                    "btc",
                    "blockchain");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int shortest() {
        return 26;
    }

    @Override
    public int longest() {
        return 62;
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        char head = Text.of(text.at(start));
        if (HEADS.indexOf(head) < 0) {
            return;
        }
        Cursor cursor = new Cursor(text, start, end - start);
        StringBuilder letters = new StringBuilder();
        while (cursor.place() < end && letters.length() <= longest()) {
            letters.append(cursor.next());
        }
        String code = letters.toString();
        boolean valid =
                switch (head) {
                    case '0' -> {
                        ethereum(text, start, end, code, sink);
                        yield false;
                    }
                    case 'b', 'B' -> isWitness(code, "bc1");
                    case 'l' -> isWitness(code, "ltc1");
                    default ->
                            (code.length() <= 35 && Base58Check.holds(code))
                                    || (head == 'L' && isWitness(code, "ltc1"));
                };
        if (valid && Shape.freeBefore(text, start)) {
            sink.found(start, end, Confidence.CHECKSUM_IN_CONTEXT, Reason.CHECKSUM);
        }
    }

    private static boolean isWitness(String code, String prefix) {
        String lower = code.toLowerCase(Locale.ROOT);
        boolean oneCase = code.equals(lower) || code.equals(code.toUpperCase(Locale.ROOT));
        return oneCase && lower.startsWith(prefix) && Bech32.holds(lower);
    }

    private static void ethereum(Text text, int start, int end, String code, Sink sink) {
        if (code.length() != ETHEREUM || code.charAt(1) != 'x') {
            return;
        }
        String hex = code.substring(2);
        for (int i = 0; i < hex.length(); i++) {
            if (!Hex.is(hex.charAt(i))) {
                return;
            }
        }
        String lower = hex.toLowerCase(Locale.ROOT);
        if (hex.equals(lower) || hex.equals(hex.toUpperCase(Locale.ROOT))) {
            if (NAMES.near(text, start, end)) {
                sink.found(start, end, Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
            }
        } else if (hasCaseOf(hex, Keccak256.hash(lower.getBytes(StandardCharsets.US_ASCII)))) {
            sink.found(start, end, Confidence.CHECKSUM_IN_CONTEXT, Reason.CHECKSUM);
        }
    }

    /** EIP-55: a letter is a capital where the hash's hexadecimal digit is 8 or more. */
    private static boolean hasCaseOf(String hex, byte[] hash) {
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            int digit = hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xF;
            if (c >= 'A' && Chars.isUpper(c) != digit >= 8) {
                return false;
            }
        }
        return true;
    }
}
