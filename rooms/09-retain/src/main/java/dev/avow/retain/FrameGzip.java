package dev.avow.retain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/**
 * Lines as gzip (RFC 1952), many small ones in turn: making what compresses takes longer than
 * compressing a frame, so it is made once. Quick rather than small: hashes, most of a row, do not
 * become smaller. Not safe for more than one thread.
 */
final class FrameGzip implements AutoCloseable {

    /** Magic bytes, deflate, no flags, no time, quickest, of no known system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};

    private static final int TRAILER = 8;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final byte[] buffer = new byte[16 * 1024];

    byte[] compress(List<ArchivedRow> rows) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (ArchivedRow row : rows) {
            lines.writeBytes(row.json().getBytes(StandardCharsets.UTF_8));
            lines.write('\n');
        }
        byte[] plain = lines.toByteArray();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HEADER);
        deflater.reset();
        deflater.setInput(plain);
        deflater.finish();
        while (!deflater.finished()) {
            bytes.write(buffer, 0, deflater.deflate(buffer));
        }
        CRC32 check = new CRC32();
        check.update(plain);
        bytes.writeBytes(
                ByteBuffer.allocate(TRAILER)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt((int) check.getValue())
                        .putInt(plain.length)
                        .array());
        return bytes.toByteArray();
    }

    static List<String> lines(byte[] compressed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    @Override
    public void close() {
        deflater.close();
    }
}
