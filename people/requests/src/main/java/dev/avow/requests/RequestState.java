package dev.avow.requests;

import java.util.Locale;

/** Where a request stands. */
public enum RequestState {
    /** Nobody has checked yet who asks. */
    RECEIVED,
    /** Whoever asks is who they say. */
    VERIFIED,
    /** It will be met. */
    APPROVED,
    /** It will not be met; the person is to be told why. */
    REFUSED,
    /** It was met or refused, and the person was told: no clock runs any more. */
    DONE;

    /** As the API and the database name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
