package dev.avow.backup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a backup is made of. It is not sealed, and holds no content: times, names of tables and
 * their columns, counts, hashes.
 *
 * @param takenAt the moment whose data it holds, by the database's clock
 * @param finishedAt when it was whole
 * @param schemaVersion of the database
 * @param wrappedKey the backup's key under the master key, in base64
 * @param parts files first, then tables; the tenants' keys before other tables
 */
public record Manifest(
        UUID id,
        Instant takenAt,
        Instant finishedAt,
        String schemaVersion,
        String wrappedKey,
        List<Part> parts) {

    public Manifest {
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param name the table's name, or the file's below the home folder
     * @param table whether it is a table
     * @param file where it lies in the backup
     * @param columns of a table; none for a file
     * @param rows of a table; 0 for a file
     * @param leftOut rows of people who had been erased already when the backup was made
     * @param blocks how many
     * @param bytes as it lies there
     * @param sha256 of these, in hexadecimal
     */
    public record Part(
            String name,
            boolean table,
            String file,
            List<String> columns,
            long rows,
            long leftOut,
            long blocks,
            long bytes,
            String sha256) {

        public Part {
            columns = List.copyOf(columns);
        }
    }

    /** All tables' rows. */
    public long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    /** All parts' bytes. */
    public long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    /** The tables, the tenants' keys first. */
    public List<Part> tables() {
        return parts.stream().filter(Part::table).toList();
    }

    /** The files. */
    public List<Part> files() {
        return parts.stream().filter(part -> !part.table()).toList();
    }

    @Override
    public String toString() {
        return "Manifest " + id;
    }
}
