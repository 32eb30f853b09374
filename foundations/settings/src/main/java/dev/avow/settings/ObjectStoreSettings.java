package dev.avow.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the S3-compatible store is reached in which archives or backups lie. Immutable. */
public final class ObjectStoreSettings {

    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    private final SettingsReader reader;

    ObjectStoreSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /**
     * The server; empty for Amazon's own.
     *
     * @throws BadSetting where it is no URL of a server, or wants another machine reached without
     *     TLS
     */
    public Optional<URI> endpoint() {
        return reader.optional(Setting.S3_ENDPOINT).map(this::server);
    }

    private URI server(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw badEndpoint();
        }
        boolean http = "http".equals(url.getScheme());
        if ((!http && !"https".equals(url.getScheme()))
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw badEndpoint();
        }
        if (http && !Loopback.isNamedBy(url.getHost()) && !reader.flag(Setting.S3_ALLOW_HTTP)) {
            throw new BadSetting(
                    "AVOW_S3_ENDPOINT would be spoken to in clear on another machine; use https, or"
                            + " allow it with AVOW_S3_ALLOW_HTTP=true");
        }
        return url;
    }

    private static BadSetting badEndpoint() {
        return new BadSetting(
                "AVOW_S3_ENDPOINT must be like https://s3.example.org and hold no user, query or"
                        + " fragment; credentials go into AVOW_S3_ACCESS_KEY_ID and"
                        + " AVOW_S3_SECRET_ACCESS_KEY");
    }

    /**
     * As that server names it.
     *
     * @throws BadSetting where it cannot be a region's name
     */
    public String region() {
        String region = reader.text(Setting.S3_REGION);
        if (!REGION.matcher(region).matches()) {
            throw new BadSetting(
                    "AVOW_S3_REGION must be a region's name as the store has it, such as"
                            + " eu-central-1");
        }
        return region;
    }

    /** Whether the bucket stands in the path and not in the host's name. */
    public boolean pathStyle() {
        String set = reader.text(Setting.S3_PATH_STYLE);
        return set.equals("auto")
                ? reader.optional(Setting.S3_ENDPOINT).isPresent()
                : Boolean.parseBoolean(set);
    }

    /** Empty: the credentials are found as Amazon's own tools find them. */
    public Optional<String> accessKeyId() {
        boolean id = reader.isSet(Setting.S3_ACCESS_KEY_ID);
        if (id != reader.isSet(Setting.S3_SECRET_ACCESS_KEY)) {
            throw new BadSetting(
                    "AVOW_S3_ACCESS_KEY_ID and AVOW_S3_SECRET_ACCESS_KEY go together; set both or"
                            + " neither");
        }
        return reader.optional(Setting.S3_ACCESS_KEY_ID);
    }

    /** Goes with {@link #accessKeyId()}. */
    public Optional<String> plaintextSecretAccessKey() {
        return reader.optional(Setting.S3_SECRET_ACCESS_KEY);
    }

    /** With a server that says nothing. */
    public Duration patience() {
        return reader.millis(Setting.S3_TIMEOUT_MS);
    }

    /** Whether a bucket may be used that keeps what is deleted from it. */
    public boolean allowsVersions() {
        return reader.text(Setting.S3_VERSIONED_BUCKET).equals("allow");
    }
}
