package dev.avow.requests;

import java.time.Instant;

/** A code to be sent to the person's address. It is not shown again. */
public record VerificationCode(String plaintextCode, Instant expiresAt) {

    @Override
    public String toString() {
        return "Code until " + expiresAt;
    }
}
