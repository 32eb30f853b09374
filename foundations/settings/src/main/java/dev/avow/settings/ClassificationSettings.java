package dev.avow.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How texts are looked at: how long, by what, and for what. Immutable. */
public final class ClassificationSettings {

    private final SettingsReader reader;

    ClassificationSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** How long one request may be scanned. */
    public Duration budget() {
        return reader.millis(Setting.CLASSIFICATION_BUDGET_MS);
    }

    /** Whether names, secrets, identifiers and terms are looked for too. */
    public boolean tier2Enabled() {
        return reader.flag(Setting.CLASSIFICATION_TIER2_ENABLED);
    }

    /** Whether is looked for what texts are about. */
    public boolean tier3Enabled() {
        return reader.flag(Setting.CLASSIFICATION_TIER3_ENABLED);
    }

    /** How long that may take for one request. */
    public Duration tier3Budget() {
        return reader.millis(Setting.CLASSIFICATION_TIER3_BUDGET_MS);
    }

    /**
     * The confidence below which a topic is none, 0 to 1.
     *
     * @throws BadSetting where it is above 100 percent
     */
    public double tier3CutOff() {
        int percent = reader.number(Setting.CLASSIFICATION_TIER3_CUT_OFF_PERCENT);
        if (percent > 100) {
            throw new BadSetting(
                    "AVOW_CLASSIFICATION_TIER3_CUT_OFF_PERCENT must be 0 to 100, a share of"
                            + " certainty");
        }
        return percent / 100.0;
    }

    /** The base URL of a model that tells it, in place of the one in process; empty: none does. */
    public Optional<String> tier3Url() {
        return reader.optional(Setting.CLASSIFICATION_TIER3_URL);
    }

    /** Its name there; empty where none is set. */
    public Optional<String> tier3Model() {
        return reader.optional(Setting.CLASSIFICATION_TIER3_MODEL);
    }

    /** The file that its key stands in; empty: it wants none. */
    public Optional<Path> tier3KeyFile() {
        return reader.file(Setting.CLASSIFICATION_TIER3_KEY_FILE);
    }

    /** Whether it is declared to be part of the installation. */
    public boolean tier3Local() {
        return reader.flag(Setting.CLASSIFICATION_TIER3_LOCAL);
    }

    /** The folder of the model of names that stands in for the built-in one; empty: none does. */
    public Optional<Path> namesModel() {
        return reader.optional(Setting.CLASSIFICATION_NAMES_MODEL)
                .map(folder -> Path.of(folder).toAbsolutePath().normalize());
    }

    /** What that model's labels mean, as {@code LABEL=type} parted by commas; may be empty. */
    public String namesLabels() {
        return reader.text(Setting.CLASSIFICATION_NAMES_LABELS);
    }
}
