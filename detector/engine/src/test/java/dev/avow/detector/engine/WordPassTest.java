package dev.avow.detector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the recognizers of words, tokens and signs are shown. */
final class WordPassTest {

    private static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);
    private static final FindingType TYPE = new FindingType("test", 2);

    private record Tokens(int shortest, int longest) implements Recognizer.OfTokens {
        @Override
        public FindingType type() {
            return TYPE;
        }

        @Override
        public void token(Text text, int start, int end, Sink sink) {
            sink.found(start, end, 0.5, Finding.Reason.PATTERN);
        }
    }

    private record Digits(int longest) implements Recognizer.OfDigits {
        @Override
        public FindingType type() {
            return TYPE;
        }

        @Override
        public void digits(Text text, int start, int end, Sink sink) {
            sink.found(start, end, 0.5, Finding.Reason.PATTERN);
        }
    }

    private record Words(Set<String> words) implements Recognizer.OfWords {
        @Override
        public FindingType type() {
            return TYPE;
        }

        @Override
        public void word(Text text, int start, int end, String word, Sink sink) {
            sink.found(start, end, 0.5, Finding.Reason.PATTERN);
        }
    }

    private record Signs(String signs) implements Recognizer.OfSigns {
        @Override
        public FindingType type() {
            return TYPE;
        }

        @Override
        public void sign(Text text, int start, int end, Sink sink) {
            sink.found(start, end, 0.5, Finding.Reason.PATTERN);
        }
    }

    private static List<String> found(Recognizer recognizer, String text) {
        Detector detector = Detectors.of(List.of(recognizer));
        Scan scan = detector.scan(text, AMPLE);
        assertThat(scan.coverage()).isEqualTo(Coverage.COMPLETE);
        return scan.findings().stream().map(f -> text.substring(f.start(), f.end())).toList();
    }

    @Test
    void scan_tokens_areMixedOrLongWordsOfTheWantedLengths() {
        String text =
                "plain 12345 a1 AB12cd, x1y2z3! \\nA1 abcdefghijklmnopqrst 1a%2Eb2 １a２ é9 a\u200b7";

        assertThat(found(new Tokens(2, 30), text))
                .containsExactly(
                        "a1",
                        "AB12cd",
                        "x1y2z3",
                        "A1",
                        "abcdefghijklmnopqrst",
                        "1a",
                        "b2",
                        "１a２",
                        "é9",
                        "a\u200b7");
        assertThat(found(new Tokens(3, 5), text)).containsExactly("１a２");
        assertThat(found(new Tokens(64, Integer.MAX_VALUE), "a1".repeat(500))).hasSize(1);
        assertThat(found(new Tokens(2, 63), "a1".repeat(500))).isEmpty();
    }

    @Test
    void scan_digits_areWordsOfDigitsAlone() {
        String text = "7 a1 1b 12.345 \\n99 １２ 1%2E2 12345678";

        assertThat(found(new Digits(4), text))
                .containsExactly("7", "12", "345", "99", "１２", "1", "2");
        assertThat(found(new Digits(63), "5".repeat(500))).isEmpty();
    }

    @Test
    void scan_words_areWholeInAnyCaseWithoutAccents() {
        String text = "Password: passwort PASSWORD_1 pässword mypassword password's \\tpassword";

        assertThat(found(new Words(Set.of("password")), text))
                .containsExactly("Password", "PASSWORD", "pässword", "password", "password");
    }

    @Test
    void scan_manyWords_areEachTheirOwn() {
        Set<String> words = new java.util.HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            words.add("w" + Integer.toString(i, 36));
        }
        assertThat(found(new Words(words), "w1 w2 wxyz w0 x1")).containsExactly("w1", "w2", "w0");
    }

    @Test
    void scan_signs_areFoundFoldedAndEscaped() {
        assertThat(found(new Signs(":€"), "a:b %3A ：\u200b 5€ ;"))
                .containsExactly(":", "%3A", "：", "€");
    }

    @Test
    void scan_aFailingRecognizer_isPartial() {
        Recognizer broken =
                new Recognizer.OfWords() {
                    @Override
                    public FindingType type() {
                        return TYPE;
                    }

                    @Override
                    public Set<String> words() {
                        return Set.of("a");
                    }

                    @Override
                    public void word(Text text, int start, int end, String word, Sink sink) {
                        throw new IllegalStateException("its own");
                    }
                };
        Scan scan = Detectors.of(List.of(broken, new Signs("!"))).scan("a !", AMPLE);

        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED));
        assertThat(scan.findings()).hasSize(1);
    }
}
