package dev.avow.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * One file of the journal, mapped into memory. What is copied into the map is the kernel's at once,
 * so it outlives this process however it dies.
 *
 * <p>Layout, repeated from offset 0: length (4 bytes, big-endian; 0 ends the file), CRC-32 of the
 * payload (4), payload. The file is filled with zeros when made, so that a full disk is noticed
 * then and not in the middle of a write.
 *
 * <p>Safe for any thread.
 */
final class JournalSegment {

    static final int SIZE = 4 << 20;

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(java.nio.ByteOrder.BIG_ENDIAN);

    private final Path file;
    private final Arena arena;
    private final MemorySegment map;
    private long end;
    private int unfinished;
    private boolean retired;

    private JournalSegment(Path file, Arena arena, MemorySegment map) {
        this.file = file;
        this.arena = arena;
        this.map = map;
    }

    static JournalSegment create(Path file) {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
            for (int written = 0; written < SIZE; written += zeros.capacity()) {
                channel.write(zeros.clear());
            }
            Arena arena = Arena.ofShared();
            return new JournalSegment(file, arena, channel.map(MapMode.READ_WRITE, 0, SIZE, arena));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Every whole entry of a file, in order. */
    static List<byte[]> entries(Path file) throws IOException {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        while (bytes.remaining() >= 8) {
            int length = bytes.getInt();
            int crc = bytes.getInt();
            if (length <= 0 || length > bytes.remaining()) {
                break;
            }
            byte[] payload = new byte[length];
            bytes.get(payload);
            if (crc(payload) != crc) {
                break;
            }
            entries.add(payload);
        }
        return entries;
    }

    /** Appends an entry; false where it does not fit. */
    synchronized boolean append(byte[] payload) {
        if (retired || end + 8 + payload.length > SIZE) {
            return false;
        }
        MemorySegment.copy(payload, 0, map, ValueLayout.JAVA_BYTE, end + 8, payload.length);
        map.set(INT, end + 4, crc(payload));
        map.set(INT, end, payload.length);
        end += 8 + payload.length;
        unfinished++;
        return true;
    }

    private static int crc(byte[] payload) {
        CRC32 crc = new CRC32();
        crc.update(payload);
        return (int) crc.getValue();
    }

    /** One entry's use has ended and is in the database. */
    synchronized void release() {
        unfinished--;
        deleteIfDone();
    }

    /** No more entries will come. */
    synchronized void retire() {
        retired = true;
        deleteIfDone();
    }

    private void deleteIfDone() {
        if (retired && unfinished == 0 && arena.scope().isAlive()) {
            arena.close();
            try {
                Files.deleteIfExists(file);
            } catch (IOException left) {
                // What is left is read at the next start and found to be in the database already.
            }
        }
    }
}
