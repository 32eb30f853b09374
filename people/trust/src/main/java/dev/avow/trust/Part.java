package dev.avow.trust;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the page, in the order in which they stand. */
public enum Part {
    /** What is replaced before anything leaves. */
    MASKING,
    /** What is looked for. */
    FOUND,
    /** What is recorded of a use, and what never is. */
    RECORDED,
    /** How long each class of data is kept. */
    KEPT,
    /** Where it lies, and where requests may go. */
    PLACE,
    /** Who received text. */
    RECEIVERS,
    KEYS,
    BACKUPS,
    /** What people may ask of their data, and whom. */
    RIGHTS,
    AUDIT;

    /** As settings and the JSON name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part of that name; empty where there is none. */
    public static Optional<Part> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
