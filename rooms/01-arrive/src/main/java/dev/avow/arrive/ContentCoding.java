package dev.avow.arrive;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * How a body is packed (RFC 9110, section 8.4): not at all, or by gzip (RFC 1952), as some clients
 * do with large ones. What comes out is limited as if it had come so, and unpacking stops there. On
 * any thread; what is large takes a while, so not on an event loop.
 */
public final class ContentCoding {

    private static final int STEP = 16 << 10;

    /** No byte of a DEFLATE stream stands for more (zlib's "technical details"). */
    private static final long MOST_OF_A_BYTE = 1_032;

    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private ContentCoding() {}

    /**
     * Whether a body is to be unpacked.
     *
     * @param header {@code Content-Encoding} as it came; null where there is none
     * @throws dev.avow.words.FaultException {@code unsupported_media_type} for any other coding
     */
    public static boolean isGzip(@Nullable String header) {
        String coding = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                    throw Fault.of(
                                    FaultCode.UNSUPPORTED_MEDIA_TYPE,
                                    "a body may have the Content-Encoding gzip, or none; send it"
                                            + " so",
                                    "Content-Encoding")
                            .asException();
        };
    }

    /**
     * A body as it was before it was packed.
     *
     * @param most bytes that come out, at most
     * @param tooLarge what is told where there are more
     * @throws dev.avow.words.FaultException where there are, or this is no gzip
     */
    public static byte[] unpacked(byte[] packed, int most, Fault tooLarge) {
        return unpacked(packed, most, tooLarge, _ -> {});
    }

    /**
     * The same where memory is shared with others.
     *
     * @param room told how many bytes are to be taken in all, before they are; throws where there
     *     is no room for them
     */
    public static byte[] unpacked(byte[] packed, int most, Fault tooLarge, IntConsumer room) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), STEP)) {
            int expected = expected(packed, most);
            room.accept(expected);
            byte[] out = new byte[expected];
            int size = 0;
            while (true) {
                if (size < out.length) {
                    int read = in.read(out, size, out.length - size);
                    if (read < 0) {
                        return Arrays.copyOf(out, size);
                    }
                    size += read;
                    continue;
                }
                int next = in.read();
                if (next < 0) {
                    return out;
                }
                if (size == most) {
                    throw tooLarge.asException();
                }
                int larger = (int) Math.min(most, Math.max(STEP, size * 2L));
                room.accept(larger);
                out = Arrays.copyOf(out, larger);
                out[size++] = (byte) next;
            }
        } catch (IOException notGzip) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "the body is not the gzip that Content-Encoding says; pack it anew, or"
                                    + " leave the header out",
                            "Content-Encoding")
                    .asException();
        }
    }

    /** What the last four bytes say (RFC 1952, section 2.3.1), as far as it can be so. */
    private static int expected(byte[] packed, int most) {
        long said = Integer.toUnsignedLong((int) LITTLE_ENDIAN.get(packed, packed.length - 4));
        return (int) Math.min(Math.min(said, most), packed.length * MOST_OF_A_BYTE);
    }
}
