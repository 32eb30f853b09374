package dev.avow.bench.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.bench.detector.SecretTexts.Half;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretTextsTest {

    /**
     * A key that is found, one that is missed though a password beside it is found, three texts.
     */
    private static final String TEXTS =
            """
            [{"rule": "a", "text": "é api_key = 'f3Qz81LmXw27Kp9s'", "secret": true,
              "start": 13, "end": 29, "other_rule": false, "key_form": false},
             {"rule": "a", "text": "password='tR7#kk2!wq' and a key", "secret": true,
              "start": 28, "end": 31, "other_rule": false, "key_form": false},
             {"rule": "a", "text": "alice@mail.example", "secret": false,
              "start": 0, "end": 0, "other_rule": false, "key_form": false},
             {"rule": "d", "text": "api_key = 'f3Qz81LmXw27Kp9s'", "secret": false,
              "start": 0, "end": 0, "other_rule": true, "key_form": false},
             {"rule": "d", "text": "password='tR7#kk2!wq'", "secret": false,
              "start": 0, "end": 0, "other_rule": false, "key_form": true}]
            """;

    @TempDir private Path folder;

    @Test
    void totals_keysAndOtherTexts_countInAllReadings() throws IOException {
        assertThat(texts().totals().lines().skip(2))
                .containsExactly(
                        "| all | 2 | 0.500 | 3 | 2 | 0.333 | 0.667 | 0.500 |",
                        "| looked at | 0 | 0.000 | 2 | 2 | 0.000 | 0.500 | 0.000 |",
                        "| kept apart | 2 | 0.500 | 1 | 0 | 1.000 | 1.000 | 1.000 |");
    }

    @Test
    void disagreements_halfLookedAt_holdsNothingOfTheOther() throws IOException {
        SecretTexts texts = texts();
        assertThat(texts.disagreements(Half.LOOKED_AT).lines().skip(2))
                .containsExactly("| d | 0 | 0 | 2 | 2 |");
        assertThat(texts.texts(Half.LOOKED_AT)).contains("WRONG d").doesNotContain("MISSED");
        assertThat(texts.texts(Half.KEPT_APART)).contains("MISSED a").doesNotContain("WRONG");
    }

    private SecretTexts texts() throws IOException {
        return new SecretTexts(Files.writeString(folder.resolve("texts.json"), TEXTS));
    }
}
