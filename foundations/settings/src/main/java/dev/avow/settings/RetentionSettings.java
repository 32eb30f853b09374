package dev.avow.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How long things are kept where the profile does not decide, and how that is seen to. Immutable.
 */
public final class RetentionSettings {

    private final SettingsReader reader;

    RetentionSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** In days; empty where the profile decides. */
    public Optional<Integer> interactions() {
        return days(Setting.INTERACTION_RETENTION);
    }

    /** In days; empty where the profile decides. */
    public Optional<Integer> auditLog() {
        return days(Setting.AUDIT_LOG_RETENTION);
    }

    /** In days; empty where the profile decides. */
    public Optional<Integer> backups() {
        return days(Setting.BACKUP_RETENTION);
    }

    /**
     * Where interactions move to: a folder, or {@code s3://bucket/prefix}; empty where they do not.
     *
     * @throws BadSetting where the archive is on and has no place
     */
    public Optional<String> archiveLocation() {
        if (!reader.flag(Setting.INTERACTION_ARCHIVE_ENABLED)) {
            return Optional.empty();
        }
        if (!reader.isSet(Setting.INTERACTION_ARCHIVE_LOCATION)) {
            throw new BadSetting(
                    "AVOW_INTERACTION_ARCHIVE_ENABLED needs AVOW_INTERACTION_ARCHIVE_LOCATION; say"
                            + " where to");
        }
        return reader.optional(Setting.INTERACTION_ARCHIVE_LOCATION);
    }

    /** Where they would move to, also while the archive is off; empty where nobody said. */
    public Optional<String> namedArchiveLocation() {
        return reader.optional(Setting.INTERACTION_ARCHIVE_LOCATION);
    }

    /** How long a day must have been over for its interactions to move to the archive. */
    public Duration archiveAfter() {
        return Duration.ofDays(reader.number(Setting.INTERACTION_ARCHIVE_AFTER_DAYS));
    }

    /** The pause between two runs. */
    public Duration every() {
        return Duration.ofSeconds(reader.number(Setting.RETENTION_EVERY));
    }

    /** Rows that one transaction looks at, at most. */
    public int batchRows() {
        return reader.number(Setting.RETENTION_BATCH_ROWS);
    }

    /** Tenants that such a run sees to at once. */
    public int tenantsAtOnce() {
        return reader.number(Setting.RETENTION_TENANTS_AT_ONCE);
    }

    /** Interactions that move to the archive in a second, at most. */
    public int archiveRowsPerSecond() {
        return reader.number(Setting.INTERACTION_ARCHIVE_ROWS_PER_SECOND);
    }

    private Optional<Integer> days(Setting setting) {
        return reader.isSet(setting) ? Optional.of(reader.number(setting)) : Optional.empty();
    }
}
