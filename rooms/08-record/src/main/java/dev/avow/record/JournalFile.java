package dev.avow.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;

/**
 * A file of the journal, which is written anew again and again. What is written is the kernel's at
 * once, so it outlives this process however it dies; what was {@linkplain #force forced} outlives
 * the machine's.
 *
 * <p>Layout, big-endian: {@link #MAGIC} (8 bytes), the number of the file's present life (8), its
 * {@linkplain JournalMark round} (1); at {@link #MARKS_AT} a {@linkplain JournalMark mark} for each
 * entry (1 byte each, in the order of the entries); at {@link #ENTRIES_AT} the entries, each of
 * them length of the payload (4), CRC-32 of the life's number and the payload (4), payload. An
 * entry whose CRC does not fit ends the file: zeros, what was cut off, or what an earlier life has
 * left.
 *
 * <p>The states stand apart from the entries, so that the disk is given few pages at a time, one
 * after the other. (By a memory map, and with the states in the entries, a force took three times
 * as long: docs/measurements/load.md.) The file is filled with zeros when made, so that a full disk
 * is noticed then and not in the middle of a write, and so that forcing it writes data and nothing
 * about the file.
 *
 * <p>Each method may be called by any thread, {@link #append} and {@link #mark} by one at a time.
 */
final class JournalFile {

    static final int SIZE = 4 << 20;

    /** The most entries that a file has marks for. */
    static final int MOST = 1 << 16;

    static final long MAGIC = 0x61766f_77757365_73L; // "avowuses"

    static final int MARKS_AT = 1 << 12;
    static final int ENTRIES_AT = MARKS_AT + MOST;

    /** Bytes before a payload. */
    static final int HEADER = 8;

    /** Bytes that are written at once when a file is made or wiped. */
    private static final int STEP = 1 << 17;

    /** Bytes before the marks that say something. */
    private static final int HEAD = 2 * Long.BYTES + 1;

    private static final SecureRandom LIVES = new SecureRandom();

    private final JournalFolder folder;
    private final String name;
    private final JournalDisk disk;
    private volatile long life;
    private volatile int round;

    /** How far the file is not zero. */
    private volatile int used;

    /** Where the next entry begins. */
    private int end;

    private JournalFile(JournalFolder folder, String name, JournalDisk disk) {
        this.folder = folder;
        this.name = name;
        this.disk = disk;
    }

    /** What has become of an entry; a later state is never undone. */
    enum State {
        /** Not known to be in the database. */
        NOTED(0),
        /** Its row is in the database, and is not to be put there again: it may be erased. */
        ROW_WRITTEN(1),
        /** Nothing is left to be done for it. */
        DONE(2);

        final byte mark;

        State(int mark) {
            this.mark = (byte) mark;
        }
    }

    /**
     * Makes a file in small steps, each of which is on the disk before the next: whoever forces
     * another file meanwhile waits for one step of this at most, and not for all of it. At the end
     * its name is on the disk as well, so that no entry waits for that. Blocks.
     *
     * @param rest after each step; zero where somebody waits for the file
     * @throws UncheckedIOException where the disk is full; nothing is left of the file then
     */
    static JournalFile create(JournalFolder folder, String name, Duration rest) {
        try {
            JournalFile file = new JournalFile(folder, name, folder.create(name));
            file.make(rest);
            return file;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void make(Duration rest) throws IOException {
        try {
            fill(SIZE, rest);
            folder.force();
        } catch (IOException full) {
            // What is written of it would fill the disk further, each time that it is tried.
            delete();
            throw full;
        }
    }

    /** Zeros up to {@code end}. */
    private void fill(int end, Duration rest) throws IOException {
        byte[] zeros = new byte[STEP];
        for (int written = 0; written < end; written += STEP) {
            disk.write(written, zeros, 0, Math.min(STEP, end - written));
            if (!rest.isZero()) {
                force();
                LockSupport.parkNanos(rest.toNanos());
            }
        }
        force();
    }

    /** Writes zeros over all that earlier lives have left. Blocks, as {@link #create} does. */
    void wipe(Duration rest) throws IOException {
        // Alone: with its marks gone and its number there, all that is done would be under way.
        disk.write(0, new byte[HEAD], 0, HEAD);
        force();
        fill(used, rest);
        used = 0;
        round = 0;
    }

    /** Whether entries can be read in it, of whatever life. */
    boolean holdsEntries() {
        return used > ENTRIES_AT;
    }

    /** Begins a life without entries. */
    void begin() throws IOException {
        life = LIVES.nextLong();
        byte[] start = new byte[HEAD];
        if (holdsEntries()) {
            round = JournalMark.next(round);
            start = new byte[ENTRIES_AT];
            Arrays.fill(start, MARKS_AT, ENTRIES_AT, JournalMark.of(State.NOTED.mark, round));
        }
        ByteBuffer.wrap(start).putLong(MAGIC).putLong(life).put((byte) round);
        disk.write(0, start, 0, start.length);
        end = ENTRIES_AT;
        used = Math.max(used, ENTRIES_AT);
    }

    /**
     * Writes an entry behind the last one.
     *
     * @param end where it will end; at most {@link #SIZE}
     */
    void append(byte[] payload, int end) throws IOException {
        byte[] entry = new byte[HEADER + payload.length];
        ByteBuffer.wrap(entry).putInt(payload.length).putInt(crc(life, payload)).put(payload);
        used = Math.max(used, end);
        disk.write(this.end, entry, 0, entry.length);
        this.end = end;
    }

    /** Writes the states {@code from} to {@code to}, exclusive, of all that are given. */
    void mark(byte[] states, int from, int to) throws IOException {
        byte[] marks = new byte[to - from];
        for (int i = from; i < to; i++) {
            marks[i - from] = JournalMark.of(states[i], round);
        }
        disk.write(MARKS_AT + from, marks, 0, marks.length);
    }

    static int crc(long life, byte[] payload) {
        CRC32 crc = new CRC32();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, life));
        crc.update(payload);
        return (int) crc.getValue();
    }

    /**
     * Waits until all that was written is on the disk.
     *
     * @throws java.nio.channels.ClosedChannelException where it is closed, or this thread is
     *     interrupted
     */
    void force() throws IOException {
        disk.force();
    }

    /**
     * Closes and deletes it for good: what it says of its entries may not be on the disk, and after
     * a power failure they would be written anew. Blocks.
     */
    void delete() {
        try {
            disk.close();
            folder.delete(name);
            folder.force();
        } catch (IOException left) {
            // What is left is read at the next start, and its entries say that they are done.
        }
    }
}
