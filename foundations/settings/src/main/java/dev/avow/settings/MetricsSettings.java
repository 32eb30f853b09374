package dev.avow.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who may read how Avow runs, and what is told apart there. Immutable. */
public final class MetricsSettings {

    private final SettingsReader reader;

    MetricsSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** Whether {@code /metrics} answers at all. */
    public boolean enabled() {
        return reader.flag(Setting.METRICS_ENABLED);
    }

    /** The file with what a reader sends behind {@code Bearer}; empty: this machine alone reads. */
    public Optional<Path> tokenFile() {
        return reader.file(Setting.METRICS_TOKEN_FILE);
    }

    /** Models whose tokens are counted apart; those of all others are counted together. */
    public List<String> models() {
        return Arrays.stream(reader.text(Setting.METRICS_MODELS).split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Providers that are told apart, at most. */
    public int maxProviders() {
        return reader.number(Setting.METRICS_MAX_PROVIDERS);
    }
}
