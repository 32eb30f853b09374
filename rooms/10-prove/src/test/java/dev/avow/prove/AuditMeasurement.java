package dev.avow.prove;

import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.Frontier;
import dev.avow.merkle.SignedNote;
import dev.avow.merkle.VerifierKey;
import dev.avow.postgres.EmbeddedPostgres;
import dev.avow.postgres.Options;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.sealing.TenantKeys;
import dev.avow.sealing.WrappedKeyStore;
import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.Tenancy;
import dev.avow.tenancy.TenantKeyStore;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an entry costs to log, on a database that waits for its disk, and how long a million take to
 * verify. Not part of the tests: {@code -Davow.measure=true}. Figures: docs/measurements.md.
 */
@EnabledIfSystemProperty(named = "avow.measure", matches = "true")
class AuditMeasurement {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final String PASSWORD = "fictitious-owner-password";
    private static final int MILLION = 1_000_000;

    private final List<UUID> people = IntStream.range(0, 50).mapToObj(_ -> Ids.next()).toList();

    private Actor actor(int n) {
        return new Actor(
                TENANT,
                people.get(n % people.size()),
                "ada" + n % people.size() + "@example.org",
                "203.0.113.7",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    private static AuditEntry entry(int n) {
        return new AuditEntry(
                "policy_updated",
                "policy",
                "p" + n % 100,
                Map.of("priority", n),
                Map.of("priority", n + 1));
    }

    @Test
    void append_byOneAndBySeveral_isMeasured(@TempDir Path home) throws Exception {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.start(
                        Options.inHome(home, "avow_owner", PASSWORD)
                                .withBinariesDir(Options.sharedBinariesDir()))) {
            MasterKey master = MasterKey.readOrCreate(home.resolve("master.json"));
            try (Tenancy tenancy =
                    Tenancy.open(
                            DatabaseAccess.of(
                                    server.jdbcUrl("postgres"),
                                    "avow_owner",
                                    PASSWORD,
                                    master,
                                    10))) {
                Keyring keyring =
                        new Keyring(
                                master,
                                new TenantKeyStore(tenancy),
                                new SubjectKeyFiles(home.resolve("keys")));
                StoredAuditLog log =
                        new StoredAuditLog(tenancy, keyring, InstantSource.system(), true);
                measure("warming up", log, 8, 4_000);
                for (int threads : new int[] {1, 8, 64}) {
                    measure("alone, " + threads + " threads", log, threads, 4_000);
                }
                long start = System.nanoTime();
                for (int n = 0; n < 2_000; n++) {
                    int number = n;
                    tenancy.within(
                            TENANT,
                            handle -> {
                                log.append(handle, actor(number), entry(number));
                                return true;
                            });
                }
                told("in a caller's transaction, 1 thread", 2_000, System.nanoTime() - start);
                start = System.nanoTime();
                for (int n = 0; n < 2_000; n++) {
                    tenancy.within(
                            TENANT, handle -> handle.execute("UPDATE audit_trees SET size = size"));
                }
                told(
                        "an empty update and its commit, to compare",
                        2_000,
                        System.nanoTime() - start);
            }
        }
    }

    private void measure(String what, AuditLog log, int threads, int entries) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService pool =
                Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
            for (int t = 0; t < threads; t++) {
                pool.execute(() -> {
                    for (int n = next.getAndIncrement(); n < entries; n = next.getAndIncrement()) {
                        log.append(actor(n), entry(n));
                    }
                });
            }
        }
        told(what, entries, System.nanoTime() - start);
    }

    @Test
    void verify_aMillionEntries_isMeasured(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("log.ndjson");
        write(file);
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            long proven;
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                AuditCheck check = AuditCheck.begin(lines.readLine(), null, null);
                List<String> some = new ArrayList<>();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    some.add(line);
                    if (some.size() == 2_000) {
                        check.lines(some);
                        some.clear();
                    }
                }
                check.lines(some);
                proven = check.end().opened();
            }
            told(
                    "verify, %d entries, %d MB".formatted(proven, Files.size(file) / (1 << 20)),
                    MILLION,
                    System.nanoTime() - start);
        }
    }

    /** An export as {@link AuditExport} writes it, without a database behind it. */
    private void write(Path file) throws IOException {
        SigningTenant tenant = new SigningTenant(file.resolveSibling("master.json"));
        JsonMapper json = new JsonMapper();
        Path body = file.resolveSibling("body");
        Frontier tree = Frontier.EMPTY;
        try (Writer out = Files.newBufferedWriter(body)) {
            for (int n = 0; n < MILLION; n++) {
                Map<String, String> values = new LinkedHashMap<>();
                Actor actor = actor(n);
                values.put("actor_email", String.valueOf(actor.email()));
                values.put("changes", String.valueOf(Changes.of(entry(n)).jsonOrNull()));
                values.put("ip_address", "203.0.113.0");
                values.put("user_agent", String.valueOf(actor.userAgent()));
                byte[] nonce = new byte[AuditLeaf.NONCE_BYTES];
                nonce[0] = (byte) n;
                AuditLeaf leaf =
                        AuditLeaf.of(
                                TENANT.value(),
                                Ids.next(),
                                Instant.now().truncatedTo(ChronoUnit.MICROS),
                                actor.id(),
                                "policy_updated",
                                "policy",
                                "p" + n % 100,
                                "success",
                                SealedValues.of(values).commitments(nonce));
                Map<String, @Nullable Object> line = new LinkedHashMap<>();
                line.put("index", n);
                line.put("leaf_hash", leaf.hash().base64());
                line.put("leaf", leaf.values());
                line.put("nonce", Base64.getEncoder().encodeToString(nonce));
                line.putAll(values);
                out.write(json.writeValueAsString(line) + "\n");
                tree = tree.plus(leaf.hash());
            }
        }
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("format", AuditExport.FORMAT);
        head.put("origin", tenant.key.name());
        head.put("exported_at", Instant.now().toString());
        head.put("verifier_key", tenant.key.text());
        head.put("checkpoint", tenant.sign(Checkpoint.of(tenant.key.name(), tree)));
        Files.writeString(file, json.writeValueAsString(head) + "\n");
        try (var to = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            Files.copy(body, to);
        }
    }

    /** A tenant with a signing key, and no database. */
    private static final class SigningTenant {
        private final TenantKeys keys;
        final VerifierKey key;

        SigningTenant(Path master) {
            keys =
                    new Keyring(
                                    MasterKey.readOrCreate(master),
                                    new KeysInMemory(),
                                    new SubjectKeyFiles(master.resolveSibling("keys")))
                            .of(TENANT);
            key = new VerifierKey(Checkpoints.origin(TENANT), keys.signingPublicKey());
        }

        String sign(Checkpoint checkpoint) {
            return SignedNote.sign(checkpoint.text(), key, keys::signature);
        }
    }

    private static final class KeysInMemory implements WrappedKeyStore {
        private final Map<Purpose, byte[]> keys = new ConcurrentHashMap<>();

        @Override
        public Optional<byte[]> find(TenantId tenant, Purpose purpose) {
            return Optional.ofNullable(keys.get(purpose));
        }

        @Override
        public byte[] keepFirst(TenantId tenant, Purpose purpose, byte[] wrapped) {
            byte[] kept = keys.putIfAbsent(purpose, wrapped);
            return kept == null ? wrapped : kept;
        }
    }

    private static void told(String what, int entries, long nanos) throws IOException {
        Files.writeString(
                Path.of("target", "audit.txt"),
                "%s: %.2f s, %.3f ms each%n".formatted(what, nanos / 1e9, nanos / 1e6 / entries),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
