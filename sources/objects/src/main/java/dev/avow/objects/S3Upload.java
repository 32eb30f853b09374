package dev.avow.objects;

import dev.avow.backup.PlaceUnusable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Writes an object whose length nobody knows yet, in memory of one {@link #PIECE}: a short one at
 * once, a longer one in pieces that the store makes one object of at the end. It is there when this
 * was closed without a failure, and not before. Not safe for more than one thread; blocks.
 */
final class S3Upload extends OutputStream {

    private static final Logger LOG = LoggerFactory.getLogger(S3Upload.class);

    /** All but the last are as long, since some stores want it. 10,000 of them are 156 GiB. */
    static final int PIECE = 16 << 20;

    private static final int MOST_PIECES = 10_000;

    private static final int FIRST = 1 << 16;

    private final S3Bucket bucket;
    private final String name;
    private final int piece;
    private final List<CompletedPart> sent = new ArrayList<>();
    private byte[] waiting;
    private int length;
    private @Nullable String id;
    private boolean closed;
    private boolean broken;

    S3Upload(S3Bucket bucket, String name) {
        this(bucket, name, PIECE);
    }

    /**
     * @param piece bytes; a store may refuse less than 5 MiB
     */
    S3Upload(S3Bucket bucket, String name, int piece) {
        this.bucket = bucket;
        this.name = name;
        this.piece = piece;
        this.waiting = new byte[Math.min(piece, FIRST)];
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        requireWhole();
        int at = from;
        while (at < from + count) {
            if (length == piece) {
                send();
            }
            int step = Math.min(from + count - at, piece - length);
            if (length + step > waiting.length) {
                waiting =
                        Arrays.copyOf(
                                waiting,
                                Math.min(piece, Math.max(length + step, waiting.length * 2)));
            }
            System.arraycopy(bytes, at, waiting, length, step);
            length += step;
            at += step;
        }
    }

    private void send() throws IOException {
        try {
            if (sent.size() == MOST_PIECES) {
                throw new PlaceUnusable(
                        "a table is larger than "
                                + (((long) MOST_PIECES * piece) >> 30)
                                + " GiB when packed, which an object store does not take in these"
                                + " pieces; back up to a folder");
            }
            String upload = id;
            if (upload == null) {
                upload = bucket.begin(name);
                id = upload;
            }
            sent.add(bucket.send(name, upload, sent.size() + 1, waiting, length));
            length = 0;
        } catch (PlaceUnusable failed) {
            abort();
            throw failed;
        }
    }

    private void requireWhole() throws IOException {
        if (broken || closed) {
            throw new IOException("the object is not written any more");
        }
    }

    @Override
    public void close() throws IOException {
        if (closed || broken) {
            return; // whoever wrote was told
        }
        if (id == null) {
            closed = true;
            bucket.put(name, waiting, length);
            return;
        }
        send();
        closed = true;
        try {
            bucket.complete(name, id, sent);
        } catch (PlaceUnusable failed) {
            abort();
            throw failed;
        }
    }

    /** So that the store keeps, and bills, no pieces. */
    private void abort() {
        broken = true;
        waiting = new byte[0];
        if (id != null) {
            try {
                bucket.abort(name, id);
            } catch (PlaceUnusable later) {
                LOG.warn("pieces of a backup were left; they go when it is swept away");
            }
        }
    }
}
