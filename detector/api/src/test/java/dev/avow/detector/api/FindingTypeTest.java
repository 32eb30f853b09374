package dev.avow.detector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "fr_siret",
                "a1",
                "ipv4",
                "a__",
                "x234567890123456789012345678901234567890"
            })
    void findingType_lowerCaseId_isMade(String id) {
        assertThat(new FindingType(id, 1)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Email",
                "1a",
                "_a",
                "a-b",
                "a b",
                "é1",
                "a\n",
                "aé",
                "a\uff11",
                "x2345678901234567890123456789012345678901"
            })
    void findingType_anythingElse_isRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FindingType(id, 1));
    }

    @Test
    void findingType_tierOutOfRange_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FindingType("email", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new FindingType("email", 4));
    }
}
