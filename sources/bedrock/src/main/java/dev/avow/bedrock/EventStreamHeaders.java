package dev.avow.bedrock;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The headers of one message of an event stream: a name, a type and a value each, lengths before
 * names, strings and bytes.
 */
final class EventStreamHeaders {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z-]{1,64}");

    private EventStreamHeaders() {}

    /** What a message is: the type of an event or an exception, or {@code error}. */
    static String type(ByteBuffer headers) {
        Map<String, String> texts = texts(headers);
        String type =
                switch (texts.getOrDefault(":message-type", "")) {
                    case "event" -> texts.getOrDefault(":event-type", "");
                    case "exception" -> texts.getOrDefault(":exception-type", "");
                    case "error" -> "error";
                    default -> "";
                };
        if (!TYPE.matcher(type).matches()) {
            throw EventStreamDecoder.garbled();
        }
        return type;
    }

    private static Map<String, String> texts(ByteBuffer headers) {
        Map<String, String> texts = new HashMap<>();
        try {
            while (headers.hasRemaining()) {
                String name = text(headers, headers.get() & 0xff);
                int type = headers.get();
                switch (type) {
                    case 0, 1 -> {} // true, false
                    case 2 -> skip(headers, 1);
                    case 3 -> skip(headers, 2);
                    case 4 -> skip(headers, 4);
                    case 5, 8 -> skip(headers, 8); // long, timestamp
                    case 6 -> skip(headers, headers.getShort() & 0xffff); // bytes
                    case 7 -> texts.put(name, text(headers, headers.getShort() & 0xffff));
                    case 9 -> skip(headers, 16); // UUID
                    default -> throw EventStreamDecoder.garbled();
                }
            }
        } catch (BufferUnderflowException cut) {
            throw EventStreamDecoder.garbled();
        }
        return texts;
    }

    private static String text(ByteBuffer headers, int length) {
        byte[] bytes = new byte[length];
        headers.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void skip(ByteBuffer headers, int length) {
        if (length > headers.remaining()) {
            throw new BufferUnderflowException();
        }
        headers.position(headers.position() + length);
    }
}
