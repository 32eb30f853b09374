package dev.avow.settings;

import java.util.List;

/**
 * Every setting there is, with its default. The environment's name is the constant's name behind
 * {@code AVOW_}; in {@code avow.properties} it stands in lower case with dots for underscores.
 */
enum Setting {
    HOME("./.avow", Kind.TEXT),
    PORT("8420", Kind.PORT),
    HOST("127.0.0.1", Kind.TEXT),
    DATABASE_URL("", Kind.TEXT),
    DATABASE_PROGRAMS("", Kind.TEXT),
    DATABASE_POOL_SIZE("12", Kind.COUNT),
    MASTER_KEY_FILE("", Kind.TEXT),
    MASTER_KEY_KMS("", Kind.TEXT),
    MASTER_KEY_KMS_ENDPOINT("", Kind.TEXT),
    MASTER_KEY_KMS_TOKEN_FILE("", Kind.TEXT),
    MASTER_KEY_KMS_TIMEOUT_MS("10000", Kind.COUNT),
    KEYS_DIR("", Kind.TEXT),
    SEALING_ALGORITHM("A256GCM", Kind.CHOICE, "A256GCM", "A256CBC-HS512"),
    KEY_ROTATION_SETTLE("600", Kind.COUNT),
    KEY_ROTATION_BATCH_ROWS("500", Kind.COUNT),
    ADMIN_EMAIL("", Kind.TEXT),
    ADMIN_PASSWORD("", Kind.TEXT),
    PROFILE(
            "governance",
            Kind.CHOICE,
            "governance",
            "isolated-agent",
            "bot-builder",
            "contact-centre",
            "assistant"),
    REGION("EU", Kind.CHOICE, "EU", "NZ", "AU", "US", "UK"),
    ALLOWED_REGIONS("", Kind.TEXT),
    INTERACTION_RETENTION("", Kind.DAYS),
    AUDIT_LOG_RETENTION("", Kind.DAYS),
    RETENTION_EVERY("3600", Kind.COUNT),
    RETENTION_BATCH_ROWS("5000", Kind.COUNT),
    RETENTION_TENANTS_AT_ONCE("1", Kind.COUNT),
    ACCOUNT_RECOVERY_DAYS("", Kind.TEXT),
    ERASURE_BATCH_ROWS("5000", Kind.COUNT),
    DATA_EXPORTS_MAX_CONCURRENT("2", Kind.COUNT),
    DATA_EXPORT_RESUME_MINUTES("60", Kind.COUNT_OR_ZERO),
    DATA_EXPORT_MAX_MB("4096", Kind.COUNT),
    AUDIT_WITNESSES("", Kind.TEXT),
    AUDIT_WITNESS_TIMEOUT_MS("10000", Kind.COUNT),
    AUDIT_WITNESS_MAX_BACKOFF_MS("3600000", Kind.COUNT),
    CONTROLLER_NAME("", Kind.TEXT),
    CONTROLLER_CONTACT("", Kind.TEXT),
    CONTROLLER_REPRESENTATIVE("", Kind.TEXT),
    DATA_PROTECTION_OFFICER("", Kind.TEXT),
    BACKUP_ENABLED("true", Kind.FLAG),
    BACKUP_LOCATION("", Kind.TEXT),
    BACKUP_EVERY("24", Kind.COUNT),
    BACKUP_RETENTION("30", Kind.DAYS),
    KEYS_BACKUP_DIR("", Kind.TEXT),
    INTERACTION_ARCHIVE_ENABLED("false", Kind.FLAG),
    INTERACTION_ARCHIVE_AFTER_DAYS("30", Kind.DAYS),
    INTERACTION_ARCHIVE_LOCATION("", Kind.TEXT),
    INTERACTION_ARCHIVE_ROWS_PER_SECOND("15000", Kind.COUNT_OR_ZERO),
    S3_ENDPOINT("", Kind.TEXT),
    S3_REGION("us-east-1", Kind.TEXT),
    S3_PATH_STYLE("auto", Kind.CHOICE, "auto", "true", "false"),
    S3_ACCESS_KEY_ID("", Kind.TEXT),
    S3_SECRET_ACCESS_KEY("", Kind.TEXT),
    S3_ALLOW_HTTP("false", Kind.FLAG),
    S3_TIMEOUT_MS("30000", Kind.COUNT),
    S3_VERSIONED_BUCKET("refuse", Kind.CHOICE, "refuse", "allow"),
    CLASSIFICATION_TIER2_ENABLED("false", Kind.FLAG),
    CLASSIFICATION_TIER3_ENABLED("false", Kind.FLAG),
    CLASSIFICATION_TIER3_BUDGET_MS("1000", Kind.COUNT),
    CLASSIFICATION_TIER3_CUT_OFF_PERCENT("30", Kind.COUNT_OR_ZERO),
    CLASSIFICATION_TIER3_URL("", Kind.TEXT),
    CLASSIFICATION_TIER3_MODEL("", Kind.TEXT),
    CLASSIFICATION_TIER3_KEY_FILE("", Kind.TEXT),
    CLASSIFICATION_TIER3_LOCAL("false", Kind.FLAG),
    CLASSIFICATION_BUDGET_MS("2000", Kind.COUNT),
    CLASSIFICATION_NAMES_MODEL("", Kind.TEXT),
    CLASSIFICATION_NAMES_LABELS("", Kind.TEXT),
    CLASSIFICATION_PRESIDIO_URL("", Kind.TEXT),
    CLASSIFICATION_PRESIDIO_KEY("", Kind.TEXT),
    CLASSIFICATION_PRESIDIO_KEY_HEADER("Authorization", Kind.TEXT),
    CLASSIFICATION_PRESIDIO_LANGUAGE("en", Kind.TEXT),
    CLASSIFICATION_PRESIDIO_ENTITIES("names", Kind.CHOICE, "names", "all"),
    CLASSIFICATION_PRESIDIO_TIMEOUT_MS("1500", Kind.COUNT),
    CLASSIFICATION_PRESIDIO_MAX_CONCURRENT("16", Kind.COUNT),
    CLASSIFICATION_PRESIDIO_ON_FAILURE("refuse", Kind.CHOICE, "refuse", "built-in"),
    CLASSIFICATION_PRESIDIO_ALLOW_HTTP("false", Kind.FLAG),
    ANSWER_HOLD_BACK_CHARS("2048", Kind.COUNT),
    ANSWER_HOLD_BACK_MS("500", Kind.COUNT),
    ANSWER_ON_FAILURE("refuse", Kind.CHOICE, "refuse", "release"),
    GUARD_SIGNALS_ENABLED("false", Kind.FLAG),
    GUARD_URL("", Kind.TEXT),
    GUARD_MODEL("", Kind.TEXT),
    GUARD_KEY_FILE("", Kind.TEXT),
    GUARD_TIMEOUT_MS("1500", Kind.COUNT),
    GUARD_ON_FAILURE("refuse", Kind.CHOICE, "refuse", "pass"),
    GUARD_LOCAL("false", Kind.FLAG),
    TELEMETRY_ENABLED("false", Kind.FLAG),
    MAX_BODY_BYTES("10485760", Kind.COUNT),
    MAX_UPLOAD_BYTES("26214400", Kind.COUNT),
    MAX_UPLOADS("4", Kind.COUNT),
    BATCH_RETENTION("", Kind.COUNT_OR_ZERO),
    BATCH_MAX_LINES("10000", Kind.COUNT),
    BATCH_MAX_FILE_VALUES("100000", Kind.COUNT),
    FILES_PER_REQUEST("20", Kind.COUNT),
    FILES_PAGE_SIZE("100", Kind.COUNT),
    FILES_MAX_JSON_BYTES("65536", Kind.COUNT),
    FILES_TIMEOUT_SECONDS("600", Kind.COUNT),
    FILE_NAME_MAX_CHARS("512", Kind.COUNT),
    FILE_DELETION_DAYS("30", Kind.COUNT),
    FILE_DELETION_MAX_PAUSE_MINUTES("1440", Kind.COUNT),
    UPLOAD_MAX_PARTS("1000", Kind.COUNT),
    UPLOADS_PER_OWNER("2", Kind.COUNT),
    UPLOAD_MINUTES("60", Kind.COUNT),
    UPLOAD_IDLE_MINUTES("10", Kind.COUNT),
    ATTACHMENTS_IMAGES("allow", Kind.CHOICE, "allow", "local", "block"),
    ATTACHMENTS_AUDIO("local", Kind.CHOICE, "allow", "local", "block"),
    DOCUMENTS_UNREADABLE("refuse", Kind.CHOICE, "refuse", "allow"),
    DOCUMENTS_PDF("false", Kind.FLAG),
    DOCUMENTS_MAX_CHARS("2000000", Kind.COUNT),
    DOCUMENTS_TIMEOUT_MS("10000", Kind.COUNT),
    DOCUMENTS_MAX_CONCURRENT("2", Kind.COUNT),
    MAX_ANSWER_BYTES("33554432", Kind.COUNT),
    PROVIDER_CONNECT_TIMEOUT_MS("5000", Kind.COUNT),
    PROVIDER_FIRST_BYTE_TIMEOUT_MS("120000", Kind.COUNT),
    PROVIDER_IDLE_TIMEOUT_MS("60000", Kind.COUNT),
    PROVIDER_MAX_CONNECTIONS("20000", Kind.COUNT),
    PROVIDER_HTTP2("false", Kind.FLAG),
    PROVIDER_HTTP2_STREAMS("100", Kind.COUNT),
    PROVIDER_HTTP2_WINDOW_BYTES("65536", Kind.COUNT),
    PROVIDER_HTTP2_PING_MS("15000", Kind.COUNT),
    PROVIDER_CA_FILE("", Kind.TEXT),
    PROVIDER_DEFAULT_MAX_TOKENS("4096", Kind.COUNT),
    PROVIDER_WHOLE_TIMEOUT_MS("1800000", Kind.COUNT),
    PROVIDER_MAX_CONCURRENT("20000", Kind.COUNT_OR_ZERO),
    PROVIDER_QUEUE_MS("2000", Kind.COUNT_OR_ZERO),
    RETRY_ATTEMPTS("3", Kind.COUNT),
    RETRY_BACKOFF_MS("250", Kind.COUNT),
    RETRY_MAX_BACKOFF_MS("8000", Kind.COUNT),
    BREAKER_FAILURES("10", Kind.COUNT_OR_ZERO),
    BREAKER_OPEN_MS("15000", Kind.COUNT),
    DEFAULT_MODEL_NAME("", Kind.TEXT),
    DEFAULT_MODEL_KIND("openai", Kind.TEXT),
    DEFAULT_MODEL_URL("", Kind.TEXT),
    DEFAULT_MODEL_KEY_FILE("", Kind.TEXT),
    DEFAULT_MODEL_REGION("", Kind.TEXT),
    PROVIDER_MAX_KEYS("10", Kind.COUNT),
    ROUTING_MAX_ROUTES("200", Kind.COUNT),
    ROUTING_MAX_TARGETS("20", Kind.COUNT),
    ANTHROPIC_VERSION("2023-06-01", Kind.CHOICE, "2023-06-01", "2026-10-21"),
    ANTHROPIC_BETA("", Kind.TEXT),
    PRESIDIO_OPEN_ON_LOOPBACK("false", Kind.FLAG),
    PRESIDIO_MAX_PATTERNS("100", Kind.COUNT),
    PRESIDIO_MAX_PATTERN_LENGTH("1000", Kind.COUNT),
    PRESIDIO_MAX_TERMS("10000", Kind.COUNT),
    PRESIDIO_MAX_RESULTS("100000", Kind.COUNT),
    DETECTION_MAX_RECOGNIZERS("50", Kind.COUNT),
    DETECTION_MAX_LISTS("50", Kind.COUNT),
    DETECTION_MAX_PATTERNS("100", Kind.COUNT),
    DETECTION_MAX_PATTERN_LENGTH("1000", Kind.COUNT),
    DETECTION_MAX_WORDS("20000", Kind.COUNT),
    BUDGET_BYTES_PER_TOKEN("2", Kind.COUNT),
    BUDGET_ANSWER_TOKENS("4096", Kind.COUNT),
    SESSION_HOURS("12", Kind.COUNT),
    EVENT_LOOPS("0", Kind.COUNT_OR_ZERO),
    /** Read by the launcher: options for the Java virtual machine. */
    JAVA_OPTS("", Kind.TEXT);

    enum Kind {
        TEXT,
        PORT,
        DAYS,
        COUNT,
        COUNT_OR_ZERO,
        FLAG,
        CHOICE
    }

    private final String fallback;
    private final Kind kind;
    private final String choices;

    Setting(String fallback, Kind kind, String... choices) {
        this.fallback = fallback;
        this.kind = kind;
        this.choices = String.join("|", choices);
    }

    String environmentName() {
        return "AVOW_" + name();
    }

    String fallback() {
        return fallback;
    }

    Kind kind() {
        return kind;
    }

    List<String> choices() {
        return List.of(choices.split("\\|", -1));
    }
}
