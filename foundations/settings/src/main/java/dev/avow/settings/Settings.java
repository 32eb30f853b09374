package dev.avow.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator set, checked once at start. Immutable.
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
        return optional(Setting.DATABASE_URL);
    }

    /**
     * The folder below which the embedded server's programs are unpacked, once per version; several
     * installations may share it. Absolute; unused where the database is external.
     */
    public Path databasePrograms() {
        return optional(Setting.DATABASE_PROGRAMS)
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .orElse(home().resolve("postgres"));
    }

    /** Connections, at most. */
    public int databasePoolSize() {
        return reader.number(Setting.DATABASE_POOL_SIZE);
    }

    public Path masterKeyFile() {
        return optional(Setting.MASTER_KEY_FILE)
                .map(file -> Path.of(file).toAbsolutePath())
                .orElse(home().resolve("keys").resolve("master.json"));
    }

    /** The folder of the keys of single people, and of the journal of erasures and holds. */
    public Path keysDir() {
        return optional(Setting.KEYS_DIR)
                .map(folder -> Path.of(folder).toAbsolutePath())
                .orElse(home().resolve("keys"));
    }

    /** The first account's address; empty where a set-up link is printed instead. */
    public Optional<String> adminEmail() {
        return optional(Setting.ADMIN_EMAIL);
    }

    /** The first account's password; set where {@link #adminEmail()} is. */
    public Optional<String> plaintextAdminPassword() {
        return optional(Setting.ADMIN_PASSWORD);
    }

    /**
     * How long the erasure of an account can be taken back (R1, "closure"): where it is not set, 30
     * days under the profiles that say so, else not at all.
     *
     * @throws BadSetting where it is no number of days
     */
    public Duration accountRecovery() {
        Optional<String> days = optional(Setting.ACCOUNT_RECOVERY_DAYS);
        if (days.isEmpty()) {
            boolean recoverable = Set.of("isolated-agent", "bot-builder").contains(profile());
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

    /** Rows that one transaction of an erasure deletes, at most. */
    public int erasureBatchRows() {
        return reader.number(Setting.ERASURE_BATCH_ROWS);
    }

    /** Copies of people's data that may be written at once. */
    public int dataExportsMaxConcurrent() {
        return reader.number(Setting.DATA_EXPORTS_MAX_CONCURRENT);
    }

    public String profile() {
        return reader.text(Setting.PROFILE);
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

    /** How long one request may be scanned. */
    public Duration classificationBudget() {
        return millis(Setting.CLASSIFICATION_BUDGET_MS);
    }

    /** The folder of the model of names that stands in for the built-in one; empty: none does. */
    public Optional<Path> namesModel() {
        return optional(Setting.CLASSIFICATION_NAMES_MODEL)
                .map(folder -> Path.of(folder).toAbsolutePath().normalize());
    }

    /** What that model's labels mean, as {@code LABEL=type} parted by commas; may be empty. */
    public String namesLabels() {
        return reader.text(Setting.CLASSIFICATION_NAMES_LABELS);
    }

    /** The Presidio analyzer that is asked for names; empty: none is. */
    public Optional<String> classificationPresidioUrl() {
        return optional(Setting.CLASSIFICATION_PRESIDIO_URL);
    }

    /** What that analyzer wants in {@link #classificationPresidioKeyHeader()}; empty: nothing. */
    public Optional<String> plaintextClassificationPresidioKey() {
        return optional(Setting.CLASSIFICATION_PRESIDIO_KEY);
    }

    public String classificationPresidioKeyHeader() {
        return reader.text(Setting.CLASSIFICATION_PRESIDIO_KEY_HEADER);
    }

    /** Codes of two letters, parted by commas. */
    public String classificationPresidioLanguage() {
        return reader.text(Setting.CLASSIFICATION_PRESIDIO_LANGUAGE);
    }

    /** Whether that analyzer is asked for all that it finds, rather than for names. */
    public boolean classificationPresidioAllEntities() {
        return reader.text(Setting.CLASSIFICATION_PRESIDIO_ENTITIES).equals("all");
    }

    /** For one call of that analyzer. */
    public Duration classificationPresidioTimeout() {
        return millis(Setting.CLASSIFICATION_PRESIDIO_TIMEOUT_MS);
    }

    /** Calls of that analyzer at once, at most. */
    public int classificationPresidioMaxConcurrent() {
        return reader.number(Setting.CLASSIFICATION_PRESIDIO_MAX_CONCURRENT);
    }

    /** Whether the built-in model of names stands in where that analyzer does not answer. */
    public boolean classificationPresidioFallsBack() {
        return reader.text(Setting.CLASSIFICATION_PRESIDIO_ON_FAILURE).equals("built-in");
    }

    /** Whether that analyzer may be on another machine without TLS. */
    public boolean classificationPresidioAllowsHttp() {
        return reader.flag(Setting.CLASSIFICATION_PRESIDIO_ALLOW_HTTP);
    }

    /** Characters of one text of an answer that may be held back where policies look at it. */
    public int answerHoldBackChars() {
        return reader.number(Setting.ANSWER_HOLD_BACK_CHARS);
    }

    /** How long words may be held back that are no value so far. */
    public Duration answerHoldBack() {
        return millis(Setting.ANSWER_HOLD_BACK_MS);
    }

    /** Whether an answer ends that policies look at and that could not be looked at as a whole. */
    public boolean answerRefusesUnread() {
        return reader.text(Setting.ANSWER_ON_FAILURE).equals("refuse");
    }

    /** Whether requests are looked at for signals of injection and jailbreak. */
    public boolean guardSignalsEnabled() {
        return reader.flag(Setting.GUARD_SIGNALS_ENABLED);
    }

    /** The guard model's base URL; empty: there is none. */
    public Optional<String> guardUrl() {
        return optional(Setting.GUARD_URL);
    }

    /** Its name there; empty where none is set. */
    public Optional<String> guardModel() {
        return optional(Setting.GUARD_MODEL);
    }

    /** The file that its key stands in; empty: it wants none. */
    public Optional<Path> guardKeyFile() {
        return optional(Setting.GUARD_KEY_FILE).map(file -> Path.of(file).toAbsolutePath());
    }

    /** For one call of it. */
    public Duration guardTimeout() {
        return millis(Setting.GUARD_TIMEOUT_MS);
    }

    /** Whether a request is refused where it does not judge. */
    public boolean guardRefuses() {
        return reader.text(Setting.GUARD_ON_FAILURE).equals("refuse");
    }

    /** Whether it is declared to be local, so that it sees texts as they are. */
    public boolean guardLocal() {
        return reader.flag(Setting.GUARD_LOCAL);
    }

    /** Largest request body, in bytes. */
    public int maxBodyBytes() {
        return reader.number(Setting.MAX_BODY_BYTES);
    }

    /** Largest form with files, in bytes. */
    public int maxUploadBytes() {
        return reader.number(Setting.MAX_UPLOAD_BYTES);
    }

    /** Forms with files that are held in memory at once, at most. */
    public int maxUploads() {
        return reader.number(Setting.MAX_UPLOADS);
    }

    /** How far pictures may go: {@code allow}, {@code local} or {@code block}. */
    public String attachmentsImages() {
        return reader.text(Setting.ATTACHMENTS_IMAGES);
    }

    /** How far sound may go: {@code allow}, {@code local} or {@code block}. */
    public String attachmentsAudio() {
        return reader.text(Setting.ATTACHMENTS_AUDIO);
    }

    /** Whether documents leave that could not be read as a whole. */
    public boolean documentsUnreadableAllowed() {
        return reader.text(Setting.DOCUMENTS_UNREADABLE).equals("allow");
    }

    /** Characters taken out of one document, at most. */
    public int documentsMaxChars() {
        return reader.number(Setting.DOCUMENTS_MAX_CHARS);
    }

    /** How long one document may take to be read, waiting for its turn included. */
    public Duration documentsTimeout() {
        return millis(Setting.DOCUMENTS_TIMEOUT_MS);
    }

    /** Whether PDFs are read; a hostile one takes far more memory than it has bytes. */
    public boolean documentsPdf() {
        return reader.flag(Setting.DOCUMENTS_PDF);
    }

    /** Documents that are read at once, at most. */
    public int documentsMaxConcurrent() {
        return reader.number(Setting.DOCUMENTS_MAX_CONCURRENT);
    }

    /** Largest answer, and largest single event of a stream, in bytes. */
    public int maxAnswerBytes() {
        return reader.number(Setting.MAX_ANSWER_BYTES);
    }

    /** Most tokens of an answer where a caller names no limit and its provider's API wants one. */
    public int providerDefaultMaxTokens() {
        return reader.number(Setting.PROVIDER_DEFAULT_MAX_TOKENS);
    }

    /** The version of Anthropic's API that its providers are asked by. */
    public String anthropicVersion() {
        return reader.text(Setting.ANTHROPIC_VERSION);
    }

    /** Betas of Anthropic's API that are asked for, parted by commas; empty where none is. */
    public Optional<String> anthropicBeta() {
        return optional(Setting.ANTHROPIC_BETA)
                .map(betas -> {
                    if (!betas.matches("[A-Za-z0-9._-]{1,100}(,[A-Za-z0-9._-]{1,100}){0,20}")) {
                        throw new BadSetting(
                                "AVOW_ANTHROPIC_BETA is a list of names such as"
                                    + " context-1m-2025-08-07, parted by commas without spaces");
                    }
                    return betas;
                });
    }

    public Duration providerConnectTimeout() {
        return millis(Setting.PROVIDER_CONNECT_TIMEOUT_MS);
    }

    /** From the request sent to the answer's head. */
    public Duration providerFirstByteTimeout() {
        return millis(Setting.PROVIDER_FIRST_BYTE_TIMEOUT_MS);
    }

    /** Between two pieces of an answer. */
    public Duration providerIdleTimeout() {
        return millis(Setting.PROVIDER_IDLE_TIMEOUT_MS);
    }

    /** Connections to one provider host, at most. */
    public int providerMaxConnections() {
        return reader.number(Setting.PROVIDER_MAX_CONNECTIONS);
    }

    /** For one request with all its tries, to the end of its answer. */
    public Duration providerWholeTimeout() {
        return millis(Setting.PROVIDER_WHOLE_TIMEOUT_MS);
    }

    /** Requests at one provider at once, at most; 0: any number. */
    public int providerMaxConcurrent() {
        return reader.number(Setting.PROVIDER_MAX_CONCURRENT);
    }

    /** How long a request waits for its turn where a provider has as many as it may. */
    public Duration providerQueue() {
        return millis(Setting.PROVIDER_QUEUE_MS);
    }

    /** Tries for one request at one target, at most; 1: none is repeated. */
    public int retryAttempts() {
        return reader.number(Setting.RETRY_ATTEMPTS);
    }

    /** The pause before the second round of tries. */
    public Duration retryBackoff() {
        return millis(Setting.RETRY_BACKOFF_MS);
    }

    /** The longest pause between tries, and the longest {@code Retry-After} that is waited for. */
    public Duration retryMaxBackoff() {
        return millis(Setting.RETRY_MAX_BACKOFF_MS);
    }

    /** Failures in a row after which a provider is not asked for a while; 0: it always is. */
    public int breakerFailures() {
        return reader.number(Setting.BREAKER_FAILURES);
    }

    /** That while. */
    public Duration breakerOpen() {
        return millis(Setting.BREAKER_OPEN_MS);
    }

    /** The model for tenants without a provider, as its provider knows it; empty: none. */
    public Optional<String> defaultModelName() {
        return optional(Setting.DEFAULT_MODEL_NAME);
    }

    /** The kind of that model's provider. */
    public String defaultModelKind() {
        return reader.text(Setting.DEFAULT_MODEL_KIND);
    }

    /** Its base URL; empty for the kind's own. */
    public Optional<String> defaultModelUrl() {
        return optional(Setting.DEFAULT_MODEL_URL);
    }

    /** The file with its key; empty where it wants none. */
    public Optional<Path> defaultModelKeyFile() {
        return optional(Setting.DEFAULT_MODEL_KEY_FILE).map(file -> Path.of(file).toAbsolutePath());
    }

    /** Where it is; empty where that is not said. */
    public Optional<String> defaultModelRegion() {
        return optional(Setting.DEFAULT_MODEL_REGION);
    }

    /** Keys of one provider, at most. */
    public int providerMaxKeys() {
        return reader.number(Setting.PROVIDER_MAX_KEYS);
    }

    /** Routes of one tenant, at most. */
    public int routingMaxRoutes() {
        return reader.number(Setting.ROUTING_MAX_ROUTES);
    }

    /** Targets of one route, at most. */
    public int routingMaxTargets() {
        return reader.number(Setting.ROUTING_MAX_TARGETS);
    }

    /** Whether {@code /presidio} answers programs on the same machine without an API key. */
    public boolean presidioOpenOnLoopback() {
        return Boolean.parseBoolean(reader.text(Setting.PRESIDIO_OPEN_ON_LOOPBACK));
    }

    /** Bytes of a body that are reserved as one token; 1 can never be too little. */
    public int budgetBytesPerToken() {
        return reader.number(Setting.BUDGET_BYTES_PER_TOKEN);
    }

    /** Tokens that are reserved for an answer whose request does not say how long it may become. */
    public int budgetAnswerTokens() {
        return reader.number(Setting.BUDGET_ANSWER_TOKENS);
    }

    /** Ad-hoc patterns in one request of {@code /presidio}, at most. */
    public int presidioMaxPatterns() {
        return reader.number(Setting.PRESIDIO_MAX_PATTERNS);
    }

    /** Length of one such pattern, in UTF-16 code units, at most. */
    public int presidioMaxPatternLength() {
        return reader.number(Setting.PRESIDIO_MAX_PATTERN_LENGTH);
    }

    /** Terms of deny lists and allow list in one request of {@code /presidio}, at most. */
    public int presidioMaxTerms() {
        return reader.number(Setting.PRESIDIO_MAX_TERMS);
    }

    /** Results in one request or answer of {@code /presidio}, at most. */
    public int presidioMaxResults() {
        return reader.number(Setting.PRESIDIO_MAX_RESULTS);
    }

    /** Custom recognizers of one tenant, at most. */
    public int detectionMaxRecognizers() {
        return reader.number(Setting.DETECTION_MAX_RECOGNIZERS);
    }

    /** Allow and deny lists of one tenant, at most. */
    public int detectionMaxLists() {
        return reader.number(Setting.DETECTION_MAX_LISTS);
    }

    /** Patterns of one tenant's recognizers and lists together, at most. */
    public int detectionMaxPatterns() {
        return reader.number(Setting.DETECTION_MAX_PATTERNS);
    }

    /** Length of one such pattern, in UTF-16 code units, at most. */
    public int detectionMaxPatternLength() {
        return reader.number(Setting.DETECTION_MAX_PATTERN_LENGTH);
    }

    /** Words and values of one tenant's recognizers and lists together, at most. */
    public int detectionMaxWords() {
        return reader.number(Setting.DETECTION_MAX_WORDS);
    }

    /** How long a sign-in lasts. */
    public Duration sessionLife() {
        return Duration.ofHours(reader.number(Setting.SESSION_HOURS));
    }

    /** Event loops; the number of cores where the setting is 0. */
    public int eventLoops() {
        int set = reader.number(Setting.EVENT_LOOPS);
        return set > 0 ? set : Runtime.getRuntime().availableProcessors();
    }

    /** Whether names, secrets, identifiers and terms are looked for too. */
    public boolean classificationTier2Enabled() {
        return reader.flag(Setting.CLASSIFICATION_TIER2_ENABLED);
    }

    /** Whether is looked for what texts are about. */
    public boolean classificationTier3Enabled() {
        return reader.flag(Setting.CLASSIFICATION_TIER3_ENABLED);
    }

    /** How long that may take for one request. */
    public Duration classificationTier3Budget() {
        return millis(Setting.CLASSIFICATION_TIER3_BUDGET_MS);
    }

    /**
     * The confidence below which a topic is none, 0 to 1.
     *
     * @throws BadSetting where it is above 100 percent
     */
    public double classificationTier3CutOff() {
        int percent = reader.number(Setting.CLASSIFICATION_TIER3_CUT_OFF_PERCENT);
        if (percent > 100) {
            throw new BadSetting(
                    "AVOW_CLASSIFICATION_TIER3_CUT_OFF_PERCENT must be 0 to 100, a share of"
                            + " certainty");
        }
        return percent / 100.0;
    }

    /** One line for each setting that is set but has no effect in this version. */
    public List<String> notYetInForce() {
        List<String> lines = new ArrayList<>();
        for (Setting setting :
                List.of(
                        Setting.INTERACTION_RETENTION,
                        Setting.AUDIT_LOG_RETENTION,
                        Setting.BACKUP_RETENTION,
                        Setting.INTERACTION_ARCHIVE_ENABLED,
                        Setting.INTERACTION_ARCHIVE_AFTER_DAYS,
                        Setting.INTERACTION_ARCHIVE_LOCATION,
                        Setting.TELEMETRY_ENABLED)) {
            if (reader.isSet(setting) && !reader.text(setting).equals(setting.fallback())) {
                lines.add(
                        setting.environmentName()
                                + " is set, but this version does not act on it yet");
            }
        }
        if (!profile().equals(Setting.PROFILE.fallback())) {
            lines.add("AVOW_PROFILE is set, but this version runs every deployment as governance");
        }
        return List.copyOf(lines);
    }

    private Duration millis(Setting setting) {
        return Duration.ofMillis(reader.number(setting));
    }

    private Optional<String> optional(Setting setting) {
        String text = reader.text(setting);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Prints no value: some are secrets. */
    @Override
    public String toString() {
        return "Settings";
    }
}
