package dev.avow.bedrock;

import dev.avow.wire.StreamDecoder;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Cuts {@code application/vnd.amazon.eventstream} into messages (smithy.io, "Amazon Event Stream
 * Specification"). Numbers are big-endian:
 *
 * <pre>
 * total length 4 | headers' length 4 | CRC-32 of these 8 | headers | payload | CRC-32 of all before 4
 * </pre>
 *
 * <p>The prelude is checked before its lengths are believed, and no more is held than came.
 */
final class EventStreamDecoder implements StreamDecoder {

    private static final int PRELUDE = 12;
    private static final int CHECKSUM = 4;

    /** The specification's bound. */
    private static final int MOST_HEADER_BYTES = 128 << 10;

    private final int largest;
    private byte[] held = new byte[1_024];
    private int size;

    EventStreamDecoder(int largestBytes) {
        this.largest = largestBytes;
    }

    @Override
    public List<byte[]> feed(byte[] bytes) throws TooLarge {
        if (size + bytes.length > held.length) {
            held = Arrays.copyOf(held, Math.max(size + bytes.length, held.length * 2));
        }
        System.arraycopy(bytes, 0, held, size, bytes.length);
        size += bytes.length;
        List<byte[]> events = new ArrayList<>(4);
        int start = 0;
        while (size - start >= PRELUDE) {
            int total = total(start);
            if (size - start < total) {
                break;
            }
            events.add(message(start, total));
            start += total;
        }
        System.arraycopy(held, start, held, 0, size - start);
        size -= start;
        return events;
    }

    private int total(int start) throws TooLarge {
        ByteBuffer prelude = ByteBuffer.wrap(held, start, PRELUDE);
        int total = prelude.getInt();
        int headers = prelude.getInt();
        if (prelude.getInt() != crc(start, PRELUDE - CHECKSUM)
                || headers < 0
                || headers > MOST_HEADER_BYTES
                || total < PRELUDE + CHECKSUM
                || headers > total - PRELUDE - CHECKSUM) {
            throw garbled();
        }
        if (total > largest) {
            throw new TooLarge();
        }
        return total;
    }

    private byte[] message(int start, int total) {
        int end = start + total - CHECKSUM;
        if (ByteBuffer.wrap(held, end, CHECKSUM).getInt() != crc(start, total - CHECKSUM)) {
            throw garbled();
        }
        int headers = ByteBuffer.wrap(held, start + 4, 4).getInt();
        int payload = start + PRELUDE + headers;
        String type = EventStreamHeaders.type(ByteBuffer.wrap(held, start + PRELUDE, headers));
        return document(type, payload, end - payload);
    }

    /** One member, named after the event's type; a type has letters and hyphens only. */
    private byte[] document(String type, int payload, int length) {
        byte[] name = ("{\"" + type + "\":").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        boolean empty = length == 0;
        byte[] document = Arrays.copyOf(name, name.length + (empty ? 2 : length) + 1);
        if (empty) {
            document[name.length] = '{';
            document[name.length + 1] = '}';
        } else {
            System.arraycopy(held, payload, document, name.length, length);
        }
        document[document.length - 1] = '}';
        return document;
    }

    private int crc(int start, int length) {
        CRC32 crc = new CRC32();
        crc.update(held, start, length);
        return (int) crc.getValue();
    }

    static FaultException garbled() {
        return Fault.of(
                        FaultCode.PROVIDER_INVALID_ANSWER,
                        "the provider's stream is no Amazon event stream, or was damaged")
                .asException();
    }
}
