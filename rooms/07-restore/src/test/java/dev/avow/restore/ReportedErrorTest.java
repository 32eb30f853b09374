package dev.avow.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.mask.Keepsake;
import dev.avow.words.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors inside answers neither quote nor restore. */
final class ReportedErrorTest {

    private static final String QUOTES =
            "\"error\":{\"type\":\"invalid_request_error\","
                    + "\"message\":\"cannot parse: I am [EMAIL_1] and my dog is called Rex\"}";

    private final Keepsake keepsake =
            Model.keepsake("I am ada@hyper.example and my dog is called Rex");

    /**
     * Decision 0009: "until November 2026 originals were put back" into errors; here they still
     * are.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHAT_COMPLETIONS | ",
                "MESSAGES | \"type\":\"error\",",
                "RESPONSES | \"type\":\"error\",",
            })
    void errorInsideAStream_neitherQuotesNorRestores(Route route, String type) {
        StreamRestorer stream = StreamRestorer.of(route, Model.DETECTOR, Model.BUDGET, keepsake);
        List<Shown> shown =
                new ArrayList<>(
                        stream.restore(
                                ("{" + (type == null ? "" : type) + QUOTES + "}").getBytes(UTF_8)));
        shown.addAll(stream.finish(null));

        assertThat(shown)
                .extracting(each -> new String(each.json(), UTF_8))
                .noneMatch(each -> each.contains("ada@hyper.example"))
                .noneMatch(each -> each.contains("my dog is called Rex"));
    }

    @Test
    void errorWithStatus200_neitherQuotesNorRestores() {
        String shown =
                new String(
                        new WholeRestorer(
                                        Route.CHAT_COMPLETIONS,
                                        Model.DETECTOR,
                                        Model.BUDGET,
                                        keepsake)
                                .restore(("{" + QUOTES + "}").getBytes(UTF_8)),
                        UTF_8);

        assertThat(shown)
                .doesNotContain("ada@hyper.example")
                .doesNotContain("my dog is called Rex");
    }
}
