package dev.avow.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.avow.mask.Keepsake;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextRestorerTest {

    private final Keepsake keepsake = Model.keepsake("a@b.example, c@d.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[[[",
                "[EMAIL_",
                "[EMAIL_99]",
                "[EMAIL_11]",
                "[EMAIL_1",
                "[email_1]",
                "[ EMAIL_1]",
                "[link](https://h.example)",
                "EMAIL_1]",
                "]",
                "[]",
                "[\n]",
                "[[EMAIL_3]]",
                "\\[EMAIL\\_9\\]",
                "[EMAIL_1\\]",
                "\\",
                "\\\\[EMAIL\\",
                "100 %",
                "%5BEMAIL_1",
                "%5BEMAIL_1%20",
                "%5BEMAIL_9%5D",
                "\\text{[EMAIL"
            })
    void feed_bracketsThatAreNoPseudonyms_staysAsTheyAre(String text) {
        for (int cut = 0; cut <= text.length(); cut++) {
            TextRestorer restorer = new TextRestorer(keepsake, false);
            String shown =
                    restorer.feed(text.substring(0, cut)) + restorer.feed(text.substring(cut));
            assertThat(shown + restorer.finish()).isEqualTo(text);
            assertThat(restorer.isHolding()).isFalse();
        }
    }

    /** Models write Markdown, TeX and URLs, where a pseudonym's own signs are escaped. */
    @ParameterizedTest
    @CsvSource({
        "\\[EMAIL\\_1\\], a@b.example",
        "[EMAIL\\_1], a@b.example",
        "\\\\[EMAIL\\\\_1\\\\], a@b.example",
        "C:\\[EMAIL_1], C:\\a@b.example",
        "\\text{[EMAIL\\_2]}, \\text{c@d.example}",
        "%5BEMAIL_1%5D, a@b.example",
        "?to=%5bEMAIL_2%5d&x=%5B, ?to=c@d.example&x=%5B",
        "[EMAIL_1]\\[EMAIL\\_2\\]%5BEMAIL_1%5D, a@b.examplec@d.examplea@b.example"
    })
    void feed_pseudonymThatIsEscaped_isPutBackWhereverItIsCut(String said, String meant) {
        for (int cut = 0; cut <= said.length(); cut++) {
            TextRestorer restorer = new TextRestorer(keepsake, false);
            String shown =
                    restorer.feed(said.substring(0, cut)) + restorer.feed(said.substring(cut));
            assertThat(shown + restorer.finish()).isEqualTo(meant);
        }
    }

    @Test
    void feed_encodedPseudonym_hasItsOriginalEncoded() {
        TextRestorer restorer = new TextRestorer(Model.keepsake("+33 6 12 34 56 78"), false);

        assertThat(restorer.feed("tel:%5BPHONE_1%5D"))
                .isEqualTo("tel:%2B33%206%2012%2034%2056%2078");
    }

    /** Whoever wrote it so himself is to get that back, and nobody's address. */
    @Test
    void keepsake_escapedInTheRequest_isNotGivenOut() {
        assertThat(Model.keepsake("a@b.example \\[EMAIL\\_1\\] %5BEMAIL_2%5D").gaveOut("[EMAIL_3]"))
                .isTrue();
    }

    @Test
    void feed_whatCannotBecomeAPseudonym_isNotHeldBack() {
        TextRestorer restorer = new TextRestorer(keepsake, false);

        assertThat(restorer.feed("[x")).isEqualTo("[x");
        assertThat(restorer.feed("a [")).isEqualTo("a ");
        assertThat(restorer.feed("b")).isEqualTo("[b");
        assertThat(restorer.feed("[EMAIL_1")).isEmpty();
        assertThat(restorer.feed("2")).isEqualTo("[EMAIL_12");
    }

    @Test
    @Timeout(60)
    void feed_manyBrackets_isLinear() {
        long small = nanos("[\\".repeat(10_000));
        long large = nanos("[\\".repeat(400_000));

        assertThat(Duration.ofNanos(large))
                .isLessThan(Duration.ofNanos(small).multipliedBy(400).plusMillis(500));
    }

    @Test
    @Timeout(60)
    void feed_manyBracketsOneByOne_isLinear() {
        TextRestorer restorer = new TextRestorer(keepsake, false);
        assertThatCode(
                        () -> {
                            for (int i = 0; i < 400_000; i++) {
                                restorer.feed("[EMAIL_".substring(i % 7, i % 7 + 1));
                            }
                        })
                .doesNotThrowAnyException();
    }

    /** Of the processor, so that a busy machine does not count. */
    private long nanos(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        TextRestorer restorer = new TextRestorer(keepsake, false);
        assertThat(restorer.feed(text) + restorer.finish()).isEqualTo(text);
        return threads.getCurrentThreadCpuTime() - before;
    }
}
