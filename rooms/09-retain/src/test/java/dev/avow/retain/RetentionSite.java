package dev.avow.retain;

import dev.avow.testing.TestDatabase;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** A database with a tenant and two people, at a moment that does not pass. */
abstract class RetentionSite {

    static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

    /** What is older is due under the profile {@code governance}. */
    static final Instant OLDEST = NOW.minus(Duration.ofDays(90));

    final TestDatabase database = TestDatabase.fresh();
    final Table table = new Table(database, TenantId.DEFAULT);
    final UUID ada = Ids.next();
    final UUID ben = Ids.next();

    @AfterEach
    void close() {
        database.close();
    }

    /** A run without archives. */
    final RetentionRun run(Profile profile, Instant now, int batch) {
        InstantSource clock = InstantSource.fixed(now);
        return new RetentionRun(
                database.tenancy(),
                new Expiry(database.tenancy(), Schedule.of(profile), clock, batch),
                Optional.empty(),
                clock);
    }
}
