package dev.avow.incidents;

import java.util.Locale;

/** Where an incident stands. */
public enum IncidentState {
    OPEN,
    /** It goes on no longer; who must be told may still have to be. */
    CONTAINED,
    /** Documented as GDPR Art. 33(5) asks, with everybody told who must be. */
    CLOSED;

    /** As the API names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
