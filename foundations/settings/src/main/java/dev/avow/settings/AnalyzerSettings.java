package dev.avow.settings;

import java.time.Duration;
import java.util.Optional;

/** The Presidio analyzer that may be asked for names in place of the built-in model. Immutable. */
public final class AnalyzerSettings {

    private final SettingsReader reader;

    AnalyzerSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** The Presidio analyzer that is asked for names; empty: none is. */
    public Optional<String> url() {
        return reader.optional(Setting.CLASSIFICATION_PRESIDIO_URL);
    }

    /** What that analyzer wants in {@link #keyHeader()}; empty: nothing. */
    public Optional<String> plaintextKey() {
        return reader.optional(Setting.CLASSIFICATION_PRESIDIO_KEY);
    }

    public String keyHeader() {
        return reader.text(Setting.CLASSIFICATION_PRESIDIO_KEY_HEADER);
    }

    /** Codes of two letters, parted by commas. */
    public String language() {
        return reader.text(Setting.CLASSIFICATION_PRESIDIO_LANGUAGE);
    }

    /** Whether that analyzer is asked for all that it finds, rather than for names. */
    public boolean allEntities() {
        return reader.text(Setting.CLASSIFICATION_PRESIDIO_ENTITIES).equals("all");
    }

    /** For one call of that analyzer. */
    public Duration timeout() {
        return reader.millis(Setting.CLASSIFICATION_PRESIDIO_TIMEOUT_MS);
    }

    /** Calls of that analyzer at once, at most. */
    public int maxConcurrent() {
        return reader.number(Setting.CLASSIFICATION_PRESIDIO_MAX_CONCURRENT);
    }

    /** Whether the built-in model of names stands in where that analyzer does not answer. */
    public boolean fallsBack() {
        return reader.text(Setting.CLASSIFICATION_PRESIDIO_ON_FAILURE).equals("built-in");
    }

    /** Whether that analyzer may be on another machine without TLS. */
    public boolean allowsHttp() {
        return reader.flag(Setting.CLASSIFICATION_PRESIDIO_ALLOW_HTTP);
    }
}
