package dev.avow.rights;

import dev.avow.disk.PrivateFiles;
import dev.avow.sealing.Place;
import dev.avow.sealing.SubjectKeys;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A copy of a person's data on the disk, in parts of 64 KiB, each sealed under that person's key
 * and bound to its place. The file has no name once it is open, so that it is gone with the
 * process, however that ends; and nobody can read it any more once the key is destroyed.
 *
 * <p>One thread writes; any number read what is whole.
 */
final class ExportSpool implements AutoCloseable {

    private static final int PART = 64 << 10;

    private final SubjectKeys keys;
    private final TenantId tenant;
    private final UUID subject;
    private final UUID id;
    private final FileChannel file;
    private ByteArrayOutputStream part = new ByteArrayOutputStream();
    private int sealedBytes;
    private long parts;
    private long size;
    private long onDisk;

    /**
     * @param id of the copy; no two have the same
     */
    ExportSpool(Path folder, SubjectKeys keys, TenantId tenant, UUID subject, UUID id)
            throws IOException {
        this.keys = keys;
        this.tenant = tenant;
        this.subject = subject;
        this.id = id;
        this.file =
                FileChannel.open(
                        PrivateFiles.makeFolder(folder).resolve(id + ".spool"),
                        Set.of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.DELETE_ON_CLOSE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
    }

    /** Bytes of the copy. */
    long size() {
        return size;
    }

    /** Bytes on the disk. */
    long onDisk() {
        return onDisk;
    }

    void write(byte[] bytes) throws IOException {
        size += bytes.length;
        for (int at = 0; at < bytes.length; ) {
            int some = Math.min(PART - part.size(), bytes.length - at);
            part.write(bytes, at, some);
            at += some;
            if (part.size() == PART) {
                flush();
            }
        }
    }

    /** Writes what is left; nothing is written after it. */
    void finish() throws IOException {
        if (part.size() > 0) {
            flush();
        }
        part = new ByteArrayOutputStream(0); // it may lie there for an hour
    }

    private void flush() throws IOException {
        byte[] sealed =
                keys.seal(tenant, subject, part.toByteArray(), place(parts))
                        .orElseThrow(() -> new IOException("the person was erased"));
        part.reset();
        sealedBytes = sealedBytes == 0 ? sealed.length : sealedBytes;
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        while (bytes.hasRemaining()) {
            onDisk += file.write(bytes, onDisk);
        }
        parts++;
    }

    /** A part that stands in another's place does not open. */
    private Place place(long number) {
        return new Place(tenant, "data_exports", "part_" + number, id);
    }

    /**
     * Reads some of it, once it is finished.
     *
     * @param from the first byte
     * @param to the byte behind the last
     * @param sink takes parts of some 64 KiB
     * @throws IllegalStateException where the person was erased meanwhile
     */
    void read(long from, long to, Consumer<byte[]> sink) {
        for (long at = from; at < to; at = (at / PART + 1) * PART) {
            byte[] whole = open(at / PART);
            int begin = (int) (at % PART);
            int end = (int) Math.min(whole.length, to - at + begin);
            sink.accept(Arrays.copyOfRange(whole, begin, end));
        }
    }

    /** For tests: the file as it lies there. */
    byte[] bytesOnDisk() {
        return bytes(0, (int) onDisk);
    }

    private byte[] open(long number) {
        long begin = number * sealedBytes;
        byte[] sealed = bytes(begin, (int) Math.min(sealedBytes, onDisk - begin));
        return keys.plaintextOf(tenant, subject, sealed, place(number), UnsealAccess.granted())
                .orElseThrow(() -> new IllegalStateException("the person was erased"));
    }

    private byte[] bytes(long begin, int length) {
        ByteBuffer sealed = ByteBuffer.allocate(length);
        try {
            while (sealed.hasRemaining()) {
                if (file.read(sealed, begin + sealed.position()) < 0) {
                    throw new IllegalStateException("a copy was cut off on the disk");
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a copy cannot be read", unreadable);
        }
        return sealed.array();
    }

    /** Lets go of the file; whoever reads it is cut off. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException("a copy cannot be closed", unclosed);
        }
    }

    @Override
    public String toString() {
        return "ExportSpool of " + size;
    }
}
