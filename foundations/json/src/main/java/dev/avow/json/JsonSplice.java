package dev.avow.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Copies bytes while replacing some of them, from left to right. Not safe for more than one thread.
 */
public final class JsonSplice {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final byte[] source;
    private final ByteArrayOutputStream out;
    private int copied;

    public JsonSplice(byte[] source) {
        this.source = source;
        this.out = new ByteArrayOutputStream(source.length + 64);
    }

    /**
     * Puts bytes in the place of {@code start} to {@code end}, which must not lie before an earlier
     * one.
     */
    public JsonSplice replace(int start, int end, byte[] with) {
        if (start < copied) {
            throw new IllegalArgumentException("replacements go from left to right");
        }
        out.write(source, copied, start - copied);
        out.writeBytes(with);
        copied = end;
        return this;
    }

    /** Bytes so far: where the next byte will stand. */
    public int length() {
        return out.size();
    }

    /** Everything, with the replacements made. */
    public byte[] finish() {
        out.write(source, copied, source.length - copied);
        copied = source.length;
        return out.toByteArray();
    }

    /** A text as a JSON string with its quotes, in UTF-8; lone surrogates as escapes (RFC 8259). */
    public static byte[] quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
        escape(text, quoted);
        return quoted.append('"').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Appends a text as a JSON string with its quotes, or the literal null for none. */
    public static void quote(@Nullable String text, StringBuilder into) {
        if (text == null) {
            into.append("null");
        } else {
            into.append('"');
            escape(text, into);
            into.append('"');
        }
    }

    /** A text as it must stand between a JSON string's quotes. */
    public static void escape(String text, StringBuilder into) {
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c != '"' && c != '\\' && !isLoneSurrogate(text, i)) {
                continue;
            }
            into.append(text, plain, i);
            plain = i + 1;
            switch (c) {
                case '"' -> into.append("\\\"");
                case '\\' -> into.append("\\\\");
                case '\n' -> into.append("\\n");
                case '\r' -> into.append("\\r");
                case '\t' -> into.append("\\t");
                default -> hex(c, into);
            }
        }
        into.append(text, plain, text.length());
    }

    private static void hex(char c, StringBuilder into) {
        into.append("\\u")
                .append(HEX[c >> 12 & 15])
                .append(HEX[c >> 8 & 15])
                .append(HEX[c >> 4 & 15])
                .append(HEX[c & 15]);
    }

    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
}
