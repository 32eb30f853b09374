package dev.avow.detector.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CryptoWalletRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "Litecoin",
                        "wallet LKDyUEtTR1HXamkiEphisSiBJu6o3ZPE34",
                        "crypto_wallet:LKDyUEtTR1HXamkiEphisSiBJu6o3ZPE34"),
                arguments(
                        "Dogecoin",
                        "D597kHXGdkwkryF9oGhz9Bp1ypTpD1u99Z",
                        "crypto_wallet:D597kHXGdkwkryF9oGhz9Bp1ypTpD1u99Z"),
                arguments(
                        "Litecoin with a wrong checksum", "LKDyUEtTR1HXamkiEphisSiBJu6o3ZPE35", ""),
                arguments(
                        "Bitcoin",
                        "send to 1Kf5vsJUZr3LKBqhZFTqaQhVgJgVDDQCF6 please",
                        "crypto_wallet:1Kf5vsJUZr3LKBqhZFTqaQhVgJgVDDQCF6"),
                arguments(
                        "Bitcoin script",
                        "3LM6rQnv7kMiQMY8gM8S134RppyCkwf7Tj",
                        "crypto_wallet:3LM6rQnv7kMiQMY8gM8S134RppyCkwf7Tj"),
                arguments(
                        "BIP 173",
                        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
                        "crypto_wallet:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
                arguments(
                        "BIP 173 in capitals",
                        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
                        "crypto_wallet:BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"),
                arguments(
                        "BIP 350",
                        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
                        "crypto_wallet:bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"),
                arguments(
                        "EIP-55",
                        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                        "crypto_wallet:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
                arguments(
                        "EIP-55, another",
                        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                        "crypto_wallet:0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"),
                arguments(
                        "lower case, named",
                        "my ETH wallet 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
                        "crypto_wallet:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"),
                arguments("lower case alone", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", ""),
                arguments("a wrong case", "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", ""),
                arguments("a wrong letter", "1Kf5vsJUZr3LKBqhZFTqaQhVgJgVDDQCFa", ""),
                arguments(
                        "a wrong letter, Bech32", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", ""),
                arguments("a hash", "3b18e512dba79e4c8300dd08aeb37f8e728b8dad", ""));
    }
}
