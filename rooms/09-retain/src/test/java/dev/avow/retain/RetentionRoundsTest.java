package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.avow.words.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R2: all tenants' archives move on together, a group of each in turn, and none keeps another
 * waiting.
 */
class RetentionRoundsTest extends RetentionSite {

    private static final Instant OLD = NOW.minus(Duration.ofDays(50));
    private static final Schedule SCHEDULE =
            new Schedule(Profile.GOVERNANCE, Map.of(), Optional.of(Duration.ofDays(30)));

    @TempDir Path folder;

    private final List<String> told = new ArrayList<>();
    private final List<TenantId> last = new ArrayList<>();
    private String unusable = "none";

    /** Tells which tenant's object was written, or that one cannot be. */
    private final class ToldStore implements ObjectStore {

        private final ObjectStore real = new FolderObjects(folder);

        @Override
        public void put(String name, byte[] content) {
            if (name.contains(unusable)) {
                throw new IllegalStateException("unusable");
            }
            told.add(name.split("/", -1)[2]);
            real.put(name, content);
        }

        @Override
        public Optional<byte[]> get(String name) {
            return real.get(name);
        }

        @Override
        public void delete(String name) {
            real.delete(name);
        }
    }

    private void run(List<TenantId> tenants, BooleanSupplier begins) {
        InstantSource clock = InstantSource.fixed(NOW);
        Archives archives =
                new Archives(
                        database.tenancy(),
                        database.keyring(),
                        new ToldStore(),
                        SCHEDULE,
                        clock,
                        1);
        new RetentionRounds(
                        new RetentionRun(
                                database.tenancy(),
                                new Expiry(database.tenancy(), SCHEDULE, clock, 10),
                                Optional.of(archives),
                                (tenant, _) -> last.add(tenant),
                                clock),
                        new TenantLanes(1))
                .each(
                        tenants,
                        begins,
                        () -> true,
                        new RetentionRounds.Listener() {
                            @Override
                            public void failed(TenantId tenant, RuntimeException why) {
                                told.add("failed " + tenant);
                            }

                            @Override
                            public void ended(TenantId tenant) {
                                told.add("ended " + tenant);
                            }
                        });
    }

    private List<TenantId> twoTenantsOfTwoGroups() {
        List<TenantId> tenants = List.of(TenantId.DEFAULT, database.newTenant("Distel"));
        for (TenantId tenant : tenants) {
            UUID _ = new Table(database, tenant).add(OLD, null);
            UUID _ = new Table(database, tenant).add(OLD.plus(Duration.ofDays(7)), null);
        }
        return tenants;
    }

    @Test
    void r2_twoTenants_moveAGroupInTurn() {
        List<TenantId> tenants = twoTenantsOfTwoGroups();
        String one = tenants.getFirst().toString();
        String other = tenants.getLast().toString();

        run(tenants, () -> true);

        assertThat(told).containsExactly(one, other, one, "ended " + one, other, "ended " + other);
        assertThat(table.left()).isEmpty();
    }

    @Test
    void r2_oneTenantsFails_theOthersGoesOn() {
        List<TenantId> tenants = twoTenantsOfTwoGroups();
        String one = tenants.getFirst().toString();
        String other = tenants.getLast().toString();
        unusable = one;

        run(tenants, () -> true);

        assertThat(told)
                .containsExactly("failed " + one, "ended " + one, other, other, "ended " + other);
        assertThat(table.left()).hasSize(2);
        assertThat(last).as("keys of days that are over wait for no archive").isEqualTo(tenants);
    }

    @Test
    void r1_stepThatFails_keepsNoOtherBack() {
        List<String> done = new ArrayList<>();
        RetentionStep failing =
                (_, _) -> {
                    throw new IllegalStateException("broken");
                };

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        failing.then((_, _) -> done.add("next"))
                                .then(failing)
                                .then((_, _) -> done.add("last"))
                                .run(TenantId.DEFAULT, () -> true))
                .withMessage("broken");
        assertThat(done).containsExactly("next", "last");
    }

    /** What was moved by then is told, so that the audit log has it. */
    @Test
    void r2_endedWithinARound_eachTenantThatBeganIsTold() {
        List<TenantId> tenants = twoTenantsOfTwoGroups();

        run(tenants, () -> told.size() < 2);

        assertThat(told.subList(2, told.size()))
                .containsExactlyInAnyOrder(
                        "ended " + tenants.getFirst(), "ended " + tenants.getLast());
        assertThat(table.left()).hasSize(1);
    }
}
