package dev.avow.mask;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.FindingType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values in the form of real ones that are nobody's. */
final class SyntheticTest {

    private static final FindingType CARD = new FindingType("payment_card", 1);
    private static final FindingType EMAIL = new FindingType("email", 1);
    private static final FindingType PHONE = new FindingType("phone", 1);

    @ParameterizedTest
    @CsvSource({
        "4111 1111 1111 1111, 4242 42",
        "5500-0000-0000-0004, 5555-55",
        "340000000000009, 378282",
        "30000000000004, 305693",
        "6011000000000004, 601111"
    })
    void card_eachNetwork_keepsLengthAndSeparators(String original, String start) {
        for (boolean holds : new boolean[] {true, false}) {
            Set<String> seen = new HashSet<>();
            for (int n = 0; n < 500; n++) {
                String made = requireNonNull(new SyntheticCard().like(original, n, holds));
                assertThat(made).startsWith(start).hasSameSizeAs(original);
                assertThat(seen.add(made)).isTrue();
                String digits = Layout.digits(made);
                int last = digits.length() - 1;
                int check = SyntheticCard.check(digits.substring(0, last));
                assertThat(digits.charAt(last) - '0' == check).isEqualTo(holds);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB82 WEST 1234 5698 7654 32",
                "DE89370400440532013000",
                "FR14 2004 1010 0505 0001 3M02 606",
                "NO9386011117947"
            })
    void iban_eachCountry_checkHoldsOrFailsAsAsked(String original) {
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < 500; n++) {
            for (boolean holds : new boolean[] {true, false}) {
                String made = requireNonNull(new SyntheticIban().like(original, n, holds));
                assertThat(made).hasSameSizeAs(original).startsWith(original.substring(0, 2));
                String plain = made.replace(" ", "");
                int rest = SyntheticIban.remainder(plain.substring(4) + plain.substring(0, 4));
                assertThat(rest == 1).isEqualTo(holds);
                assertThat(Integer.parseInt(plain.substring(2, 4))).isBetween(2, 98);
                assertThat(seen.add(made)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "+33 6 12 34 56 78, \\+33 6 39 98 \\d\\d \\d\\d",
        "06.12.34.56.78, 06.39.98.\\d\\d.\\d\\d",
        "+1 (212) 555-7890, \\+1 \\(202\\) 555-01\\d\\d",
        "+44 7911 123456, \\+44 7700 900\\d{3}",
        "0049 30 12345678, 0049 30 23125\\d{3}",
        "+61 2 9374 4000, \\+61 2 5550 \\d{4}",
        "+41 44 668 18 00, \\+41 00 0\\d\\d \\d\\d \\d\\d",
        "+7 495 123-45-67, \\+7 000 0\\d\\d-\\d\\d-\\d\\d",
        "+352 27 12 34 56, \\+352 00 \\d\\d \\d\\d \\d\\d"
    })
    void phone_eachCountry_isFromARangeOfNobody(String original, String form) {
        assertThat(new SyntheticPhone().like(original, 0, false))
                .matches(form)
                .isNotEqualTo(new SyntheticPhone().like(original, 1, false));
    }

    @Test
    void of_manyValues_noneIsPartOfAnotherAndTheRestGetsPseudonyms() {
        Synthetics synthetics = new Synthetics(List.of("none of them"), false);
        for (int i = 0; i < 600; i++) {
            String unused = synthetics.of(EMAIL, "a" + i + "@b.example");
            unused = synthetics.of(PHONE, "+4144" + (1_000_000 + i));
            unused = synthetics.of(CARD, String.valueOf(4_000_000_000_000_000L + i));
        }

        List<String> made = List.copyOf(synthetics.originals().keySet());
        assertThat(made).hasSize(500);
        for (String one : made) {
            assertThat(made.stream().filter(other -> other.contains(one))).hasSize(1);
        }
        assertThat(synthetics.of(EMAIL, "a599@b.example")).isNull();
        assertThat(synthetics.of(EMAIL, "a1@b.example")).isNotNull();
    }

    @Test
    void of_equalValues_shareOneAndUnknownTypesHaveNone() {
        Synthetics synthetics = new Synthetics(List.of(), false);

        assertThat(synthetics.of(EMAIL, "a@b.example"))
                .isEqualTo(synthetics.of(EMAIL, "a@b.example"));
        assertThat(synthetics.of(new FindingType("fr_nir", 1), "1")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Ada Lovelace, 2", "ADA LOVELACE, 2", "Lovelace, 1"})
    void person_name_keepsWordsAndCapitals(String original, int words) {
        String made = requireNonNull(SyntheticName.person(original, 3, false));

        assertThat(made.split(" ")).hasSize(words);
        assertThat(made.equals(made.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(original.equals(original.toUpperCase(java.util.Locale.ROOT)));
    }
}
