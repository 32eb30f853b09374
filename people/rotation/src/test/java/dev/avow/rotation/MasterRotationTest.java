package dev.avow.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.prove.AuditLogReader;
import dev.avow.prove.StoredAuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.tenancy.NodesHere;
import dev.avow.tenancy.RolePasswords;
import dev.avow.tenancy.TenantKeyStore;
import dev.avow.testing.TestDatabase;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I7: the master key is rotated by one process after another, and nothing is lost on the way. */
final class MasterRotationTest {

    private static final RotationLimits LIMITS = new RotationLimits(Duration.ofMinutes(10), 2);

    @TempDir private Path folder = Path.of("unused");

    private final TestDatabase database = TestDatabase.fresh();
    private final TenantId other = database.newTenant("other");
    private Path file = Path.of("unused");
    private Instant now = Instant.now();
    private byte[] verifier = {};

    @BeforeEach
    void plant() {
        file = folder.resolve("master.json");
        verifier = keyring().of(other).signingPublicKey();
        byte[] _ = keyring().of(TenantId.DEFAULT).signingPublicKey();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private MasterKey master() {
        return MasterKey.readOrCreate(file);
    }

    private Keyring keyring() {
        return keyring(master());
    }

    private Keyring keyring(MasterKey master) {
        return new Keyring(
                master,
                new TenantKeyStore(database.tenancy()),
                new SubjectKeyFiles(folder.resolve("keys")));
    }

    private void request() {
        new MasterRotationFile(file)
                .request(
                        new MasterRotationFile.Wish(
                                Ids.next(), master().versions().getFirst(), now));
    }

    /** A step by a process that has just been started, and dies after it. */
    private void step() {
        step(RotationRun.Destruction.NONE);
    }

    private void step(RotationRun.Destruction destruction) {
        step(master(), destruction, List.of());
    }

    /**
     * @param mute tenants whose log refuses entries
     */
    private void step(MasterKey master, RotationRun.Destruction destruction, List<TenantId> mute) {
        Keyring keyring = keyring(master);
        StoredAuditLog audit = new StoredAuditLog(database.tenancy(), keyring, () -> now, false);
        try (MasterRotation rotation =
                new MasterRotation(
                        database.tenancy(),
                        master,
                        keyring,
                        new MasterRotationFile(file),
                        new NothingDerived(),
                        destruction,
                        new PartlyMute(audit, mute),
                        LIMITS,
                        () -> now)) {
            rotation.tell();
            rotation.step(() -> true);
        }
        assertThat(keyring().of(other).signingPublicKey()).isEqualTo(verifier);
    }

    private static final class NothingDerived implements Sealed {
        @Override
        public String name() {
            return "nothing";
        }

        @Override
        public Moved sealAnew(TenantId tenant, BooleanSupplier goOn) {
            return new Moved(0, 0, true);
        }
    }

    private boolean underWay() {
        return new MasterRotationFile(file).read().isPresent();
    }

    /** Up to where the new version wraps, and everything was moved to it. */
    private void moved() {
        request();
        step();
        now = now.plus(LIMITS.announcing()).plusSeconds(5);
        step();
        step();
        now = now.plus(LIMITS.settle());
    }

    @Test
    void I7_aProcessForEachStep_endsWithTheNewKeyAloneAndItsEntry() {
        String before = master().versions().getFirst();
        request();
        step();
        assertThat(master().versions()).hasSize(2).first().isEqualTo(before);
        step();
        assertThat(master().versions().getFirst())
                .as("not before it was announced")
                .isEqualTo(before);
        now = now.plus(LIMITS.announcing()).plusSeconds(5);
        step();
        assertThat(master().versions()).hasSize(2).last().isEqualTo(before);
        step();
        assertThat(keyring().rewrapping().look(other).newest()).isEqualTo(3);
        step();
        assertThat(master().versions()).as("not before it settled").hasSize(2);
        now = now.plus(LIMITS.settle()).plusSeconds(5);
        step();

        assertThat(master().versions()).hasSize(1).doesNotContain(before);
        assertThat(underWay()).isFalse();
        assertThat(completed(other)).isOne();
    }

    private long completed(TenantId tenant) {
        return new AuditLogReader(database.tenancy(), keyring())
                .page(tenant, PageRequest.first()).items().stream()
                        .filter(entry -> entry.action().equals("master_key_rotation_completed"))
                        .count();
    }

    @Test
    void I7_processThatDidNotLook_looksAgainWhereItsPasswordsAreRefused() {
        MasterKey stale = master();
        RolePasswords passwords = RolePasswords.derived(stale, "r");
        List<String> before = passwords.plaintext();
        moved();
        step();

        assertThat(passwords.plaintext()).isEqualTo(before);
        assertThat(passwords.lookAgain()).isTrue();
        assertThat(passwords.plaintext())
                .hasSize(1)
                .isEqualTo(RolePasswords.derived(master(), "r").plaintext())
                .isNotEqualTo(before);
        assertThat(passwords.lookAgain()).isFalse();
    }

    @Test
    void I7_killedAmongTheEntriesOfItsEnd_entersEachOnce() {
        moved();
        assertThatThrownBy(() -> step(master(), RotationRun.Destruction.NONE, List.of(other)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(master().versions()).hasSize(2);

        step();

        assertThat(master().versions()).hasSize(1);
        assertThat(completed(TenantId.DEFAULT)).isOne();
        assertThat(completed(other)).isOne();
    }

    private record PartlyMute(AuditLog log, List<TenantId> mute) implements AuditLog {
        @Override
        public void append(Handle transaction, Actor actor, AuditEntry entry) {
            if (mute.contains(actor.tenant())) {
                throw new IllegalStateException("killed");
            }
            log.append(transaction, actor, entry);
        }

        @Override
        public void append(Actor actor, AuditEntry entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void appendRefused(Actor actor, AuditEntry entry) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void I7_anotherNodePromotedJustBefore_addsNoThirdVersion() {
        request();
        step();
        MasterKey stale = master();
        now = now.plus(LIMITS.announcing()).plusSeconds(5);
        step();

        step(stale, RotationRun.Destruction.NONE, List.of());

        assertThat(master().versions()).hasSize(2);
    }

    @Test
    void I7_killedBetweenTheDestructionAndItsEnd_doesNotBeginAnew() {
        moved();
        assertThatThrownBy(() -> step(new Dying())).isInstanceOf(IllegalStateException.class);
        assertThat(master().versions()).hasSize(1);
        assertThat(underWay()).isTrue();
        String after = master().versions().getFirst();

        step();
        step();

        assertThat(underWay()).isFalse();
        assertThat(master().versions()).containsExactly(after);
    }

    private static final class Dying implements RotationRun.Destruction {
        @Override
        public void copyKeys() {}

        @Override
        public void scrub() {
            throw new IllegalStateException("killed");
        }
    }

    @Test
    void I7_aKeyThatDoesNotOpen_keepsTheOldVersion() throws Exception {
        moved();
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "UPDATE tenant_keys SET wrapped = '\\x00' WHERE purpose = 'FINGERPRINT'"
                            + " AND tenant_id = '"
                            + UUID.fromString(TenantId.DEFAULT.toString())
                            + "'");
        }

        step();

        assertThat(master().versions()).hasSize(2);
        assertThat(underWay()).isTrue();
        assertThat(keyring().rewrapping().look(TenantId.DEFAULT).unreadable())
                .containsExactly("FINGERPRINT, wrapped under unknown");
    }

    @Test
    void I7_nodeThatReadsAnotherFile_isWaitedForBeforeTheNewVersionWraps() {
        try (NodesHere apart = new NodesHere(database.tenancy())) {
            apart.tell(master().versions());
            request();
            step();
            List<String> announced = master().versions();
            now = now.plus(LIMITS.announcing()).plusSeconds(5);
            step();
            assertThat(master().versions()).isEqualTo(announced);

            apart.tell(announced);
            apart.tell(announced);
            step();
            assertThat(master().versions()).hasSize(2).isNotEqualTo(announced);
        }
    }

    @Test
    void I7_askedTwice_isRefused() throws Exception {
        request();
        assertThatThrownBy(this::request)
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("./avow key master");
        assertThat(Files.exists(folder.resolve("master.json.rotation"))).isTrue();
    }
}
