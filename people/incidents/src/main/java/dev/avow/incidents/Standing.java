package dev.avow.incidents;

import java.util.Locale;

/** How a duty to tell somebody stands. */
public enum Standing {
    PENDING,
    /** Nobody told them, and the limit has passed. */
    OVERDUE,
    TOLD,
    /** They were told after the limit. */
    TOLD_LATE,
    /** It was decided, with a reason, that they need not be told. */
    NOT_NEEDED;

    /** As the API names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it remains to be done. */
    public boolean isOwed() {
        return this == PENDING || this == OVERDUE;
    }
}
