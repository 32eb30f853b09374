package dev.avow.record;

import org.jspecify.annotations.Nullable;

/**
 * Who received some of a request or an answer.
 *
 * @param purpose what for: {@code model}, {@code names} or {@code guard}
 * @param provider its name, as interactions say it
 * @param host its host's name; never an address with a path
 * @param region where it works, as the tenant declared it; null where nobody did
 * @param agreement under which agreement it processes, as the tenant declared it; null as above
 */
public record Recipient(
        String purpose,
        String provider,
        String host,
        @Nullable String region,
        @Nullable String agreement) {

    /** One of which no more is known. */
    public static Recipient of(String purpose, String provider, String host) {
        return new Recipient(purpose, provider, host, null, null);
    }
}
