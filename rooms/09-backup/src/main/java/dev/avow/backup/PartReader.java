package dev.avow.backup;

import dev.avow.backup.Manifest.Part;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads a part block by block, and holds it against what the manifest says of it. */
final class PartReader {

    /** Far more than a block of whole rows can have. */
    private static final int MOST = 1 << 28;

    private PartReader() {}

    /** Takes what a part holds. */
    interface Sink {
        /** Whole rows, or a piece of a file. */
        void content(byte[] bytes, int rows);

        /** Rows that nobody can open any more. */
        void erased(Envelope.Opened.Erased erased, int rows);
    }

    /**
     * Reads a part.
     *
     * @throws Damaged where it is not what the manifest says
     * @throws dev.avow.sealing.SealingException where a block is not what was sealed
     */
    static void read(Part part, InputStream file, Envelope envelope, Sink sink) throws IOException {
        MessageDigest digest = Digests.sha256();
        Inflater inflater = new Inflater();
        try (DataInputStream in =
                new DataInputStream(
                        new DigestInputStream(new BufferedInputStream(file, 1 << 16), digest))) {
            long rows = 0;
            for (long block = 0; block < part.blocks(); block++) {
                int length = in.readInt();
                int count = in.readInt();
                if (length < 0 || length > MOST) {
                    throw new Damaged(part.name());
                }
                byte[] sealed = in.readNBytes(length);
                if (sealed.length < length) {
                    throw new Damaged(part.name());
                }
                switch (envelope.open(sealed, part.name(), block, count)) {
                    case Envelope.Opened.Content content ->
                            sink.content(inflated(inflater, content.bytes(), part), count);
                    case Envelope.Opened.Erased erased -> sink.erased(erased, count);
                }
                rows += count;
            }
            if (in.read() >= 0
                    || rows != part.rows()
                    || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
                throw new Damaged(part.name());
            }
        } catch (EOFException cut) {
            throw new Damaged(part.name());
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflated(Inflater inflater, byte[] content, Part part) {
        inflater.reset();
        inflater.setInput(content);
        ByteArrayOutputStream plain = new ByteArrayOutputStream(content.length * 4);
        byte[] piece = new byte[1 << 16];
        try {
            while (!inflater.finished()) {
                int length = inflater.inflate(piece);
                if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new Damaged(part.name());
                }
                plain.write(piece, 0, length);
            }
        } catch (DataFormatException impossible) {
            throw new Damaged(part.name());
        }
        return plain.toByteArray();
    }
}
