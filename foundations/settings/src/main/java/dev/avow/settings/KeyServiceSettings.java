package dev.avow.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The key service under whose key the master key's file is wrapped. Immutable. */
public final class KeyServiceSettings {

    private final SettingsReader reader;

    KeyServiceSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** The address of the service's key; empty where the file lies in the clear. */
    public Optional<String> key() {
        return reader.optional(Setting.MASTER_KEY_KMS);
    }

    /**
     * Where the service is asked instead of where the address says; empty: there.
     *
     * @throws BadSetting where it is no URL of a server, or wants another machine reached without
     *     TLS
     */
    public Optional<URI> endpoint() {
        return reader.optional(Setting.MASTER_KEY_KMS_ENDPOINT).map(KeyServiceSettings::server);
    }

    private static URI server(String text) {
        return SafeUrl.parse(text).orElseThrow(KeyServiceSettings::bad);
    }

    private static BadSetting bad() {
        return new BadSetting(
                "AVOW_MASTER_KEY_KMS_ENDPOINT must be like https://kms.example.org; http:// is for"
                        + " this machine alone");
    }

    /** The file with the token that the service wants. Absolute. */
    public Optional<Path> tokenFile() {
        return reader.file(Setting.MASTER_KEY_KMS_TOKEN_FILE);
    }

    /** With a service that says nothing. */
    public Duration patience() {
        return reader.millis(Setting.MASTER_KEY_KMS_TIMEOUT_MS);
    }
}
