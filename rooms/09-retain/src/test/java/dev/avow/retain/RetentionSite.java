package dev.avow.retain;

import dev.avow.testing.TestDatabase;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
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

    /** One number, seen by the database's owner. */
    final long asked(String sql) throws SQLException {
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** How many interactions there are, whether they can be read or not. */
    final long onTheDisk() throws SQLException {
        return asked("SELECT count(*) FROM interactions");
    }

    /** What some work comes to that begins while a hold on Ada is being placed. */
    final long whileAHoldIsPlaced(LongSupplier work) throws Exception {
        CompletableFuture<Long> done = new CompletableFuture<>();
        boolean _ =
                database.tenancy()
                        .within(
                                TenantId.DEFAULT,
                                handle -> {
                                    HoldLock.alone(handle, TenantId.DEFAULT);
                                    beginAside(work, done);
                                    LegalHoldRows.put(handle, table.draft(List.of(ada)));
                                    return pause();
                                });
        return done.get(60, TimeUnit.SECONDS);
    }

    /** Begins some work on a thread of its own. */
    static void beginAside(LongSupplier work, CompletableFuture<Long> done) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        done.complete(work.getAsLong());
                    } catch (RuntimeException failed) {
                        done.completeExceptionally(failed);
                    }
                });
    }

    /** Long enough that what was begun aside has come to where it waits. */
    static boolean pause() {
        try {
            Thread.sleep(300);
            return true;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
