package dev.avow.engines.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Scan;
import dev.avow.engines.completions.CompletionOptions;
import dev.avow.engines.completions.FakeModel;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics by a model are those that it names in the form that it was given; all else is partial. */
final class TopicModelTest {

    private static final String TEXT = "Shall we patent the hinge before the trade fair in May?";

    private final FakeModel fake = new FakeModel();

    TopicModelTest() throws IOException {}

    @AfterEach
    void end() {
        fake.close();
    }

    private Scan scan(String text, Duration time) {
        CompletionOptions options =
                new CompletionOptions(fake.url(), "local", null, Duration.ofMinutes(1));
        try (TopicModel model = new TopicModel(options, 0.3)) {
            return model.scan(text, new Budget(1_000_000, time.toNanos()));
        }
    }

    private Scan scan(String text) {
        return scan(text, Duration.ofMinutes(1));
    }

    @Test
    void severalTopics_inTheAskedForm_areFindingsOfTheWholePiece() {
        fake.says(
                "{\\\"topics\\\":[{\\\"topic\\\":\\\"intellectual_property\\\",\\\"confidence\\\":0.9},"
                    + "{\\\"topic\\\":\\\"product_plans\\\",\\\"confidence\\\":0.5},{\\\"topic\\\":"
                    + "\\\"hr\\\",\\\"confidence\\\":0.1}]}");

        Scan scan = scan(TEXT);

        assertThat(scan.coverage()).isEqualTo(Coverage.COMPLETE);
        assertThat(scan.findings())
                .extracting(each -> each.type().id())
                .containsExactly("intellectual_property", "product_plans");
        assertThat(scan.findings())
                .allMatch(each -> each.start() == 0 && each.end() == TEXT.length());
        assertThat(fake.seen())
                .singleElement()
                .asString()
                .contains("json_schema", "\"enum\":[\"source_code\"", TEXT);
    }

    @Test
    void longText_isAskedInPieces() {
        fake.says("{\\\"topics\\\":[]}");

        assertThat(scan("word ".repeat(3_000)).coverage()).isEqualTo(Coverage.COMPLETE);

        assertThat(fake.seen()).hasSize(3);
    }

    @Test
    void shortText_isNotAsked() {
        assertThat(scan("Hello").coverage()).isEqualTo(Coverage.COMPLETE);
        assertThat(fake.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hr",
                "[]",
                "{}",
                "{\\\"topics\\\":\\\"hr\\\"}",
                "{\\\"topics\\\":[\\\"hr\\\"]}",
                "{\\\"topics\\\":[],\\\"why\\\":\\\"none\\\"}",
                "{\\\"topics\\\":[{\\\"topic\\\":\\\"weather\\\",\\\"confidence\\\":1}]}",
                "{\\\"topics\\\":[{\\\"topic\\\":\\\"hr\\\",\\\"confidence\\\":2}]}",
                "{\\\"topics\\\":[{\\\"topic\\\":\\\"hr\\\"}]}"
            })
    void anyOtherAnswer_isPartial(String content) {
        fake.says(content);

        assertThat(scan(TEXT).coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.UNAVAILABLE));
    }

    @Test
    void errorOrSilence_isPartial() {
        fake.says("{\\\"topics\\\":[]}").status(503);
        assertThat(scan(TEXT).coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.UNAVAILABLE));

        fake.status(200).delays(60_000);
        assertThat(scan(TEXT, Duration.ofMillis(100)).coverage())
                .isEqualTo(new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
    }
}
