package dev.avow.requests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code for the person's address. It is not shown again.
 *
 * @param plaintextCode null where it was mailed to them, and nobody here sees it
 */
public record VerificationCode(@Nullable String plaintextCode, Instant expiresAt) {

    @Override
    public String toString() {
        return "Code until " + expiresAt;
    }
}
