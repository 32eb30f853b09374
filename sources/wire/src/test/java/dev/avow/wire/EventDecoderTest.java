package dev.avow.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventDecoderTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void feed_cutAnywhere_givesTheSameEvents(String end) throws StreamDecoder.TooLarge {
        String stream =
                ": hello|event: x|data: one é|||data:two|id: 7|data: |data:  three||data|datax: no||retry: 3||data: [DONE]||data: cut"
                        .replace("|", end);
        byte[] bytes = stream.getBytes(UTF_8);
        List<String> expected = List.of("one é", "two\n\n three", "[DONE]");
        assertThat(run(bytes)).isEqualTo(expected);
        for (int a = 0; a <= bytes.length; a++) {
            for (int b = a; b <= bytes.length; b += 5) {
                assertThat(
                                run(
                                        Arrays.copyOfRange(bytes, 0, a),
                                        Arrays.copyOfRange(bytes, a, b),
                                        Arrays.copyOfRange(bytes, b, bytes.length)))
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'data: a\r\n\r\ndata: b\n\n', 2", "'data: a\n\rdata: b\r\r\n', 2", "'\n\n\n', 0"})
    void feed_mixedLineEnds_areEachALine(String stream, int events) throws StreamDecoder.TooLarge {
        assertThat(run(stream.getBytes(UTF_8))).hasSize(events);
    }

    @Test
    void feed_lineThatNeverEnds_isTooLarge() throws StreamDecoder.TooLarge {
        EventDecoder decoder = new EventDecoder(100);
        decoder.feed(("data: " + "x".repeat(94)).getBytes(UTF_8));

        assertThatThrownBy(() -> decoder.feed("x".getBytes(UTF_8)))
                .isInstanceOf(StreamDecoder.TooLarge.class);
    }

    @Test
    void feed_eventThatNeverEnds_isTooLarge() throws StreamDecoder.TooLarge {
        EventDecoder decoder = new EventDecoder(100);
        for (int i = 0; i < 50; i++) {
            decoder.feed("data: x\n".getBytes(UTF_8));
        }

        assertThatThrownBy(() -> decoder.feed("data: x\ndata: x\n".getBytes(UTF_8)))
                .isInstanceOf(StreamDecoder.TooLarge.class);
    }

    /** Data lines of nothing are held as line feeds, and must be bounded too. */
    @Test
    void feed_commentsAndEmptyEvents_areNotHeld() throws StreamDecoder.TooLarge {
        EventDecoder decoder = new EventDecoder(100);
        for (int i = 0; i < 1_000; i++) {
            assertThat(decoder.feed(": keep-alive and nothing else\n\n".getBytes(UTF_8))).isEmpty();
        }
        assertThat(decoder.feed("data: x\n\n".getBytes(UTF_8))).hasSize(1);
    }

    private static List<String> run(byte[]... pieces) throws StreamDecoder.TooLarge {
        EventDecoder decoder = new EventDecoder(1_000);
        List<String> events = new ArrayList<>();
        for (byte[] piece : pieces) {
            decoder.feed(piece).forEach(each -> events.add(new String(each, UTF_8)));
        }
        return events;
    }
}
