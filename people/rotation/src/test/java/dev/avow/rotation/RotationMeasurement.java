package dev.avow.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.StoredAuditLog;
import dev.avow.sealing.Place;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long a rotation takes; not part of the tests: {@code -Davow.measure=true
 * -Davow.rotation.entries=20000}. It writes {@code target/rotation.txt}. Figures stand in {@code
 * docs/measurements.md}.
 */
@EnabledIfSystemProperty(named = "avow.measure", matches = "true")
final class RotationMeasurement {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final int ENTRIES = Integer.getInteger("avow.rotation.entries", 20_000);
    private static final int PEOPLE = ENTRIES / 10;

    private Instant now = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void rewrap_auditEntriesAndPeople_takesThatLong() throws IOException {
        try (TestDatabase database = TestDatabase.fresh()) {
            StoredAuditLog audit =
                    new StoredAuditLog(database.tenancy(), database.keyring(), () -> now, false);
            var _ = database.keyring().of(TENANT);
            for (int from = 0; from < ENTRIES; from += 500) {
                database.tenancy()
                        .within(
                                TENANT,
                                handle -> {
                                    for (int i = 0; i < 500; i++) {
                                        audit.append(
                                                handle,
                                                Actor.operator(TENANT),
                                                new AuditEntry(
                                                        "policy_changed",
                                                        "policy",
                                                        "p",
                                                        null,
                                                        Map.of("n", i)));
                                    }
                                    return TENANT;
                                });
            }
            for (int i = 0; i < PEOPLE; i++) {
                UUID person = Ids.next();
                var _ =
                        database.keyring()
                                .subjects()
                                .seal(
                                        TENANT,
                                        person,
                                        "x",
                                        new Place(TENANT, "users", "email_sealed", person));
            }
            RotationLimits limits = new RotationLimits(Duration.ofSeconds(1), 500);
            RotationRun run =
                    new RotationRun(
                            database.tenancy(),
                            database.keyring(),
                            List.of(),
                            RotationRun.Destruction.NONE,
                            audit,
                            limits,
                            () -> now);
            KeyRotations rotations = new KeyRotations(database.tenancy(), audit, () -> now);
            KeyRotation asked = rotations.request(Actor.operator(TENANT));
            run.step(TENANT, () -> true);
            now = now.plusSeconds(5);
            run.step(TENANT, () -> true);
            double moving = seconds(() -> run.step(TENANT, () -> true));
            now = now.plusSeconds(5);
            double last = seconds(() -> run.step(TENANT, () -> true));
            KeyRotation done = rotations.find(TENANT, asked.id()).orElseThrow();
            assertThat(done.state()).isEqualTo(KeyRotation.State.COMPLETE);
            Files.writeString(
                    Path.of("target", "rotation.txt"),
                    "%d entries, %d people: %d values moved in %.1f s; the last look and the destruction took %.1f s%n"
                            .formatted(ENTRIES, PEOPLE, done.moved(), moving, last));
        }
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
