package dev.avow.bedrock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.wire.StreamDecoder;
import dev.avow.words.FaultException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Streams are written by AWS's own library. */
final class EventStreamDecoderTest {

    private static byte[] message(Map<String, HeaderValue> headers, String payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Message(headers, payload.getBytes(UTF_8)).encode(out);
        return out.toByteArray();
    }

    private static byte[] event(String type, String payload) {
        return message(
                Map.of(
                        ":message-type", HeaderValue.fromString("event"),
                        ":event-type", HeaderValue.fromString(type),
                        ":content-type", HeaderValue.fromString("application/json")),
                payload);
    }

    private static List<String> run(byte[]... pieces) throws StreamDecoder.TooLarge {
        EventStreamDecoder decoder = new EventStreamDecoder(10_000);
        List<String> events = new ArrayList<>();
        for (byte[] piece : pieces) {
            decoder.feed(piece).forEach(each -> events.add(new String(each, UTF_8)));
        }
        return events;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void feed_cutAnywhere_givesTheSameEvents() throws StreamDecoder.TooLarge {
        byte[] stream =
                joined(
                        event("messageStart", "{\"role\":\"assistant\"}"),
                        event("contentBlockDelta", "{\"delta\":{\"text\":\"é 漢字 🙂\"}}"),
                        event("messageStop", ""));
        List<String> expected =
                List.of(
                        "{\"messageStart\":{\"role\":\"assistant\"}}",
                        "{\"contentBlockDelta\":{\"delta\":{\"text\":\"é 漢字 🙂\"}}}",
                        "{\"messageStop\":{}}");
        for (int a = 0; a <= stream.length; a++) {
            for (int b = a; b <= stream.length; b += 7) {
                assertThat(
                                run(
                                        Arrays.copyOfRange(stream, 0, a),
                                        Arrays.copyOfRange(stream, a, b),
                                        Arrays.copyOfRange(stream, b, stream.length)))
                        .isEqualTo(expected);
            }
        }
    }

    /** But of one and two bytes: the library writes none of their bytes. */
    @Test
    void feed_headersOfEveryType_arePassedOver() throws StreamDecoder.TooLarge {
        byte[] message =
                message(
                        Map.ofEntries(
                                Map.entry("a", HeaderValue.fromBoolean(true)),
                                Map.entry("b", HeaderValue.fromBoolean(false)),
                                Map.entry("e", HeaderValue.fromInteger(-1)),
                                Map.entry("f", HeaderValue.fromLong(-1)),
                                Map.entry("g", HeaderValue.fromByteArray(new byte[300])),
                                Map.entry("h", HeaderValue.fromTimestamp(Instant.EPOCH)),
                                Map.entry("i", HeaderValue.fromUuid(new UUID(1, 2))),
                                Map.entry(":message-type", HeaderValue.fromString("exception")),
                                Map.entry(
                                        ":exception-type",
                                        HeaderValue.fromString("throttlingException"))),
                        "{\"message\":\"slow down\"}");
        assertThat(run(message))
                .containsExactly("{\"throttlingException\":{\"message\":\"slow down\"}}");
    }

    @Test
    void feed_anyByteDamaged_isGarbledOrTooLarge() {
        byte[] whole = event("messageStart", "{\"role\":\"assistant\"}");
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x41;
            assertThatThrownBy(() -> run(damaged)).as("byte %d", i).isInstanceOf(Exception.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 15})
    void feed_impossibleLength_isGarbled(int total) {
        assertThatThrownBy(() -> run(prelude(total, 0))).isInstanceOf(FaultException.class);
    }

    @Test
    void feed_lengthAboveTheLimit_isTooLargeBeforeItCame() {
        assertThatThrownBy(() -> run(prelude(10_001, 0)))
                .isInstanceOf(StreamDecoder.TooLarge.class);
    }

    @Test
    void feed_headersLongerThanTheMessage_isGarbled() {
        assertThatThrownBy(() -> run(prelude(100, 85))).isInstanceOf(FaultException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\":{},\"b", " ", "ключ"})
    void feed_typeThatIsNoName_isGarbled(String type) {
        assertThatThrownBy(() -> run(event(type, "{}"))).isInstanceOf(FaultException.class);
    }

    private static byte[] prelude(int total, int headers) {
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        ByteBuffer out = ByteBuffer.allocate(12).putInt(total).putInt(headers);
        crc.update(out.array(), 0, 8);
        return out.putInt((int) crc.getValue()).array();
    }
}
