package dev.avow.prove;

import java.util.Locale;

/**
 * Whether an entry tells of a change. Which actions are looks, the schema's {@code is_look} says.
 */
public enum EntryKind {
    /**
     * Something was changed, tried, or done by Avow itself; also whatever is not known as a look.
     */
    CHANGE,
    /** Something was shown or handed out, and nothing changed. */
    LOOK;

    /** As callers name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
