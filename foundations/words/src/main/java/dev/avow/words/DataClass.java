package dev.avow.words;

import java.util.Locale;

/** The kinds of data that have a retention of their own (promise R1). */
public enum DataClass {
    /** Metadata of model use; no text. */
    INTERACTION,
    /** Of the text of requests and answers, sealed. */
    CONVERSATION,
    /** A person's account and what signs them in. */
    ACCOUNT,
    /** Who did what; append-only. */
    AUDIT_LOG,
    /** That a right was exercised, and what was kept or erased for it; ids and counts. */
    PRIVACY_RECORD,
    /** Keys and secrets, sealed or hashed. */
    CREDENTIAL,
    /** What a tenant set up: policies, groups, names of things. No personal data by purpose. */
    CONFIGURATION;

    /** The name used in table comments and in the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
