package dev.avow.objects;

import dev.avow.backup.PlaceUnusable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;

/**
 * Reads an object a piece at a time, each a request of its own: what breaks off is asked for again,
 * and no connection waits while what was read is worked on. Not safe for more than one thread;
 * blocks.
 */
final class S3Download extends InputStream {

    static final int PIECE = 8 << 20;

    private final S3Bucket bucket;
    private final String name;
    private final int length;
    private byte[] piece;
    private int at;
    private long next;

    private S3Download(S3Bucket bucket, String name, int length, byte[] first) {
        this.bucket = bucket;
        this.name = name;
        this.length = length;
        this.piece = first;
        this.next = first.length;
    }

    /**
     * @throws NoSuchFileException where there is no such object
     */
    static S3Download begin(S3Bucket bucket, String name) throws IOException {
        return begin(bucket, name, PIECE);
    }

    static S3Download begin(S3Bucket bucket, String name, int length) throws IOException {
        return new S3Download(bucket, name, length, get(bucket, name, 0, length));
    }

    private static byte[] get(S3Bucket bucket, String name, long from, int length)
            throws IOException {
        byte[] piece =
                bucket.get(name, from, length).orElseThrow(() -> new NoSuchFileException(name));
        if (piece.length > length) {
            throw new PlaceUnusable(
                    "the store of bucket "
                            + bucket.location().bucket()
                            + " gives whole objects only, and backups need pieces of them; use"
                            + " another store");
        }
        return piece;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (at == piece.length) {
            if (piece.length < length) {
                return -1;
            }
            piece = get(bucket, name, next, length);
            next += piece.length;
            at = 0;
            if (piece.length == 0) {
                return -1;
            }
        }
        int step = Math.min(count, piece.length - at);
        System.arraycopy(piece, at, into, from, step);
        at += step;
        return step;
    }
}
