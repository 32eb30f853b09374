package dev.avow.settings;

import java.nio.file.Path;
import java.util.Optional;

/** The model for tenants without a provider of their own. Immutable. */
public final class DefaultModelSettings {

    private final SettingsReader reader;

    DefaultModelSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** The model for tenants without a provider, as its provider knows it; empty: none. */
    public Optional<String> name() {
        return reader.optional(Setting.DEFAULT_MODEL_NAME);
    }

    /** The kind of that model's provider. */
    public String kind() {
        return reader.text(Setting.DEFAULT_MODEL_KIND);
    }

    /** Its base URL; empty for the kind's own. */
    public Optional<String> url() {
        return reader.optional(Setting.DEFAULT_MODEL_URL);
    }

    /** The file with its key; empty where it wants none. */
    public Optional<Path> keyFile() {
        return reader.file(Setting.DEFAULT_MODEL_KEY_FILE);
    }

    /** Where it is; empty where that is not said. */
    public Optional<String> region() {
        return reader.optional(Setting.DEFAULT_MODEL_REGION);
    }
}
