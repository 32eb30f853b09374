package dev.avow.decide;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands in the place of a finding when it leaves. */
public enum MaskMode {
    /** {@code [EMAIL_1]}; the original comes back in the answer. */
    PSEUDONYM,
    /** {@code <EMAIL>}; nothing comes back, and equal values cannot be told from others. */
    PLACEHOLDER,
    /** A value of the same form that is nobody's; the original comes back in the answer. */
    SYNTHETIC,
    /** {@code <EMAIL:…>} with a keyed hash, the same in each request of the tenant. */
    HASH,
    /** The last few letters or digits stay; nothing comes back. */
    PARTIAL,
    /** Nothing stands there. */
    REMOVE;

    /** All ids, in this order, with commas. */
    public static final String IDS =
            Arrays.stream(values()).map(MaskMode::id).collect(Collectors.joining(", "));

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the room that restores puts originals back. */
    public boolean isReversible() {
        return this == PSEUDONYM || this == SYNTHETIC;
    }

    /** The mode of that id; empty where there is none. */
    public static Optional<MaskMode> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
