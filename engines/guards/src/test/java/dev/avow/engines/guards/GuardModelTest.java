package dev.avow.engines.guards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Coverage;
import dev.avow.engines.completions.CompletionOptions;
import dev.avow.engines.completions.FakeModel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A judgement is one only in the exact form that was asked for; all else is none. */
final class GuardModelTest {

    private static final long LONG = Duration.ofMinutes(1).toNanos();
    private static final Coverage UNJUDGED = new Coverage.Partial(Coverage.Why.UNAVAILABLE);

    private final FakeModel fake = new FakeModel();

    GuardModelTest() throws IOException {}

    @AfterEach
    void end() {
        fake.close();
    }

    private GuardModel model(boolean refuses) {
        return new GuardModel(
                new GuardOptions(
                        new CompletionOptions(fake.url(), "judge", "key-1", Duration.ofMinutes(1)),
                        false,
                        refuses));
    }

    private GuardModel.Judgement judged(boolean refuses) {
        try (GuardModel model = model(refuses)) {
            return model.judge(List.of("first \"text\"", "second"), LONG);
        }
    }

    @Test
    void flagged_inTheAskedForm_isFound() {
        fake.says("{\\\"flagged\\\": true, \\\"confidence\\\": 0.75}");

        GuardModel.Judgement said = judged(true);

        assertThat(said.type()).isEqualTo(GuardModel.FLAGGED);
        assertThat(said.confidence()).isEqualTo(0.75);
        assertThat(fake.seen())
                .singleElement()
                .asString()
                .startsWith("Bearer key-1")
                .contains("first \\\"text\\\"\\n\\nsecond", "\"model\":\"judge\"", "json_schema");
    }

    @Test
    void notFlagged_isClean() {
        fake.says("{\\\"confidence\\\":1,\\\"flagged\\\":false}");

        assertThat(judged(true)).isEqualTo(new GuardModel.Judgement(null, 1, Coverage.COMPLETE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no",
                "true",
                "{}",
                "{\\\"flagged\\\":false}",
                "{\\\"flagged\\\":\\\"false\\\",\\\"confidence\\\":1}",
                "{\\\"flagged\\\":false,\\\"confidence\\\":1.5}",
                "{\\\"flagged\\\":false,\\\"confidence\\\":1,\\\"why\\\":\\\"fine\\\"}",
                "{\\\"flagged\\\":false,\\\"confidence\\\":1} and more",
                "[{\\\"flagged\\\":false,\\\"confidence\\\":1}]"
            })
    void anyOtherAnswer_isNoJudgement(String content) {
        fake.says(content);

        assertThat(judged(true).coverage()).isEqualTo(UNJUDGED);
        assertThat(judged(false).type()).isEqualTo(GuardModel.UNJUDGED);
    }

    @Test
    void errorStatusOrSilence_isNoJudgement() {
        fake.says("{\\\"flagged\\\":false,\\\"confidence\\\":1}").status(500);
        assertThat(judged(true).coverage()).isEqualTo(UNJUDGED);

        fake.status(200).delays(60_000);
        try (GuardModel model = model(true)) {
            long begun = System.nanoTime();
            assertThat(model.judge(List.of("x"), Duration.ofMillis(200).toNanos()).coverage())
                    .isEqualTo(UNJUDGED);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(30));
        }
    }
}
