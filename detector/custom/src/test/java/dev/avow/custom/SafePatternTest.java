package dev.avow.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafePatternTest {

    private static List<String> places(String regex, String text) {
        List<String> places = new ArrayList<>();
        SafePattern.compile(regex)
                .find(
                        text,
                        new Until(System::nanoTime, 60_000_000_000L),
                        (start, end) -> places.add(start + "-" + end));
        return places;
    }

    @Test
    void find_acrossWindows_findsEachOnce() {
        String text = ("x".repeat(996) + " ab ").repeat(40);

        assertThat(places("\\bab\\b", text)).hasSize(40).startsWith("997-999", "1997-1999");
    }

    @Test
    void find_longestMatch_isWholeWhereverItStands() {
        String value = "k" + "v".repeat(SafePattern.LONGEST - 1);
        for (int before = SafePattern.WINDOW - 1_500;
                before < SafePattern.WINDOW + 10;
                before += 7) {
            String text = " ".repeat(before) + value + " ".repeat(SafePattern.WINDOW);
            assertThat(places("kv+", text))
                    .containsExactly(before + "-" + (before + SafePattern.LONGEST));
        }
    }

    @Test
    void find_edgesOfAWindow_areNoEdgesOfTheText() {
        String text = "a".repeat(5 * SafePattern.WINDOW) + "b";

        assertThat(places("^a", text)).containsExactly("0-1");
        assertThat(places("b$", text)).hasSize(1);
        assertThat(places("\\ba", text)).containsExactly("0-1");
    }

    /** Four times the text takes four times the time; the rest allows for caches and compiling. */
    @ParameterizedTest
    @CsvSource({"(a+)+$, a, !", "(a|aa)+b, a, c", "(.*)(.*)(.*)z, a, !"})
    void find_hostilePattern_isLinear(String regex, String unit, String last) {
        String once = unit.repeat(10_000) + last;
        String four = unit.repeat(40_000) + last;
        Runnable small = () -> count(regex, once);
        small.run();
        long one = Math.min(nanos(small), Math.min(nanos(small), nanos(small)));
        long more = nanos(() -> count(regex, four));

        assertThat(more).isLessThan(12 * one + 50_000_000L);
    }

    /** Of the processor, so that a busy machine does not count. */
    private static long nanos(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - began;
    }

    private static void count(String regex, String text) {
        int[] count = new int[1];
        SafePattern.compile(regex)
                .find(text, new Until(System::nanoTime, 60_000_000_000L), (_, _) -> count[0]++);
        assertThat(count[0]).isGreaterThanOrEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a*",
                "",
                "x|",
                "\\b",
                "^",
                "(?:$)",
                "a{0,3}",
                "(?=a)b",
                "(a)\\1",
                "[a",
                "[^x]*x|."
            })
    void compile_whatMatchesNothingOrIsNoPattern_isRefused(String regex) {
        assertThatThrownBy(() -> SafePattern.checked(regex))
                .isInstanceOf(BadPattern.class)
                .message()
                .isNotBlank();
    }

    @Test
    void compile_tooLarge_isRefused() {
        for (String regex :
                List.of(
                        "((a{100}){100}){100}",
                        "(a)".repeat(21),
                        "(".repeat(5_000) + "a" + ")".repeat(5_000))) {
            assertThatThrownBy(() -> SafePattern.checked(regex)).isInstanceOf(BadPattern.class);
        }
    }
}
