package dev.avow.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Where backups lie, each under a name of its own. A backup is there once its manifest is, which is
 * written last. Safe for any thread.
 *
 * <p>Every method fails with an {@link IOException}, a {@link PlaceUnusable} where the place knows
 * what is wrong.
 */
public interface BackupPlace {

    /** The part without which there is no backup. */
    String MANIFEST = "manifest.json";

    /** Begins a part of a backup. It is durable when the stream was closed without a failure. */
    OutputStream write(String backup, String part) throws IOException;

    /** Writes a whole part at once: it is there whole or not at all, whatever dies when. */
    void commit(String backup, String part, byte[] content) throws IOException;

    /**
     * Reads a part.
     *
     * @throws java.nio.file.NoSuchFileException where it is not there
     */
    InputStream read(String backup, String part) throws IOException;

    /** The names of all backups, finished or not, in the order of their names. */
    List<String> names() throws IOException;

    /** Whether a part is there. */
    boolean has(String backup, String part) throws IOException;

    /** Removes a backup, its manifest first, so that half of it is none. */
    void remove(String backup) throws IOException;

    /** What {@code ./avow restore} is given for it. */
    String location(String backup);
}
