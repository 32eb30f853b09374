package dev.avow.arrive;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a request's head that the journey needs.
 *
 * @param channel who brought it: {@code api} or {@code console}
 * @param userAgent as sent; empty where none
 * @param acknowledgement the token of {@code Avow-Acknowledge}; null where none
 * @param reasonLength characters of {@code Avow-Justification}, without space around it; 0 where
 *     none. The text itself goes no further
 * @param wantsFullReceipt whether {@code Avow-Receipt: full} was asked for
 */
public record RequestHead(
        String channel,
        String userAgent,
        @Nullable String acknowledgement,
        int reasonLength,
        boolean wantsFullReceipt) {

    /** Without a reason. */
    public RequestHead(
            String channel,
            String userAgent,
            @Nullable String acknowledgement,
            boolean wantsFullReceipt) {
        this(channel, userAgent, acknowledgement, 0, wantsFullReceipt);
    }

    /** Prints no value. */
    @Override
    public String toString() {
        return "RequestHead";
    }
}
