package dev.avow.settings;

import java.time.Duration;

/** By what is sealed, and how tenants' keys are rotated. Immutable. */
public final class KeySettings {

    private final SettingsReader reader;

    KeySettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** What new values are sealed by, as RFC 7518 names it. */
    public String algorithm() {
        return reader.text(Setting.SEALING_ALGORITHM);
    }

    /** How long an older version of a key opens beside the new one, at least. */
    public Duration settle() {
        return Duration.ofSeconds(reader.number(Setting.KEY_ROTATION_SETTLE));
    }

    /** Values that are sealed anew in one transaction, at most. */
    public int batchRows() {
        return reader.number(Setting.KEY_ROTATION_BATCH_ROWS);
    }
}
