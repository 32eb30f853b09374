package dev.avow.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of the journal in which a start found what it could not read: the disk failed there, or a
 * later version wrote it. Each may hold uses that reached a provider and are in no table, so it is
 * kept beside the journal and tried again at each start. What could be read of it is recorded and
 * marked as done in it, so that what is erased later does not come back.
 *
 * <p>It is kept no longer than what it holds would be: {@link #letGo}. Safe for any thread.
 */
public final class UnreadableFiles {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableFiles.class);

    /** How their names end. */
    private static final String NAMES = ".unreadable";

    private final JournalFolder folder;

    UnreadableFiles(JournalFolder folder) {
        this.folder = folder;
    }

    private static boolean isOne(String name) {
        return name.startsWith(JournalReader.BEGINNING) && name.endsWith(NAMES);
    }

    List<String> names() throws IOException {
        return folder.names().stream().filter(UnreadableFiles::isOne).toList();
    }

    /**
     * Sets a file aside; one that was before stays.
     *
     * @param recorded its bytes, in which what is recorded is done; empty where none could be read
     */
    void add(String name, byte[] recorded) throws IOException {
        if (recorded.length > 0) {
            folder.replace(name, recorded);
        }
        String aside = name;
        if (!isOne(name)) {
            List<String> taken = folder.names();
            aside = name + NAMES;
            for (int i = 2; taken.contains(aside); i++) {
                aside = name + "-" + i + NAMES;
            }
            folder.rename(name, aside);
        }
        LOG.error(
                "a file of the journal cannot be read whole, so uses of models may be missing from"
                        + " the record; {} is kept as long as interactions are and tried again at"
                        + " each start",
                aside);
    }

    /**
     * How many there are.
     *
     * @throws UncheckedIOException where the folder cannot be read
     */
    public int count() {
        try {
            return names().size();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /**
     * Whether {@link #letGo} would take one away.
     *
     * @throws UncheckedIOException where the folder cannot be read
     */
    public boolean anyFrom(Instant before) {
        try {
            for (String name : names()) {
                if (folder.lastWritten(name).isBefore(before)) {
                    return true;
                }
            }
            return false;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /**
     * Wipes and deletes those that were last written before a time: so was all that they hold.
     *
     * @throws UncheckedIOException where one cannot be deleted
     */
    public void letGo(Instant before) {
        try {
            for (String name : names()) {
                if (folder.lastWritten(name).isBefore(before)) {
                    folder.wipe(name);
                    LOG.warn(
                            "{}, a file of the journal that could never be read, is deleted: what"
                                    + " it held has been kept long enough",
                            name);
                }
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
