package dev.avow.budgets;

import dev.avow.admit.Caller;
import dev.avow.admit.Grant;
import dev.avow.admit.KeyLimits;
import dev.avow.admit.Outcome;
import dev.avow.admit.Size;
import dev.avow.arrive.AnswerRoom;
import dev.avow.postgres.EmbeddedPostgres;
import dev.avow.postgres.Options;
import dev.avow.prove.Actor;
import dev.avow.prove.StoredAuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.NodeLease;
import dev.avow.tenancy.Tenancy;
import dev.avow.tenancy.TenantKeyStore;
import dev.avow.words.Destination;
import dev.avow.words.Itinerary;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import dev.avow.words.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a claim costs while two nodes count in one database, which waits for its disk. Not part of
 * the tests: {@code -Davow.measure=true}. Figures: docs/measurements.md.
 */
@EnabledIfSystemProperty(named = "avow.measure", matches = "true")
class SharedCountingMeasurement {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final String PASSWORD = "fictitious-owner-password";
    private static final InstantSource CLOCK = InstantSource.system();
    private static final UUID KEY = UUID.fromString("00000000-0000-7000-8000-0000000000aa");
    private static final Caller CALLER =
            new Caller(
                    TENANT,
                    KEY,
                    null,
                    Set.of(),
                    List.of(),
                    new KeyLimits(List.of(), null, null, null));
    private static final Destination UP =
            new Destination(TENANT, new UUID(0, 1), "up", "up.example", "m");
    private static final Size SIZE = new Size(Route.CHAT_COMPLETIONS, 0, new AnswerRoom(10L, 1));
    private static final int MOST = 200_000;

    private static TenantSpending node(Tenancy tenancy) {
        NodeLease lease = new NodeLease(tenancy, UUID.randomUUID(), null, Duration.ofSeconds(10));
        TenantSpending spending =
                new TenantSpending(
                        tenancy,
                        new EstimateRule(2, 100),
                        _ -> Optional.empty(),
                        Counting.among(lease, tenancy, CLOCK),
                        CLOCK);
        spending.begin();
        return spending;
    }

    @Test
    void claim_byOneAndBySeveralOnTwoNodes_isMeasured(@TempDir Path home) throws Exception {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.start(
                        Options.inHome(home, "avow_owner", PASSWORD)
                                .withBinariesDir(Options.sharedBinariesDir()))) {
            MasterKey master = MasterKey.readOrCreate(home.resolve("master.json"));
            DatabaseAccess access =
                    DatabaseAccess.of(
                            server.jdbcUrl("postgres"), "avow_owner", PASSWORD, master, 10);
            try (Tenancy one = Tenancy.open(access);
                    Tenancy two = Tenancy.connect(access)) {
                Keyring keyring =
                        new Keyring(
                                master,
                                new TenantKeyStore(one),
                                new SubjectKeyFiles(home.resolve("keys")));
                TenantSpending first = node(one);
                new BudgetStore(one, new StoredAuditLog(one, keyring, CLOCK, true), first, CLOCK)
                        .create(
                                Actor.operator(TENANT),
                                new BudgetDraft(
                                        Subject.Level.TENANT,
                                        null,
                                        Period.MONTH,
                                        null,
                                        1_000_000_000_000L));
                List<TenantSpending> both = List.of(first, node(two));
                measure("warming up", both, 32, 5);
                for (int callers : new int[] {1, 8, 64, 256}) {
                    measure(callers + " callers", both, callers, 5);
                }
            }
        }
    }

    private static void measure(String what, List<TenantSpending> nodes, int callers, int seconds)
            throws Exception {
        AtomicInteger claims = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        long[] waits = new long[MOST];
        long here = own();
        long there = ofDatabase();
        long start = System.nanoTime();
        long end = start + Duration.ofSeconds(seconds).toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            TenantSpending node = nodes.get(i % nodes.size());
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                while (System.nanoTime() < end) {
                                    long asked = System.nanoTime();
                                    Grant grant =
                                            node.of(TENANT)
                                                    .claim(
                                                            CALLER,
                                                            Itinerary.to(UP),
                                                            SIZE,
                                                            Instant.now());
                                    if (grant instanceof Grant.Granted granted) {
                                        int number = claims.getAndIncrement();
                                        waits[number % MOST] = System.nanoTime() - asked;
                                        granted.reservation()
                                                .settle(
                                                        new Outcome.Counted(
                                                                new Usage(0L, 0, 0, 7L)),
                                                        UP,
                                                        List.of());
                                    } else {
                                        lost.incrementAndGet();
                                    }
                                }
                            }));
        }
        for (Thread each : threads) {
            each.join();
        }
        double wall = (System.nanoTime() - start) / 1e9;
        int made = claims.get();
        long[] sorted = Arrays.copyOf(waits, Math.min(made, MOST));
        Arrays.sort(sorted);
        System.err.printf(
                "%s: %,.0f claims/s, CPU for one %.0f µs here and %.0f µs in the database,"
                        + " p50 %.1f ms, p99 %.1f ms, %d not granted%n",
                what,
                made / wall,
                (own() - here) / 1e3 / made,
                (ofDatabase() - there) / 1e3 / made,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                lost.get());
    }

    /** Nanoseconds of processor time of this process, both nodes together. */
    private static long own() {
        return nanos(Stream.of(ProcessHandle.current()));
    }

    private static long ofDatabase() {
        return nanos(ProcessHandle.current().descendants());
    }

    private static long nanos(Stream<ProcessHandle> processes) {
        return processes
                .mapToLong(each -> each.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))
                .sum();
    }
}
