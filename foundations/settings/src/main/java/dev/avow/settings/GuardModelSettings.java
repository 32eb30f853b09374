package dev.avow.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The guards against injection: signals, and a model that judges prompts. Immutable. */
public final class GuardModelSettings {

    private final SettingsReader reader;

    GuardModelSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** Whether requests are looked at for signals of injection and jailbreak. */
    public boolean signalsEnabled() {
        return reader.flag(Setting.GUARD_SIGNALS_ENABLED);
    }

    /** The guard model's base URL; empty: there is none. */
    public Optional<String> url() {
        return reader.optional(Setting.GUARD_URL);
    }

    /** Its name there; empty where none is set. */
    public Optional<String> model() {
        return reader.optional(Setting.GUARD_MODEL);
    }

    /** The file that its key stands in; empty: it wants none. */
    public Optional<Path> keyFile() {
        return reader.file(Setting.GUARD_KEY_FILE);
    }

    /** For one call of it. */
    public Duration timeout() {
        return reader.millis(Setting.GUARD_TIMEOUT_MS);
    }

    /** Whether a request is refused where it does not judge. */
    public boolean refuses() {
        return reader.text(Setting.GUARD_ON_FAILURE).equals("refuse");
    }

    /** Whether it is declared to be local, so that it sees texts as they are. */
    public boolean local() {
        return reader.flag(Setting.GUARD_LOCAL);
    }
}
