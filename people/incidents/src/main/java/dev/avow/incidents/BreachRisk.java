package dev.avow.incidents;

import java.util.Locale;

/**
 * The risk to the rights and freedoms of the people concerned, as the controller judges it (GDPR
 * Art. 33(1), 34(1)), in ascending order. What nobody has judged yet counts as the highest.
 */
public enum BreachRisk {
    UNLIKELY,
    LIKELY,
    HIGH,
    UNKNOWN;

    /** As the API names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
