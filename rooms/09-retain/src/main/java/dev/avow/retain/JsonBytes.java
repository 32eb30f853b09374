package dev.avow.retain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** Bytes of JSON (RFC 8259) that grow, in UTF-8. Not safe for more than one thread. */
final class JsonBytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final int BLOCK = 256 * 1024;

    /** With less than that left, what begins does so in a block of its own. */
    private static final int SPARE = 4 * 1024;

    private static final int DAY = 24 * 60 * 60;

    /** Years of four digits. */
    private static final long FROM = Instant.parse("1000-01-01T00:00:00Z").getEpochSecond();

    private static final long UNTIL = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();

    private byte[] bytes = new byte[BLOCK];
    private int length;
    private long lastDay = Long.MIN_VALUE;
    private String lastDate = "";

    /** Begins something that is to lie in one piece, and says where. */
    int begin() {
        if (bytes.length - length < SPARE) {
            bytes = new byte[BLOCK];
            length = 0;
        }
        return length;
    }

    int length() {
        return length;
    }

    /** Forgets what was written. */
    void clear() {
        length = 0;
    }

    /** What was written is in there. */
    byte[] array() {
        return bytes;
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

    /** A number. */
    void put(long number) {
        if (number < 0 || number >= 1_000_000_000_000_000_000L) {
            put(Long.toString(number));
            return;
        }
        int digits = 1;
        for (long left = number; left >= 10; left /= 10) {
            digits++;
        }
        digits(number, digits);
    }

    /** The last digits of a number that is not negative. */
    void digits(long number, int digits) {
        room(digits);
        long left = number;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        length += digits;
    }

    /** What is JSON already. */
    void put(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
    }

    /** What is JSON already, of an array. */
    void put(byte[] json, int from, int to) {
        room(to - from);
        System.arraycopy(json, from, bytes, length, to - from);
        length += to - from;
    }

    /** As a string of hexadecimal digits; the first is the lowest bit. */
    void bits(boolean[] bits) {
        put('"');
        for (int digit = (bits.length - 1) / 4; digit >= 0; digit--) {
            int value = 0;
            for (int bit = Math.min(digit * 4 + 3, bits.length - 1); bit >= digit * 4; bit--) {
                value = value * 2 + (bits[bit] ? 1 : 0);
            }
            put((char) HEX[value]);
        }
        put('"');
    }

    /** Text, as a string. */
    void string(byte[] utf8) {
        room(utf8.length * 6 + 2);
        bytes[length++] = '"';
        int plain = plain(utf8);
        System.arraycopy(utf8, 0, bytes, length, plain);
        length += plain;
        for (int at = plain; at < utf8.length; at++) {
            byte each = utf8[at];
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

    /** How many bytes there are before the first that needs more than itself. */
    private static int plain(byte[] utf8) {
        int at = 0;
        while (at < utf8.length
                && utf8[at] != '"'
                && utf8[at] != '\\'
                && (utf8[at] >= ' ' || utf8[at] < 0)) {
            at++;
        }
        return at;
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

    /** As a string of ISO 8601, with as many digits as {@link Instant#toString} has. */
    void time(Instant at) {
        put('"');
        long second = at.getEpochSecond();
        int nano = at.getNano();
        if (nano % 1_000 != 0 || second < FROM || second >= UNTIL) {
            put(at.toString());
        } else {
            day(Math.floorDiv(second, DAY));
            put('T');
            int ofDay = Math.floorMod(second, DAY);
            digits(ofDay / 3_600, 2);
            put(':');
            digits(ofDay / 60 % 60, 2);
            put(':');
            digits(ofDay % 60, 2);
            fraction(nano / 1_000);
            put('Z');
        }
        put('"');
    }

    private void day(long epochDay) {
        if (epochDay != lastDay) {
            lastDay = epochDay;
            lastDate = LocalDate.ofEpochDay(epochDay).toString();
        }
        put(lastDate);
    }

    private void fraction(int micros) {
        if (micros % 1_000 != 0) {
            put('.');
            digits(micros, 6);
        } else if (micros != 0) {
            put('.');
            digits(micros / 1_000, 3);
        }
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
