package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UsBankAccountRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "a number", "account number 000123456789", "us_bank_account:000123456789"),
                arguments("a kind", "checking account 12345678", "us_bank_account:12345678"),
                arguments("initials", "acct #12345678", "us_bank_account:12345678"),
                arguments(
                        "camel case",
                        "\"bankAccountNumber\": \"12345678\"",
                        "us_bank_account:12345678"),
                arguments(
                        "with its routing number",
                        "routing 021000021 account number 000123456789",
                        "us_aba_routing:021000021 | us_bank_account:000123456789"),
                arguments("just an account", "account 12345678", ""),
                arguments("an account with a shop", "customer account number 12345678", ""),
                arguments("a cloud account", "AWS account id 123456789012", ""),
                arguments("no label", "000123456789", ""));
    }
}
