package dev.avow.record;

import dev.avow.record.JournalFile.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Reads files of the journal that a process left, and those of versions before this one. */
final class JournalReader {

    /** How the names of the journal's files begin. */
    static final String BEGINNING = "uses-";

    /** How the names of files end that {@link JournalFile} wrote. */
    static final String NAMES = ".log";

    /** How the names ended before, when each entry held its state. */
    static final String FORMER_NAMES = ".journal";

    private JournalReader() {}

    /**
     * An entry as it was found in a file.
     *
     * @param markAt where its state stands in the file
     * @param whenDone what would stand there if nothing were left to be done for it
     */
    record Found(State state, ByteBuffer payload, int markAt, byte whenDone) {}

    /** Whether a file of this name is the journal's. */
    static boolean reads(String name) {
        return name.startsWith(BEGINNING) && (name.endsWith(NAMES) || name.endsWith(FORMER_NAMES));
    }

    /**
     * Every whole entry of a file, in order.
     *
     * @throws IOException where it is none of the journal's any more
     */
    static List<Found> entries(String name, byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        return name.contains(FORMER_NAMES) ? former(bytes) : entries(bytes);
    }

    private static List<Found> entries(ByteBuffer bytes) throws IOException {
        List<Found> entries = new ArrayList<>();
        if (bytes.remaining() < Long.BYTES || bytes.getLong(0) == 0) {
            return entries; // it was being made, or wiped
        }
        if (bytes.remaining() < JournalFile.ENTRIES_AT || bytes.getLong() != JournalFile.MAGIC) {
            throw new IOException("the beginning of a file of the journal is damaged");
        }
        long life = bytes.getLong();
        byte round = bytes.get();
        bytes.position(JournalFile.ENTRIES_AT);
        while (bytes.remaining() >= JournalFile.HEADER && entries.size() < JournalFile.MOST) {
            byte @Nullable [] payload = null;
            int length = bytes.getInt();
            int crc = bytes.getInt();
            if (length > 0 && length <= bytes.remaining()) {
                payload = new byte[length];
                bytes.get(payload);
            }
            int markAt = JournalFile.MARKS_AT + entries.size();
            State state = JournalMark.read(bytes.get(markAt), round);
            if (payload == null || JournalFile.crc(life, payload) != crc || state == null) {
                break;
            }
            byte whenDone = JournalMark.of(State.DONE.mark, round);
            entries.add(new Found(state, ByteBuffer.wrap(payload), markAt, whenDone));
        }
        return entries;
    }

    /** Length (4), CRC-32 of the payload (4), state (1), payload. */
    private static List<Found> former(ByteBuffer bytes) {
        List<Found> entries = new ArrayList<>();
        while (bytes.remaining() > 2 * Integer.BYTES) {
            int length = bytes.getInt();
            int crc = bytes.getInt();
            int markAt = bytes.position();
            State state = JournalMark.state(bytes.get());
            if (length <= 0 || length > bytes.remaining()) {
                break;
            }
            byte[] payload = new byte[length];
            bytes.get(payload);
            CRC32 found = new CRC32();
            found.update(payload);
            if ((int) found.getValue() != crc || state == null) {
                break;
            }
            entries.add(new Found(state, ByteBuffer.wrap(payload), markAt, State.DONE.mark));
        }
        return entries;
    }
}
