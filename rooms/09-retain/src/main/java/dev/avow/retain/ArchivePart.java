package dev.avow.retain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be one archive.
 *
 * @param day of the first row
 * @param names with which each frame begins: what the values in the rows' lines are; empty where
 *     the lines say it themselves
 * @param rows of one week, at least one, in the order of their time
 */
record ArchivePart(UUID id, LocalDate day, String names, List<ArchivedRow> rows) {

    /** A frame is opened in memory. */
    private static final int LARGEST_FRAME = 2_000;

    ArchivePart {
        rows = List.copyOf(rows);
    }

    /** By person, and no frame so large that opening it takes much memory. */
    List<List<ArchivedRow>> frames() {
        Map<Optional<UUID>, List<ArchivedRow>> byUser = new LinkedHashMap<>();
        for (ArchivedRow row : rows) {
            byUser.computeIfAbsent(Optional.ofNullable(row.userId()), _ -> new ArrayList<>())
                    .add(row);
        }
        List<List<ArchivedRow>> frames = new ArrayList<>();
        for (List<ArchivedRow> of : byUser.values()) {
            for (int from = 0; from < of.size(); from += LARGEST_FRAME) {
                frames.add(of.subList(from, Math.min(of.size(), from + LARGEST_FRAME)));
            }
        }
        return frames;
    }
}
