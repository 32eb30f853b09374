package dev.avow.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a failure says must tell an operator where to look, and nothing of what was asked. */
final class DatabaseUnavailableTest {

    @ParameterizedTest
    @CsvSource({
        "08001, it does not answer",
        "08006, AVOW_DATABASE_URL",
        "28P01, AVOW_MASTER_KEY_FILE"
    })
    void during_aStateThatIsTheOperatorsToMend_saysWhatToCheck(String state, String remedy) {
        assertThat(DatabaseUnavailable.during("asking", new SQLException("s3cret", state)))
                .hasMessageContainingAll("while asking", state, remedy)
                .hasMessageNotContaining("s3cret");
    }
}
