package dev.avow.detector.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values whose names stand at the head of a column or list are found by those names. */
final class NamedElsewhereTest {

    private static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);

    /** Six digits with the word right before, as in {@code tel: 123456}. */
    private record Named() implements Recognizer.OfNumbers {

        private static final ContextWords TEL = ContextWords.of("tel");

        @Override
        public FindingType type() {
            return new FindingType("tel", 1);
        }

        @Override
        public void number(NumberRun run, int group, Sink sink) {
            if (run.digitCount(group) == 6 && TEL.before(run.text(), run.start(group), 8)) {
                sink.found(run.start(group), run.end(group), 0.9, Reason.CONTEXT);
            }
        }
    }

    private static final List<Recognizer> RECOGNIZERS = List.of(new Named());

    private static String found(String text) {
        Scan scan = Detectors.of(RECOGNIZERS).scan(text, AMPLE);
        assertThat(scan.coverage()).isEqualTo(Coverage.COMPLETE);
        return scan.findings().stream()
                .map((Finding each) -> text.substring(each.start(), each.end()))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(found(text)).as(reason).isEqualTo(expected);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "commas",
                        "id,tel,town\n111111,222222,x\n333333,444444,y\n",
                        "222222 444444"),
                arguments(
                        "semicolons, no last line end",
                        "a;tel\n1;222222\n1;333333",
                        "222222 333333"),
                arguments("tabs and CRLF", "a\ttel\r\n1\t222222\r\n1\t333333\r\n", "222222 333333"),
                arguments(
                        "a Markdown table",
                        "Here:\n| a | tel |\n|:--|--:|\n| 1 | 222222 |\n| 1 | 333333 |\n\nok",
                        "222222 333333"),
                arguments("a Markdown column", "| tel |\n|---|\n| 222222 |", "222222"),
                arguments(
                        "quotes, doubled quotes and separators within",
                        "\"a, b\",\"tel\"\n\"x \"\"y\"\", 1\",\"222222\"\n\"\",\"333333\"\n",
                        "222222 333333"),
                arguments("within a code fence", "```csv\na,tel\n1,222222\n```\n", "222222"),
                arguments(
                        "an empty cell and a longer row",
                        "a,tel\n1,\n1,222222\n1,333333,4\n",
                        "222222"),
                arguments(
                        "a new table below",
                        "a,tel\n1,222222\n\na;b;tel\n1;2;333333",
                        "222222 333333"),
                arguments("one column", "tel\n222222\n333333\nthat is all 444444", "222222 333333"),
                arguments(
                        "a list of items",
                        "tel:\n  - 222222\n  - \"333333\"\n444444",
                        "222222 333333"),
                arguments(
                        "a list in JSON",
                        "{\"tel\": [\"222222\", 333333], \"x\": [444444]}",
                        "222222 333333"),
                arguments(
                        "a list in JSON in JSON",
                        "\"{\\\"tel\\\":[\\\"222222\\\",\\\"333333\\\"]}\"",
                        "222222 333333"),
                arguments(
                        "an object in JSON",
                        "{\"tel\":\n{\"no\": \"222222\", \"b\": {\"no\": 333333}}}",
                        "222222"),
                arguments("rows of another form", "a,tel\n1111111111;222222\n", ""),
                arguments("names that are none", "1,tel.\n1111111111,222222\n", ""),
                arguments(
                        "a sentence with a comma",
                        "Well, the tel is gone now for good.\nYes, 222222\n",
                        ""),
                arguments(
                        "a value that is too short or too long",
                        "a,tel\n1,1\n1," + "9".repeat(300) + "\n",
                        ""),
                arguments(
                        "a JSON list that does not end",
                        "{\"tel\": [\"222222\", \"333333",
                        "222222"),
                arguments("nothing", "", ""));
    }

    @Test
    void scan_manyRows_findsEachOnce() {
        StringBuilder text = new StringBuilder("id,tel\n");
        for (int row = 0; row < 1_000; row++) {
            text.append(row).append(',').append(200_000 + row).append('\n');
        }
        assertThat(found(text.toString()).split(" ", -1)).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void scan_tooManyColumns_isReadAsItStands() {
        assertThat(found("tel" + ",a".repeat(64) + "\n222222" + ",1".repeat(64))).isEmpty();
    }

    @Test
    void scan_textLongerThanTheBudget_looksNoFurther() {
        String text = "a,tel\n1,222222\n1,333333\n";
        Scan scan = Detectors.of(RECOGNIZERS).scan(text, new Budget(14, Long.MAX_VALUE));
        assertThat(scan.findings()).hasSize(1);
    }

    @Test
    void scan_outOfTimeInATable_isPartial() {
        long[] time = {0};
        Scan scan =
                Detectors.of(RECOGNIZERS, () -> time[0] += 10)
                        .scan("a,tel\n1,222222\n", new Budget(100, 5));
        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void scan_repeated_doublesTheWorkAtMost(String piece) {
        long once = Detectors.steps(RECOGNIZERS, piece.repeat(20_000 / piece.length()));
        long twice = Detectors.steps(RECOGNIZERS, piece.repeat(40_000 / piece.length()));
        assertThat(twice).isLessThan(once * 21 / 10 + 10_000);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "a,b\n",
                "a,b\n1,2\n",
                "a,tel\n1234,123456\n",
                "tel\n123456\n",
                "tel\n",
                "a:\n",
                "a:\n- 123456\n",
                "- 123456\n",
                "|a|b|\n|-|-|\n|123456|1|\n",
                "\"",
                "\"a\",\"",
                "\"tel\":[\"123456\",",
                "\"tel\":[",
                "\"tel\":{\"no\":\"123456\",",
                "\"tel\":{",
                "[",
                "{",
                "\\\"tel\\\":[\\\"1234\\\\\\\",",
                "1234,");
    }
}
