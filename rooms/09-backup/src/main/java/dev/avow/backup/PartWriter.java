package dev.avow.backup;

import dev.avow.backup.Manifest.Part;
import dev.avow.tenancy.Snapshot.Whose;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Writes a part in blocks: the block's length (4 bytes), how many rows it holds (4), and the sealed
 * rows, compressed before (RFC 1950). A block holds rows of one person, or of nobody, and holds as
 * much as fits in memory easily. Not safe for more than one thread.
 */
final class PartWriter implements AutoCloseable {

    /** Larger blocks compress hardly better. */
    private static final int BLOCK = 1 << 18;

    private final Envelope envelope;
    private final String name;
    private final MessageDigest digest = Digests.sha256();
    private final OutputStream file;
    private final DataOutputStream out;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] deflated = new byte[1 << 16];
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(BLOCK);
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream(BLOCK);
    private @Nullable Whose whose;
    private int waitingRows;
    private long rows;
    private long leftOut;
    private long blocks;
    private long bytes;

    PartWriter(Envelope envelope, String name, OutputStream file) {
        this.envelope = envelope;
        this.name = name;
        this.file = file;
        this.out = new DataOutputStream(new DigestOutputStream(file, digest));
    }

    /** Adds a row. */
    @SuppressWarnings("ReferenceEquality") // it is the same object as long as nothing changes
    void row(Whose of, byte[] bytes, int from) {
        if (of != whose && !isOfTheSame(of)) {
            flush();
        }
        whose = of;
        waiting.write(bytes, from, bytes.length - from);
        waitingRows++;
        if (waiting.size() >= BLOCK) {
            flush();
        }
    }

    /** Rows of nobody may share a block, whichever tenant they are of. */
    private boolean isOfTheSame(Whose of) {
        Whose last = whose;
        return last == null
                || Objects.equals(of, last)
                || (of.person() == null && last.person() == null);
    }

    /** Adds bytes of a file. */
    void piece(byte[] piece, int length) {
        waiting.write(piece, 0, length);
        if (waiting.size() >= BLOCK) {
            flush();
        }
    }

    private void flush() {
        if (waiting.size() == 0) {
            return;
        }
        try {
            Optional<byte[]> sealed = envelope.seal(whose, compressed(), name, blocks, waitingRows);
            if (sealed.isPresent()) {
                out.writeInt(sealed.get().length);
                out.writeInt(waitingRows);
                out.write(sealed.get());
                bytes += 8L + sealed.get().length;
                rows += waitingRows;
                blocks++;
            } else {
                leftOut += waitingRows;
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        waiting.reset();
        waitingRows = 0;
    }

    private byte[] compressed() {
        compressed.reset();
        deflater.reset();
        deflater.setInput(waiting.toByteArray());
        deflater.finish();
        while (!deflater.finished()) {
            compressed.write(deflated, 0, deflater.deflate(deflated));
        }
        return compressed.toByteArray();
    }

    /** Ends the part; it is durable on return. */
    Part end(String fileName, boolean table, List<String> columns) throws IOException {
        flush();
        out.flush();
        file.close();
        return new Part(
                name,
                table,
                fileName,
                columns,
                rows,
                leftOut,
                blocks,
                bytes,
                HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        file.close();
    }
}
