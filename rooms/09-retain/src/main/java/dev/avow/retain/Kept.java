package dev.avow.retain;

import java.util.Locale;

/**
 * What the pages give a retention of its own: the rows of promise R1. It has more than {@link
 * dev.avow.words.DataClass}, which is about tables that there are.
 */
public enum Kept {
    /** Metadata of each use of a model. */
    INTERACTIONS,
    /** So far what was masked in batches and files, with what stands for it. */
    CONVERSATION_TEXT,
    RAW_AUDIO,
    ACCOUNT,
    TENANT_ENVIRONMENT,
    BILLING_RECORDS,
    SUPPORT_COMMUNICATION,
    /** Analytics that name somebody; aggregates stay. */
    USAGE_ANALYTICS,
    SERVER_LOGS,
    AUDIT_LOG,
    BACKUPS;

    /**
     * Whether the platform holds it and lets it go by itself; the rest has no such store so far.
     */
    public boolean isEnforced() {
        return switch (this) {
            case INTERACTIONS, CONVERSATION_TEXT, AUDIT_LOG, BACKUPS -> true;
            case RAW_AUDIO,
                    ACCOUNT,
                    TENANT_ENVIRONMENT,
                    BILLING_RECORDS,
                    SUPPORT_COMMUNICATION,
                    USAGE_ANALYTICS,
                    SERVER_LOGS ->
                    false;
        };
    }

    /** As the API names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
