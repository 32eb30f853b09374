package dev.avow.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What people may ask of their data. Immutable. */
public final class RightsSettings {

    private final SettingsReader reader;

    RightsSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /**
     * How long the erasure of an account can be taken back (R1, "closure"): where it is not set, 30
     * days under the profiles that say so, else not at all.
     *
     * @throws BadSetting where it is no number of days
     */
    public Duration accountRecovery() {
        Optional<String> days = reader.optional(Setting.ACCOUNT_RECOVERY_DAYS);
        if (days.isEmpty()) {
            boolean recoverable =
                    Set.of("isolated-agent", "bot-builder").contains(reader.text(Setting.PROFILE));
            return Duration.ofDays(recoverable ? 30 : 0);
        }
        try {
            int number = Integer.parseInt(days.get());
            if (number >= 0 && number <= 365) {
                return Duration.ofDays(number);
            }
        } catch (NumberFormatException none) {
            // told of below
        }
        throw new BadSetting("AVOW_ACCOUNT_RECOVERY_DAYS must be a number of days, 0 to 365");
    }

    /** Whether the operator set that, and not the profile. */
    public boolean isAccountRecoverySet() {
        return reader.isSet(Setting.ACCOUNT_RECOVERY_DAYS);
    }

    /** Rows that one transaction of an erasure deletes, at most. */
    public int erasureBatchRows() {
        return reader.number(Setting.ERASURE_BATCH_ROWS);
    }

    /** Copies of people's data that may be written at once. */
    public int exportsMaxConcurrent() {
        return reader.number(Setting.DATA_EXPORTS_MAX_CONCURRENT);
    }

    /** How long a copy that was begun can be resumed; zero: not at all, and it is not spooled. */
    public Duration exportResume() {
        return Duration.ofMinutes(reader.number(Setting.DATA_EXPORT_RESUME_MINUTES));
    }

    /** Bytes on disk of all copies that can be resumed, at most. */
    public long exportMaxBytes() {
        return (long) reader.number(Setting.DATA_EXPORT_MAX_MB) << 20;
    }
}
