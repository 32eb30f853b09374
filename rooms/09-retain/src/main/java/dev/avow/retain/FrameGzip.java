package dev.avow.retain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/**
 * Lines as gzip (RFC 1952), many small ones in turn: making what compresses takes longer than
 * compressing a frame, so it is made once. Quick rather than small: what repeats is left out by
 * {@link RowText} already, and hashes, most of what is left, have nothing that does. Not safe for
 * more than one thread.
 */
final class FrameGzip implements AutoCloseable {

    /** Magic bytes, deflate, no flags, no time, quickest, of no known system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};

    private static final int TRAILER = 8;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final JsonBytes lines = new JsonBytes();
    private byte[] packed = new byte[16 * 1024];

    /**
     * Compresses a frame.
     *
     * @param names its first line; may be empty
     */
    byte[] compress(String names, List<ArchivedRow> rows) {
        lines.clear();
        lines.put(names);
        RowText before = null;
        boolean[] given = new boolean[rows.getFirst().text().values()];
        for (ArchivedRow row : rows) {
            row.text().writeAfter(before, given, lines);
            before = row.text();
        }
        byte[] plain = lines.array();
        int length = lines.length();
        deflater.reset();
        deflater.setStrategy(given.length == 0 ? Deflater.DEFAULT_STRATEGY : Deflater.HUFFMAN_ONLY);
        deflater.setInput(plain, 0, length);
        deflater.finish();
        int end = HEADER.length;
        System.arraycopy(HEADER, 0, packed, 0, end);
        while (!deflater.finished()) {
            packed = withRoom(packed, end, 4 * 1024);
            end += deflater.deflate(packed, end, packed.length - end);
        }
        CRC32 check = new CRC32();
        check.update(plain, 0, length);
        return ByteBuffer.allocate(end + TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(packed, 0, end)
                .putInt((int) check.getValue())
                .putInt(length)
                .array();
    }

    private static byte[] withRoom(byte[] bytes, int length, int more) {
        return bytes.length - length >= more
                ? bytes
                : Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
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
