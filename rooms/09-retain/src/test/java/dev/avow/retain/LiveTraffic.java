package dev.avow.retain;

import dev.avow.tenancy.Tenancy;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a server asks of its database while it serves: interactions are written and newest pages
 * read, of any tenant, at a fixed rate each. A request counts from the moment it was due.
 */
final class LiveTraffic implements AutoCloseable {

    private static final long BETWEEN_NANOS = 10_000_000;

    private static final String INSERT =
            """
            INSERT INTO interactions (tenant_id, id, occurred_at, channel, platform_id, model,
                prompt_hash, content_length, classifications, policy_action, risk_score, status)
            VALUES (:tenant, :id, :at, 'api', 'p', 'm', 'hmac-sha256:00', 1, '[]', 'Log', 0.36,
                'completed')
            """;

    private static final String PAGE =
            """
            SELECT * FROM interactions WHERE (occurred_at, id) < (:at, :id)
            ORDER BY occurred_at DESC, id DESC LIMIT 50
            """;

    private final Tenancy tenancy;
    private final List<TenantId> tenants;
    private final List<Long> writes = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> reads = Collections.synchronizedList(new ArrayList<>());
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private List<Thread> clocks = List.of();
    private volatile boolean going;

    LiveTraffic(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.tenants = tenancy.tenants();
    }

    void begin() {
        writes.clear();
        reads.clear();
        going = true;
        threads = Executors.newVirtualThreadPerTaskExecutor();
        clocks =
                List.of(
                        Thread.ofVirtual().start(() -> repeat(writes, this::write)),
                        Thread.ofVirtual().start(() -> repeat(reads, this::read)));
    }

    String end() throws InterruptedException {
        going = false;
        for (Thread each : clocks) {
            each.join();
        }
        threads.close();
        return "writes " + told(writes) + "; reads " + told(reads);
    }

    String measure(Duration how) throws InterruptedException {
        begin();
        Thread.sleep(how);
        return end();
    }

    private interface Request {
        void of(TenantId tenant);
    }

    private void repeat(List<Long> into, Request request) {
        Random random = new Random(7);
        long due = System.nanoTime();
        while (going) {
            LockSupport.parkNanos(due - System.nanoTime());
            long then = due;
            TenantId tenant = tenants.get(random.nextInt(tenants.size()));
            threads.execute(() -> {
                request.of(tenant);
                into.add(System.nanoTime() - then);
            });
            due += BETWEEN_NANOS;
        }
    }

    private void write(TenantId tenant) {
        int _ =
                tenancy.within(
                        tenant,
                        handle ->
                                handle.createUpdate(INSERT)
                                        .bind("tenant", tenant.value())
                                        .bind("id", Ids.next())
                                        .bind("at", Instant.now().atOffset(ZoneOffset.UTC))
                                        .execute());
    }

    private void read(TenantId tenant) {
        int _ =
                tenancy.within(
                        tenant,
                        handle ->
                                handle.createQuery(PAGE)
                                        .bind("at", OffsetDateTime.MAX)
                                        .bind("id", Ids.next())
                                        .map((row, _) -> row.getString("model"))
                                        .list()
                                        .size());
    }

    private static String told(List<Long> nanos) {
        return nanos.size() + ", " + Times.of(List.copyOf(nanos));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            boolean _ = threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
