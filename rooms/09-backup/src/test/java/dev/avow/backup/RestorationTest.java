package dev.avow.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.Reload;
import dev.avow.tenancy.SpareDatabase;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.FaultException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** R4: what a backup holds comes back whole, also from an earlier version. */
final class RestorationTest extends AtSite {

    @Test
    void load_wholeBackup_bringsEveryRowBack() {
        site.newPerson(EMAIL, 700);
        site.newUses(null, 900);
        var before = Site.rows(site.database.access());

        BackupMaker.Made made = site.backup();

        assertThat(made.manifest().tables())
                .extracting(Manifest.Part::name)
                .containsExactlyInAnyOrderElementsOf(before.keySet());
        try (SpareDatabase spare = site.spare()) {
            List<Restoration.Table> loaded = Restoration.load(site.open(made), spare.access());
            assertThat(Site.rows(spare.access())).isEqualTo(before);
            assertThat(loaded).allMatch(each -> each.erased() == 0 && each.orphans() == 0);
            Tenancy.open(spare.access()).close();
        }
        assertThat(BackupCheck.read(site.open(made))).isZero();
        assertThat(BackupCheck.restore(site.open(made), site.database.access())).isNotEmpty();
    }

    /** R1: they go with their weeks, as they would have. */
    @Test
    void load_usesOfThePast_lieInTheirWeeks() {
        UUID _ = site.newPerson(EMAIL, 3);
        owner(site.database.access())
                .useHandle(handle ->
                        handle.execute(
                                "UPDATE interactions SET occurred_at = now() - interval '100"
                                        + " days'"));
        BackupMaker.Made made = site.backup();

        try (SpareDatabase spare = site.spare()) {
            Restoration.load(site.open(made), spare.access());

            List<Boolean> inAWeek =
                    owner(spare.access())
                            .withHandle(handle ->
                                    handle.createQuery(
                                                    """
                                                    SELECT p.high - p.low = interval '7 days'
                                                    FROM interactions i
                                                    JOIN interaction_parts() p ON p.part = i.tableoid
                                                    """)
                                            .mapTo(Boolean.class)
                                            .list());
            assertThat(inAWeek).containsExactly(true, true, true);
        }
    }

    private static Jdbi owner(DatabaseAccess access) {
        return Jdbi.create(access.url(), access.owner(), access.plaintextOwnerPassword());
    }

    @Test
    void takeThePlace_restored_swapsAtOnceAndKeepsTheFormer() {
        site.newPerson(EMAIL, 3);
        BackupMaker.Made made = site.backup();
        site.newUses(null, 5);
        site.database.tenancy().close();
        try (SpareDatabase spare = site.spare()) {
            Restoration.load(site.open(made), spare.access());
            long oid = spare.oid();
            spare.takeThePlace();
            assertThat(SpareDatabase.oid(site.database.access())).isEqualTo(oid);
        }
        assertThat(Site.rows(site.database.access()).get("interactions")).hasSize(3);
        SpareDatabase.dropFormer(site.database.access());
        SpareDatabase.dropFormer(site.database.access());
    }

    @Test
    void load_earlierVersionsBackup_isBroughtToThePresent() {
        BackupMaker.Made made;
        try (SpareDatabase old = site.spare()) {
            Reload.into(old.access(), "8").close();
            made =
                    new BackupMaker(
                                    old.access(),
                                    site.database.masterKey(),
                                    site.subjects,
                                    Clock.systemUTC())
                            .make(site.place, Map.of());
            assertThat(made.manifest().schemaVersion()).isEqualTo("8");
        }
        try (SpareDatabase spare = site.spare()) {
            Restoration.load(site.open(made), spare.access());
            Tenancy.open(spare.access()).close();
            assertThat(Site.rows(spare.access())).containsKey("legal_holds");
        }
    }

    @Test
    void load_newerVersionsBackup_isRefused() {
        try (SpareDatabase spare = site.spare()) {
            assertThatThrownBy(() -> Reload.into(spare.access(), "999"))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("999");
        }
    }
}
