package dev.avow.accounts;

import dev.avow.admit.Caller;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes when a key was last used: at most once a minute for each, behind the request's back, and
 * not at all where the database is busy. It is for people to find keys that nobody uses.
 */
final class KeyUse {

    private static final Logger LOG = LoggerFactory.getLogger(KeyUse.class);
    private static final Duration PRECISION = Duration.ofMinutes(1);
    private static final int AT_ONCE = 2;

    private static final String NOTE =
            """
            UPDATE api_keys SET last_used_at = :now
            WHERE id = :id AND (last_used_at IS NULL OR last_used_at <= :before)
            """;

    private final Tenancy tenancy;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    KeyUse(Tenancy tenancy, InstantSource clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** The caller's key was just looked up, so it is in use. Returns at once. */
    void note(Caller caller) {
        UUID id = caller.apiKeyId();
        if (id == null || !places.tryAcquire()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Thread.ofVirtual()
                .name("avow-key-use")
                .start(() -> {
                    try {
                        write(caller, id, now);
                    } catch (DatabaseUnavailable missed) {
                        LOG.debug("the use of a key was not noted");
                    } finally {
                        places.release();
                    }
                });
    }

    private void write(Caller caller, UUID id, Instant now) {
        tenancy.within(
                caller.tenant(),
                handle ->
                        handle.createUpdate(NOTE)
                                .bind("id", id)
                                .bind("now", now)
                                .bind("before", now.minus(PRECISION))
                                .execute());
    }
}
