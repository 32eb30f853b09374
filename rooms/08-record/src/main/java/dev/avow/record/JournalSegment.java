package dev.avow.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One file of the journal, mapped into memory. What is copied into the map is the kernel's at once,
 * so it outlives this process however it dies; what was {@linkplain #force forced} outlives the
 * machine's.
 *
 * <p>Layout, repeated from offset 0: length (4 bytes, big-endian; 0 ends the file), CRC-32 of the
 * payload (4), {@linkplain State state} (1), payload. The file is filled with zeros when made, so
 * that a full disk is noticed then and not in the middle of a write, and so that forcing it writes
 * data and nothing about the file.
 *
 * <p>Safe for any thread.
 */
final class JournalSegment {

    static final int SIZE = 4 << 20;

    /** Bytes that are written at once when a file is made. */
    private static final int STEP = 1 << 17;

    /** Bytes before a payload. */
    static final int HEADER = 9;

    private static final int STATE_AT = 8;

    private static final Set<StandardOpenOption> NEW =
            Set.of(
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);

    private static final FileAttribute<?> FOR_ITS_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Path file;
    private final FileChannel channel;
    private final Arena arena;
    private final MemorySegment map;
    private long end;
    private int unfinished;
    private boolean retired;

    private JournalSegment(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.arena = Arena.ofShared();
        this.map = channel.map(MapMode.READ_WRITE, 0, SIZE, arena);
    }

    /** What has become of an entry; a later state is never undone. */
    enum State {
        /** Not known to be in the database. */
        NOTED(0),
        /** Its row is in the database, and is not to be put there again: it may be erased. */
        ROW_WRITTEN(1),
        /** Nothing is left to be done for it. */
        DONE(2);

        private final byte mark;

        State(int mark) {
            this.mark = (byte) mark;
        }

        private static @Nullable State of(byte mark) {
            for (State state : values()) {
                if (state.mark == mark) {
                    return state;
                }
            }
            return null;
        }
    }

    /** An entry as it was found in a file. */
    record Found(State state, ByteBuffer payload) {}

    /** Makes a file at once, for what waits for it. Blocks. */
    static JournalSegment create(Path file) {
        return create(file, Duration.ZERO);
    }

    /**
     * Makes a file in small steps, each of which is on the disk before the next: whoever forces
     * another file meanwhile waits for one step of this at most, and not for all of it. Blocks.
     *
     * @param rest after each step
     */
    static JournalSegment create(Path file, Duration rest) {
        try {
            FileChannel channel = FileChannel.open(file, NEW, FOR_ITS_OWNER);
            try {
                fill(channel, rest);
                return new JournalSegment(file, channel);
            } catch (IOException full) {
                // What is written of it would fill the disk further, each time that it is tried.
                channel.close();
                Files.deleteIfExists(file);
                throw full;
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void fill(FileChannel channel, Duration rest) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(STEP);
        for (int written = 0; written < SIZE; ) {
            written += channel.write(zeros.clear().limit(Math.min(STEP, SIZE - written)));
            if (!rest.isZero()) {
                channel.force(false);
                LockSupport.parkNanos(rest.toNanos());
            }
        }
        channel.force(true);
    }

    /** Every whole entry of a file, in order. */
    static List<Found> entries(Path file) throws IOException {
        List<Found> entries = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        while (bytes.remaining() >= HEADER) {
            int length = bytes.getInt();
            int crc = bytes.getInt();
            State state = State.of(bytes.get());
            if (length <= 0 || length > bytes.remaining()) {
                break;
            }
            byte[] payload = new byte[length];
            bytes.get(payload);
            if (crc(payload) != crc || state == null) {
                break;
            }
            entries.add(new Found(state, ByteBuffer.wrap(payload)));
        }
        return entries;
    }

    /** Appends an entry and returns where; -1 where it does not fit. */
    synchronized long append(byte[] payload) {
        if (retired || end + HEADER + payload.length > SIZE) {
            return -1;
        }
        long at = end;
        MemorySegment.copy(payload, 0, map, ValueLayout.JAVA_BYTE, at + HEADER, payload.length);
        map.set(INT, at + 4, crc(payload));
        map.set(INT, at, payload.length);
        end += HEADER + payload.length;
        unfinished++;
        return at;
    }

    private static int crc(byte[] payload) {
        CRC32 crc = new CRC32();
        crc.update(payload);
        return (int) crc.getValue();
    }

    /** Waits until all that was appended is on the disk. */
    void force() throws IOException {
        try {
            channel.force(false);
        } catch (ClosedChannelException deleted) {
            // All of it is in the database.
        }
    }

    /** The entry's row is in the database. */
    synchronized void rowWritten(long at) {
        mark(at, State.ROW_WRITTEN);
    }

    /** Nothing is left to be done for the entry; said once for each. */
    synchronized void release(long at) {
        mark(at, State.DONE);
        unfinished--;
        deleteIfDone();
    }

    private void mark(long at, State state) {
        if (arena.scope().isAlive()) {
            map.set(ValueLayout.JAVA_BYTE, at + STATE_AT, state.mark);
        }
    }

    /** Whether so little room is left that the next file should be made ready. */
    synchronized boolean isFillingUp() {
        return end > SIZE / 2;
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
                channel.close();
                Files.deleteIfExists(file);
            } catch (IOException left) {
                // What is left is read at the next start, and its entries say that they are done.
            }
        }
    }
}
