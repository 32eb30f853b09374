package dev.avow.requests;

import java.util.Locale;

/**
 * What somebody asks for: a right of GDPR Art. 15 to 21, or the opt-out of Cal. Civ. Code 1798.120.
 */
public enum RequestKind {
    ACCESS,
    ERASURE,
    RECTIFICATION,
    RESTRICTION,
    OBJECTION,
    PORTABILITY,
    OPT_OUT;

    /** As the API and the database name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
