package dev.avow.arrive;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * How a body is packed (RFC 9110, section 8.4): not at all, or by gzip (RFC 1952), as some clients
 * do with large ones. What comes out is limited as if it had come so, and unpacking stops there. On
 * any thread; what is large takes a while, so not on an event loop.
 */
public final class ContentCoding {

    private static final int STEP = 16 << 10;

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
        ByteArrayOutputStream out = new ByteArrayOutputStream(STEP);
        byte[] step = new byte[STEP];
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), STEP)) {
            for (int read = in.read(step); read >= 0; read = in.read(step)) {
                if (read > most - out.size()) {
                    throw tooLarge.asException();
                }
                out.write(step, 0, read);
            }
        } catch (IOException notGzip) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "the body is not the gzip that Content-Encoding says; pack it anew, or"
                                    + " leave the header out",
                            "Content-Encoding")
                    .asException();
        }
        return out.toByteArray();
    }
}
