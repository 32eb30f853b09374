package dev.avow.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditCheck;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditExport;
import dev.avow.prove.AuditLogReader;
import dev.avow.prove.AuditRecord;
import dev.avow.prove.Checkpoints;
import dev.avow.prove.FileWitness;
import dev.avow.prove.StoredAuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.SealingException;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.sealing.UnsealAccess;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.tenancy.TenantKeyStore;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I7: a tenant's key is rotated while it is in use, and nothing is lost on the way. */
final class RotationRunTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final UUID ANNA = UUID.fromString("00000000-0000-7000-8000-0000000000a1");
    private static final String KEY = "sk-fictitious-0123456789";
    private static final RotationLimits LIMITS = new RotationLimits(Duration.ofMinutes(10), 2);

    @TempDir private Path folder = Path.of("unused");

    private final TestDatabase database = TestDatabase.fresh();
    private final List<Sealed> elsewhere = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private final StoredAuditLog audit =
            new StoredAuditLog(database.tenancy(), database.keyring(), () -> now, false);
    private final KeyRotations rotations = new KeyRotations(database.tenancy(), audit, () -> now);
    private final List<UUID> providers = new ArrayList<>();
    private byte[] first = {};

    @BeforeEach
    void plant() {
        first = database.keyring().of(TENANT).newestPrefix();
        for (int i = 0; i < 5; i++) {
            plantProvider(database.keyring());
            audit.append(
                    new Actor(TENANT, Ids.next(), "anna@example.org", "203.0.113.7", "curl"),
                    new AuditEntry("policy_changed", "policy", "p", null, Map.of("n", i)));
        }
        byte[] _ = sealedAboutAnna();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private RotationRun run() {
        return run(RotationRun.Destruction.NONE);
    }

    private RotationRun run(RotationRun.Destruction destruction) {
        return new RotationRun(
                database.tenancy(),
                database.keyring(),
                elsewhere,
                destruction,
                audit,
                LIMITS,
                () -> now);
    }

    private void step() {
        run().step(TENANT, () -> true);
    }

    /** Up to where the new version seals and nothing was moved yet. */
    private KeyRotation promoted() {
        KeyRotation asked = rotations.request(Actor.operator(TENANT));
        step();
        now = now.plus(LIMITS.announcing());
        step();
        return asked;
    }

    private KeyRotation.State state(KeyRotation rotation) {
        return rotations.find(TENANT, rotation.id()).orElseThrow().state();
    }

    private Keyring anotherProcess() {
        return new Keyring(
                database.masterKey(),
                new TenantKeyStore(database.tenancy()),
                new SubjectKeyFiles(database.keysDir()));
    }

    @Test
    void I7_wholeRotation_movesAllDestroysTheOldVersionAndIsAudited() throws Exception {
        byte[] about = sealedAboutAnna();
        KeyRotation asked = promoted();
        assertThat(state(asked)).isEqualTo(KeyRotation.State.REWRAPPING);

        step();
        assertThat(old()).isZero();
        assertThat(versions()).isEqualTo(2);

        now = now.plus(LIMITS.settle());
        step();

        assertThat(state(asked)).isEqualTo(KeyRotation.State.COMPLETE);
        assertThat(versions()).isEqualTo(1);
        // 5 providers, 4 sealed columns of 5 entries less the person's, 5 nonces, the request's.
        KeyRotation done = rotations.find(TENANT, asked.id()).orElseThrow();
        assertThat(done.moved()).isGreaterThan(10);
        assertThat(done.unreadable()).isZero();
        Keyring fresh = anotherProcess();
        providers.forEach(id -> assertThat(opened(fresh, id)).isEqualTo(KEY));
        assertThat(
                        fresh.subjects()
                                .plaintextOf(TENANT, ANNA, about, about(), UnsealAccess.granted()))
                .isPresent();
        assertThat(actions())
                .startsWith("key_rotation_completed", "key_rotation_requested", "policy_changed");
        proves();
    }

    @Test
    void step_beforeEveryNodeKnows_doesNotSealWithTheNewVersion() {
        KeyRotation asked = rotations.request(Actor.operator(TENANT));
        step();
        step();

        assertThat(state(asked)).isEqualTo(KeyRotation.State.ANNOUNCED);
        assertThat(database.keyring().of(TENANT).newestPrefix()).isEqualTo(first);
    }

    /** Killed after each batch there is, it goes on with the next one, and never back. */
    @Test
    void step_killedAfterEveryBatch_comesToTheSameEnd() throws Exception {
        KeyRotation asked = promoted();
        int before = Integer.MAX_VALUE;
        int kills = 0;
        for (int left = old(); left > 0; left = old()) {
            assertThat(left).isLessThan(before);
            before = left;
            int batches = ++kills;
            AtomicInteger asks = new AtomicInteger();
            BooleanSupplier dies =
                    () -> asks.incrementAndGet() <= SealedColumn.ALL.size() + batches;
            run().step(TENANT, dies);
        }
        assertThat(kills).isGreaterThan(2);

        now = now.plus(LIMITS.settle());
        step();

        assertThat(state(asked)).isEqualTo(KeyRotation.State.COMPLETE);
        proves();
    }

    /** A node that had not been told yet seals with the old version after the first look. */
    @Test
    void step_sealedByANodeThatWasBehind_isMovedBeforeTheOldVersionGoes() {
        Keyring behind = anotherProcess();
        var _ = behind.of(TENANT).newestPrefix();
        KeyRotation asked = promoted();
        step();
        plantProvider(behind);
        assertThat(old()).isEqualTo(1);

        now = now.plus(LIMITS.settle());
        step();
        assertThat(versions()).isEqualTo(2);
        step();

        assertThat(state(asked)).isEqualTo(KeyRotation.State.COMPLETE);
        assertThat(opened(anotherProcess(), providers.getLast())).isEqualTo(KEY);
    }

    @Test
    void step_somethingCannotBeLookedAt_keepsTheOldVersionAndSaysWhat() {
        elsewhere.add(sealed(false));
        KeyRotation asked = promoted();
        now = now.plus(LIMITS.settle());
        step();
        step();

        KeyRotation waits = rotations.find(TENANT, asked.id()).orElseThrow();
        assertThat(waits.state()).isEqualTo(KeyRotation.State.REWRAPPING);
        assertThat(waits.waitingFor()).isEqualTo("archives");
        assertThat(versions()).isEqualTo(2);

        elsewhere.set(0, sealed(true));
        step();
        assertThat(state(asked)).isEqualTo(KeyRotation.State.COMPLETE);
    }

    @Test
    void step_copyOfTheKeysCannotBeWritten_destroysNothing() {
        RotationRun.Destruction unwritable =
                new RotationRun.Destruction() {
                    @Override
                    public void copyKeys() {
                        throw Fault.of(FaultCode.STORE_UNAVAILABLE, "full").asException();
                    }

                    @Override
                    public void scrub() {}
                };
        KeyRotation asked = promoted();
        step();
        now = now.plus(LIMITS.settle());
        run(unwritable).step(TENANT, () -> true);

        assertThat(state(asked)).isEqualTo(KeyRotation.State.REWRAPPING);
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void request_whileOneIsUnderWay_isAConflict() {
        KeyRotation _ = rotations.request(Actor.operator(TENANT));

        assertThatThrownBy(() -> rotations.request(Actor.operator(TENANT)))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("rotated already");
        assertThat(rotations.page(TENANT, PageRequest.first()).items()).hasSize(1);
    }

    @Test
    void I1_request_ofAnotherTenant_leavesThisOnesAlone() {
        TenantId other = database.newTenant("Distel");
        KeyRotation _ = rotations.request(Actor.operator(other));
        step();

        assertThat(rotations.page(TENANT, PageRequest.first()).items()).isEmpty();
        assertThat(versions()).isEqualTo(1);
    }

    /**
     * T1: while a key is rotated, an entry takes the same words under the new version, no others.
     */
    @Test
    void T1_auditLogDuringARotation_takesNothingButNewSeals() {
        String attack = "UPDATE audit_logs SET changes_sealed = '\\x01deadbeef00'";
        refused(attack);
        KeyRotation _ = promoted();

        refused(attack);
        refused("UPDATE audit_logs SET changes_sealed = NULL");
        refused("UPDATE audit_logs SET action = 'nothing'");
        refused("UPDATE audit_leaves SET leaf_hash = sha256('x')");
        refused("UPDATE audit_leaves SET nonce_sealed = NULL");
    }

    @Test
    void afterRestore_anOlderVersionCameBack_isRotatedAway() throws Exception {
        byte[] earlier = wrapped();
        UUID restored = plantProvider(database.keyring());
        byte[] sealedThen = sealedOf(restored);
        KeyRotation _ = promoted();
        step();
        now = now.plus(LIMITS.settle());
        step();
        asOwner("UPDATE tenant_keys SET wrapped = '\\x%s' WHERE purpose = 'SEAL'", earlier);
        asOwner(
                "UPDATE provider_keys SET key_sealed = '\\x%s' WHERE id = '" + restored + "'",
                sealedThen);

        Keyring back = anotherProcess();
        assertThat(opened(back, restored)).isEqualTo(KEY);
        assertThat(
                        new KeyRotations(database.tenancy(), audit, () -> now)
                                .afterRestore(TENANT, back))
                .isTrue();
        assertThat(rotations.page(TENANT, PageRequest.first()).items().getFirst().reason())
                .isEqualTo(KeyRotation.Reason.RESTORED);
    }

    private static Sealed sealed(boolean whole) {
        return new Sealed() {
            @Override
            public String name() {
                return "archives";
            }

            @Override
            public Moved sealAnew(TenantId tenant, BooleanSupplier goOn) {
                return new Moved(0, 0, whole);
            }
        };
    }

    private void refused(String attack) {
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attack))
                    .hasMessageMatching("(?s).*(append-only|not-null).*");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        assertThatThrownBy(
                        () -> database.tenancy().within(TENANT, handle -> handle.execute(attack)))
                .isInstanceOf(DatabaseUnavailable.class);
    }

    private void asOwner(String sql, byte[] value) throws SQLException {
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql.formatted(java.util.HexFormat.of().formatHex(value)));
        }
    }

    private byte[] wrapped() {
        return new TenantKeyStore(database.tenancy())
                .find(TENANT, dev.avow.sealing.WrappedKeyStore.Purpose.SEAL)
                .orElseThrow();
    }

    private int versions() {
        return anotherProcess().of(TENANT).versions();
    }

    /** Values that the first version of the tenant's key sealed, wherever they are. */
    private int old() {
        int count = 0;
        for (SealedColumn column : SealedColumn.ALL) {
            count +=
                    database.tenancy()
                            .within(
                                    TENANT,
                                    handle ->
                                            handle.createQuery(
                                                            "SELECT count(*) FROM %s WHERE substring(%s FROM 1 FOR 5) = :first"
                                                                    .formatted(
                                                                            column.table(),
                                                                            column.column()))
                                                    .bind("first", first)
                                                    .mapTo(Integer.class)
                                                    .one());
        }
        return count;
    }

    private UUID plantProvider(Keyring by) {
        UUID id = Ids.next();
        byte[] sealed = by.of(TENANT).seal(KEY, providerPlace(id));
        database.tenancy()
                .within(
                        TENANT,
                        handle ->
                                handle.createUpdate(
                                                """
                                                INSERT INTO provider_keys (tenant_id, id, name, kind, base_url,
                                                    key_sealed, created_at)
                                                VALUES (:tenant, :id, :name, 'openai', 'http://127.0.0.1:9/v1',
                                                    :sealed, now())
                                                """)
                                        .bind("tenant", TENANT.value())
                                        .bind("id", id)
                                        .bind("name", "p" + providers.size())
                                        .bind("sealed", sealed)
                                        .execute());
        providers.add(id);
        return id;
    }

    private byte[] sealedOf(UUID provider) {
        return database.tenancy()
                .within(
                        TENANT,
                        handle ->
                                handle.createQuery(
                                                "SELECT key_sealed FROM provider_keys WHERE id ="
                                                        + " :id")
                                        .bind("id", provider)
                                        .mapTo(byte[].class)
                                        .one());
    }

    private String opened(Keyring by, UUID provider) throws SealingException {
        return by.of(TENANT)
                .plaintextOf(sealedOf(provider), providerPlace(provider), UnsealAccess.granted());
    }

    private static Place providerPlace(UUID id) {
        return new Place(TENANT, "provider_keys", "key_sealed", id);
    }

    private static Place about() {
        return new Place(TENANT, "consents", "note_sealed", ANNA);
    }

    private byte[] sealedAboutAnna() {
        return database.keyring().subjects().seal(TENANT, ANNA, "a note", about()).orElseThrow();
    }

    private List<String> actions() {
        return new AuditLogReader(database.tenancy(), anotherProcess())
                .page(TENANT, PageRequest.first()).items().stream()
                        .map(AuditRecord::action)
                        .toList();
    }

    /** The log as an auditor sees it, every sealed value opened. */
    private void proves() throws Exception {
        Keyring keyring = anotherProcess();
        StringBuilder all = new StringBuilder();
        new AuditExport(
                        database.tenancy(),
                        keyring,
                        new Checkpoints(database.tenancy(), keyring, new FileWitness(folder)),
                        () -> now)
                .write(TENANT, bytes -> all.append(new String(bytes, StandardCharsets.UTF_8)));
        List<String> lines = all.toString().lines().toList();
        AuditCheck check = AuditCheck.begin(lines.getFirst(), null, null);
        for (String line : lines.subList(1, lines.size())) {
            check.line(line);
        }
        assertThat(check.end().opened()).isEqualTo(7);
    }
}
