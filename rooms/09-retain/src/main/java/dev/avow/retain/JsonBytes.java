package dev.avow.retain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Bytes of JSON (RFC 8259) that grow, in UTF-8. Not safe for more than one thread. */
final class JsonBytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[256 * 1024];
    private int length;

    int length() {
        return length;
    }

    /** What was written from a place on; it does not change any more. */
    ByteBuffer from(int place) {
        return ByteBuffer.wrap(bytes, place, length - place).slice();
    }

    /** One character of ASCII. */
    void put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    /** What is JSON already, in ASCII. */
    void put(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
    }

    /** What is JSON already. */
    void put(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
    }

    /** Text, as a string. */
    void string(byte[] utf8) {
        room(utf8.length * 6 + 2);
        bytes[length++] = '"';
        for (byte each : utf8) {
            if (each == '"' || each == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = each;
            } else if (each >= 0 && each < ' ') {
                put("\\u00");
                bytes[length++] = HEX[each >> 4];
                bytes[length++] = HEX[each & 15];
            } else {
                bytes[length++] = each;
            }
        }
        bytes[length++] = '"';
    }

    /** As a string. */
    void uuid(UUID id) {
        room(38);
        bytes[length++] = '"';
        hex(id.getMostSignificantBits() >>> 32, 8);
        bytes[length++] = '-';
        hex(id.getMostSignificantBits() >>> 16, 4);
        bytes[length++] = '-';
        hex(id.getMostSignificantBits(), 4);
        bytes[length++] = '-';
        hex(id.getLeastSignificantBits() >>> 48, 4);
        bytes[length++] = '-';
        hex(id.getLeastSignificantBits(), 12);
        bytes[length++] = '"';
    }

    private void hex(long value, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(int) (value >>> shift) & 15];
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
