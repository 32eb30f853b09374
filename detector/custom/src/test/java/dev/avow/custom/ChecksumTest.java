package dev.avow.custom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChecksumTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the example of ISO/IEC 7812-1, luhn, 79927398713, 79927398710",
        "what parts a number is passed over, luhn, 7992-7398 713, 7992-7398 714",
        "an LEI, mod97, 529900T8BM49AURSDO55, 529900T8BM49AURSDO56",
        "an ISBN-10, mod11, 0-306-40615-2, 0-306-40615-3",
        "an ISBN-10 with an X, mod11, 0-8044-2957-X, 0-8044-2957-1",
        "an ORCID of the documentation, mod11_2, 0000-0002-1825-0097, 0000-0002-1825-0098",
        "the example of ISO/IEC 7064, mod11_10, 07945, 07946",
        "an EAN-13, ean, 4006381333931, 4006381333932",
        "Verhoeff's example, verhoeff, 2363, 2364",
        "zeros alone are none, luhn, 18, 0000"
    })
    void holds_rightAndWrong_areToldApart(String why, String id, String right, String wrong) {
        Checksum checksum = Checksum.of(id).orElseThrow();

        assertThat(checksum.holds(right)).isEqualTo(right.length() > 2);
        assertThat(checksum.holds(wrong)).isFalse();
    }
}
