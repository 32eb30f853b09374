package dev.avow.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator set, checked once at start; what belongs to one topic stands in a class of its
 * own, such as {@link ProviderSettings}. Immutable.
 *
 * <p>Names and defaults stand in {@code docs/settings.md}; a test holds that page against the code.
 */
public final class Settings {

    private static final List<String> REGIONS = List.of("EU", "US", "UK", "AU", "NZ", "LOCAL");

    private final SettingsReader reader;

    private Settings(SettingsReader reader) {
        this.reader = reader;
    }

    /**
     * Reads the environment and {@code avow.properties} in the home folder.
     *
     * @throws BadSetting where a name is unknown or a value ill-formed
     */
    public static Settings from(Map<String, String> environment) {
        Settings settings = new Settings(SettingsReader.read(environment));
        if (settings.reader.isSet(Setting.ADMIN_EMAIL)
                != settings.reader.isSet(Setting.ADMIN_PASSWORD)) {
            throw new BadSetting(
                    "AVOW_ADMIN_EMAIL and AVOW_ADMIN_PASSWORD go together; set both or none");
        }
        for (Setting each :
                List.of(
                        Setting.DEFAULT_MODEL_KIND,
                        Setting.DEFAULT_MODEL_URL,
                        Setting.DEFAULT_MODEL_KEY_FILE,
                        Setting.DEFAULT_MODEL_REGION)) {
            if (settings.reader.isSet(each) && !settings.reader.isSet(Setting.DEFAULT_MODEL_NAME)) {
                throw new BadSetting(
                        each.environmentName()
                                + " needs AVOW_DEFAULT_MODEL_NAME; set both or none");
            }
        }
        return settings;
    }

    /** Where data, keys and configuration live. Absolute. */
    public Path home() {
        return Path.of(reader.text(Setting.HOME)).toAbsolutePath().normalize();
    }

    public int port() {
        return reader.number(Setting.PORT);
    }

    public String host() {
        return reader.text(Setting.HOST);
    }

    /** The external database; empty where the embedded one is used. */
    public Optional<String> databaseUrl() {
        return reader.optional(Setting.DATABASE_URL);
    }

    /**
     * The folder below which the embedded server's programs are unpacked, once per version; several
     * installations may share it. Absolute; unused where the database is external.
     */
    public Path databasePrograms() {
        return reader.optional(Setting.DATABASE_PROGRAMS)
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .orElse(home().resolve("postgres"));
    }

    /** Connections, at most. */
    public int databasePoolSize() {
        return reader.number(Setting.DATABASE_POOL_SIZE);
    }

    /**
     * For how long a node is here since it last said so.
     *
     * @throws BadSetting where that is less than two seconds
     */
    public Duration nodeLease() {
        int seconds = reader.number(Setting.NODE_LEASE_SECONDS);
        if (seconds < 2) {
            throw new BadSetting("AVOW_NODE_LEASE_SECONDS must be 2 or more");
        }
        return Duration.ofSeconds(seconds);
    }

    /** Mebibytes of memory in which the embedded server keeps pages. */
    public int databaseBuffersMebibytes() {
        return reader.number(Setting.DATABASE_BUFFERS_MB);
    }

    public Path masterKeyFile() {
        return reader.file(Setting.MASTER_KEY_FILE)
                .orElse(home().resolve("keys").resolve("master.json"));
    }

    /** Who keeps the key of the master key. */
    public KeyServiceSettings keyService() {
        return new KeyServiceSettings(reader);
    }

    /** The folder of the keys of single people, and of the journal of erasures and holds. */
    public Path keysDir() {
        return reader.file(Setting.KEYS_DIR).orElse(home().resolve("keys"));
    }

    /** How keys are rotated. */
    public KeySettings keys() {
        return new KeySettings(reader);
    }

    /** The first account's address; empty where a set-up link is printed instead. */
    public Optional<String> adminEmail() {
        return reader.optional(Setting.ADMIN_EMAIL);
    }

    /** The first account's password; set where {@link #adminEmail()} is. */
    public Optional<String> plaintextAdminPassword() {
        return reader.optional(Setting.ADMIN_PASSWORD);
    }

    /** What people may ask of their data. */
    public RightsSettings rights() {
        return new RightsSettings(reader);
    }

    /** Who witnesses the audit logs, outside. */
    public WitnessSettings witnesses() {
        return new WitnessSettings(reader);
    }

    /** Who answers for the processing. */
    public ControllerSettings controller() {
        return new ControllerSettings(reader);
    }

    /** How mail is sent, and to whom about requests of people. */
    public MailSettings mail() {
        return new MailSettings(reader);
    }

    /** The public form for requests about personal data. */
    public PrivacyFormSettings privacyForm() {
        return new PrivacyFormSettings(reader);
    }

    /**
     * Where people reach the console, without a slash at its end; empty where it is not said.
     *
     * @throws BadSetting where it is no address, or another machine's without TLS
     */
    public Optional<String> publicUrl() {
        return reader.optional(Setting.PUBLIC_URL)
                .map(text ->
                        SafeUrl.parse(text)
                                .map(url -> url.toString().replaceAll("/+$", ""))
                                .orElseThrow(() ->
                                        new BadSetting(
                                                "AVOW_PUBLIC_URL must be like"
                                                        + " https://avow.example.org; http:// is"
                                                        + " for this machine alone")));
    }

    public String profile() {
        return reader.text(Setting.PROFILE);
    }

    /** How long things are kept. */
    public RetentionSettings retention() {
        return new RetentionSettings(reader);
    }

    public String region() {
        return reader.text(Setting.REGION);
    }

    /**
     * Where requests of any tenant may go; empty: anywhere.
     *
     * @throws BadSetting where a region is none
     */
    public List<String> allowedRegions() {
        List<String> regions = new ArrayList<>();
        for (String each : reader.text(Setting.ALLOWED_REGIONS).split(",", -1)) {
            String region = each.strip().toUpperCase(Locale.ROOT);
            if (!region.isEmpty() && !REGIONS.contains(region)) {
                throw new BadSetting(
                        "AVOW_ALLOWED_REGIONS must be regions parted by commas, each one of "
                                + String.join(", ", REGIONS));
            }
            if (!region.isEmpty()) {
                regions.add(region);
            }
        }
        return List.copyOf(regions);
    }

    /** Largest request body, in bytes. */
    public int maxBodyBytes() {
        return reader.number(Setting.MAX_BODY_BYTES);
    }

    /**
     * Bytes that large request bodies may have together; never less than one may have. Where it is
     * not set, an eighth of the heap: to be looked at, a body takes some times its length.
     */
    public long maxBodiesBytes() {
        long set =
                reader.optional(Setting.MAX_BODIES_BYTES)
                        .map(Long::parseLong)
                        .orElseGet(() -> Runtime.getRuntime().maxMemory() / 8);
        return Math.max(set, maxBodyBytes());
    }

    /** Bytes of a body that are reserved as one token; 1 can never be too little. */
    public int budgetBytesPerToken() {
        return reader.number(Setting.BUDGET_BYTES_PER_TOKEN);
    }

    /** Tokens that are reserved for an answer whose request does not say how long it may become. */
    public int budgetAnswerTokens() {
        return reader.number(Setting.BUDGET_ANSWER_TOKENS);
    }

    /** How long a sign-in lasts. */
    public Duration sessionLife() {
        return Duration.ofHours(reader.number(Setting.SESSION_HOURS));
    }

    /** How long an invitation counts. */
    public Duration invitationLife() {
        return Duration.ofDays(reader.number(Setting.INVITATION_DAYS));
    }

    /** Event loops; the number of cores where the setting is 0. */
    public int eventLoops() {
        int set = reader.number(Setting.EVENT_LOOPS);
        return set > 0 ? set : Runtime.getRuntime().availableProcessors();
    }

    public ClassificationSettings classification() {
        return new ClassificationSettings(reader);
    }

    public AnalyzerSettings analyzer() {
        return new AnalyzerSettings(reader);
    }

    public AnswerSettings answers() {
        return new AnswerSettings(reader);
    }

    public GuardModelSettings guard() {
        return new GuardModelSettings(reader);
    }

    public AttachmentSettings attachments() {
        return new AttachmentSettings(reader);
    }

    /** What files that a provider keeps may have. */
    public FileSettings files() {
        return new FileSettings(reader);
    }

    public ProviderSettings providers() {
        return new ProviderSettings(reader);
    }

    public DefaultModelSettings defaultModel() {
        return new DefaultModelSettings(reader);
    }

    public PresidioApiSettings presidio() {
        return new PresidioApiSettings(reader);
    }

    /** What operators may read of how it runs. */
    public MetricsSettings metrics() {
        return new MetricsSettings(reader);
    }

    /** What anybody may read of how data is handled. */
    public TrustSettings trust() {
        return new TrustSettings(reader);
    }

    public DetectionSettings detection() {
        return new DetectionSettings(reader);
    }

    public ObjectStoreSettings objectStore() {
        return new ObjectStoreSettings(reader);
    }

    public BackupSettings backups() {
        return new BackupSettings(reader, home());
    }

    /** One line for each setting that is set but has no effect in this version. */
    public List<String> notYetInForce() {
        List<String> lines = new ArrayList<>();
        Setting telemetry = Setting.TELEMETRY_ENABLED;
        if (reader.isSet(telemetry) && !reader.text(telemetry).equals(telemetry.fallback())) {
            lines.add(
                    telemetry.environmentName()
                            + " is set, but this version does not act on it yet");
        }
        return List.copyOf(lines);
    }

    /** What to know at a start of what is set, a line each; empty where nothing is of note. */
    public List<String> notices() {
        List<String> lines = new ArrayList<>(notYetInForce());
        if (!profile().equals(Setting.PROFILE.fallback())) {
            lines.add(
                    "AVOW_PROFILE decides how long things are kept, how long an erasure can be"
                            + " taken back and what is kept of batches; in all else profiles run"
                            + " alike");
        }
        return List.copyOf(lines);
    }

    /** Prints no value: some are secrets. */
    @Override
    public String toString() {
        return "Settings";
    }
}
