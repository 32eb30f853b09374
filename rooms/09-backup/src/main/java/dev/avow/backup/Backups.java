package dev.avow.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The backups of one place. Safe for any thread; blocks. */
public final class Backups {

    private static final String CHECKED = "checked.json";

    /** A backup that is being made is younger; its maker may be another node. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final BackupPlace place;

    public Backups(BackupPlace place) {
        this.place = place;
    }

    /**
     * One of them.
     *
     * @param checked when and how it was last found good; empty where it was not yet looked at
     */
    public record Entry(
            String name, String location, Manifest manifest, Optional<Checked> checked) {}

    /** All that are whole, the newest first. */
    public List<Entry> all() {
        try {
            List<Entry> entries = new ArrayList<>();
            for (String name : place.names()) {
                BackupReader.manifestFile(place, name)
                        .flatMap(ManifestFile::read)
                        .ifPresent(manifest ->
                                entries.add(
                                        new Entry(
                                                name,
                                                place.location(name),
                                                manifest,
                                                checked(name))));
            }
            entries.sort(
                    Comparator.comparing((Entry each) -> each.manifest().takenAt()).reversed());
            return List.copyOf(entries);
        } catch (IOException unreadable) {
            throw unusable(unreadable);
        }
    }

    /** Notes that a backup was found good. */
    public void check(String name, Checked checked) {
        try {
            place.commit(name, CHECKED, checked.text().getBytes(UTF_8));
        } catch (IOException unwritable) {
            throw unusable(unwritable);
        }
    }

    private Optional<Checked> checked(String name) {
        try {
            try (InputStream in = place.read(name, CHECKED)) {
                return Checked.read(new String(in.readAllBytes(), UTF_8));
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Removes backups that are older than they may be, but never the newest, and what was left of
     * backups that were not finished.
     *
     * @return how many were removed
     */
    public int expire(Duration keep, Instant now) {
        int removed = 0;
        List<Entry> whole = all();
        try {
            for (Entry each : whole.subList(Math.min(1, whole.size()), whole.size())) {
                if (each.manifest().takenAt().plus(keep).isBefore(now)) {
                    place.remove(each.name());
                    removed++;
                }
            }
            for (String name : place.names()) {
                if (!place.has(name, ManifestFile.NAME)
                        && BackupName.begun(name).plus(ABANDONED).isBefore(now)) {
                    place.remove(name);
                    removed++;
                }
            }
            return removed;
        } catch (IOException unwritable) {
            throw unusable(unwritable);
        }
    }

    private RuntimeException unusable(IOException why) {
        return Fault.of(
                        FaultCode.STORE_UNAVAILABLE,
                        "the backups in "
                                + place
                                + " cannot be used; "
                                + PlaceUnusable.said(
                                        why, "check AVOW_BACKUP_LOCATION and its permissions"))
                .asException();
    }
}
