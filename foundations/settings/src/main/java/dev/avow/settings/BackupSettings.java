package dev.avow.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where backups go, how often, and for how long. Immutable. */
public final class BackupSettings {

    private final SettingsReader reader;
    private final Path home;

    BackupSettings(SettingsReader reader, Path home) {
        this.reader = reader;
        this.home = home;
    }

    /** Whether the server makes backups by itself. */
    public boolean enabled() {
        return reader.flag(Setting.BACKUP_ENABLED);
    }

    /** Where backups go: a folder, or {@code s3://bucket/prefix}. */
    public String location() {
        String place = reader.text(Setting.BACKUP_LOCATION);
        return place.isEmpty() ? home.resolve("backups").toString() : place;
    }

    /** How long after one backup the next is made. */
    public Duration every() {
        return Duration.ofHours(reader.number(Setting.BACKUP_EVERY));
    }

    /** How long a backup is kept. */
    public Duration retention() {
        return Duration.ofDays(reader.number(Setting.BACKUP_RETENTION));
    }

    /** Where a copy of the keys of single people is kept; empty where none is. Absolute. */
    public Optional<Path> keysDir() {
        return reader.optional(Setting.KEYS_BACKUP_DIR)
                .map(folder -> Path.of(folder).toAbsolutePath().normalize());
    }
}
