package dev.avow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerCheckTest {
    private static final String STREAM = String.join("", Answers.events(List.of(), 50, false));

    @Test
    void fault_wholeStream_isNone() {
        assertThat(AnswerCheck.fault(AnswerKind.STREAM, 200, STREAM)).isNull();
    }

    @Test
    void fault_streamWithoutItsEnd_isCutShort() {
        String cut = STREAM.substring(0, STREAM.length() / 2);

        assertThat(AnswerCheck.fault(AnswerKind.STREAM, 200, cut)).isEqualTo("cut short");
    }

    @Test
    void fault_otherStatus_isNamed() {
        assertThat(AnswerCheck.fault(AnswerKind.JSON, 429, "")).isEqualTo("status 429");
    }

    @Test
    void restored_valuesSplitOverChunks_isSeen() {
        String split =
                """
                data: {"delta":{"content":"to mira.adler.3@bench"}}

                data: {"delta":{"content":".example.org or +3363998"}}

                data: {"delta":{"content":"0003 please"}}

                """;

        assertThat(AnswerCheck.restored(AnswerKind.STREAM, split, 3)).isTrue();
        assertThat(AnswerCheck.restored(AnswerKind.STREAM, split, 4)).isFalse();
    }
}
