package dev.avow.arrive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32BE;
import static java.nio.charset.StandardCharsets.UTF_32LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells how an attachment's bytes are to be read as text, so that they go back as they came.
 *
 * <p>A label is believed only where the bytes allow it: one that lies would turn an address into
 * other characters, and hide it. Zero bytes tell wide encodings (UTF-16, UTF-32) from others, since
 * every Latin letter and digit holds some there. What could be read in more than one way is no text
 * here, and so counts as an attachment that was not looked into.
 */
final class AttachmentText {

    private static final Pattern LABELLED =
            Pattern.compile(";\\s*charset=\"?([a-z0-9._:+-]{1,40})");

    /** What every encoding that Latin text could be taken for reads alike. */
    private static final String ASCII = "Az09@.+-";

    private AttachmentText() {}

    /**
     * How to read bytes as text.
     *
     * @param label the URL's head in lower case; empty for bare base64
     * @param mayBeBinary whether the bytes stand where an image or sound may stand
     * @return null where they are no text, or none that can be told for certain
     */
    static @Nullable Charset charset(byte[] bytes, String label, boolean mayBeBinary) {
        int[] zeros = zeros(bytes);
        boolean anyZero = zeros[0] + zeros[1] > 0;
        Charset wide = wide(bytes, zeros, mayBeBinary);
        if (wide != null) {
            return wide;
        }
        if (anyZero && (mayBeBinary || zeroBesideZero(bytes))) {
            return null;
        }
        if (isUtf8(bytes) && (!mayBeBinary || areFew(controls(bytes), bytes))) {
            return UTF_8;
        }
        if (mayBeBinary && !isMostlyLatin(bytes)) {
            return null;
        }
        return narrow(bytes, label);
    }

    /** A table in an old encoding: pictures, sounds and archives hold far more of other bytes. */
    private static boolean isMostlyLatin(byte[] bytes) {
        int ascii = 0;
        for (byte b : bytes) {
            ascii += (b >= ' ' && b < 0x7F) || b == '\t' || b == '\n' || b == '\r' ? 1 : 0;
        }
        return ascii >= bytes.length / 4 * 3 && areFew(controls(bytes), bytes);
    }

    private static boolean areFew(int controls, byte[] bytes) {
        return controls <= bytes.length / 64;
    }

    /** The labelled encoding; else Latin-1, which every byte is a character of. */
    private static @Nullable Charset narrow(byte[] bytes, String label) {
        Matcher named = LABELLED.matcher(label);
        if (!named.find()) {
            return ISO_8859_1;
        }
        Charset charset;
        try {
            charset = Charset.forName(named.group(1));
        } catch (IllegalArgumentException unknown) {
            return ISO_8859_1;
        }
        if (!charset.canEncode() || !ASCII.equals(new String(ASCII.getBytes(US_ASCII), charset))) {
            // UTF-16 without a Latin letter, EBCDIC, or a label that lies
            return null;
        }
        return goesBack(bytes, charset) ? charset : ISO_8859_1;
    }

    /** How many zero bytes stand at even places, and at odd ones. */
    private static int[] zeros(byte[] bytes) {
        int[] zeros = new int[2];
        for (int i = 0; i < bytes.length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** By the mark, or by where the zero bytes stand. */
    private static @Nullable Charset wide(byte[] bytes, int[] zeros, boolean mayBeBinary) {
        if (bytes.length == 0 || bytes.length % 2 != 0) {
            return null;
        }
        for (Charset charset : List.of(UTF_32LE, UTF_32BE)) {
            if (isUtf32(bytes, charset.equals(UTF_32BE)) && goesBack(bytes, charset)) {
                return charset;
            }
        }
        boolean big = bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
        boolean little = bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        if (!big && !little) {
            int more = Math.max(zeros[0], zeros[1]);
            int fewer = Math.min(zeros[0], zeros[1]);
            boolean mostly = more > bytes.length / 6 && fewer <= more / 8;
            boolean alone = fewer <= more / 4 && zeroBesideZero(bytes);
            if (!mostly && (mayBeBinary || !alone)) {
                return null;
            }
            big = zeros[0] > zeros[1];
        }
        Charset charset = big ? UTF_16BE : UTF_16LE;
        return goesBack(bytes, charset) ? charset : null;
    }

    private static boolean isUtf32(byte[] bytes, boolean big) {
        if (bytes.length % 4 != 0) {
            return false;
        }
        for (int i = 0; i < bytes.length; i += 4) {
            int top = big ? bytes[i] : bytes[i + 3];
            int plane = big ? bytes[i + 1] : bytes[i + 2];
            if (top != 0 || plane < 0 || plane > 0x10) {
                return false;
            }
        }
        return true;
    }

    /** Two zeros with one other byte between: a Latin letter or digit in a wide encoding. */
    private static boolean zeroBesideZero(byte[] bytes) {
        for (int i = 2; i < bytes.length; i++) {
            if (bytes[i] == 0 && bytes[i - 1] != 0 && bytes[i - 2] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean goesBack(byte[] bytes, Charset charset) {
        return Arrays.equals(new String(bytes, charset).getBytes(charset), bytes);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static int controls(byte[] bytes) {
        int controls = 0;
        for (byte b : bytes) {
            controls += b >= 0 && b < ' ' && (b < '\t' || b > '\r') && b != 0x1B ? 1 : 0;
        }
        return controls;
    }
}
