package dev.avow.app;

import dev.avow.intake.IntakeSweep;
import dev.avow.mail.OutboxEnds;
import dev.avow.prove.AuditClosing;
import dev.avow.prove.AuditLog;
import dev.avow.prove.Checkpoints;
import dev.avow.record.UnreadableFiles;
import dev.avow.retain.Archives;
import dev.avow.retain.EndedPeriods;
import dev.avow.retain.Expiry;
import dev.avow.retain.Kept;
import dev.avow.retain.Preview;
import dev.avow.retain.Profile;
import dev.avow.retain.RetentionRounds;
import dev.avow.retain.RetentionRun;
import dev.avow.retain.RowRate;
import dev.avow.retain.Schedule;
import dev.avow.retain.Sweep;
import dev.avow.retain.TenantLanes;
import dev.avow.retain.Term;
import dev.avow.retain.UnreadableExpiry;
import dev.avow.retain.Weeks;
import dev.avow.retention.RetentionJob;
import dev.avow.retention.SettingsHistory;
import dev.avow.settings.BadSetting;
import dev.avow.settings.Settings;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Room 09, furnished: how long things are kept here, and what sees to it. */
record Retaining(
        Schedule schedule,
        SettingsHistory history,
        Preview preview,
        Optional<Archives> archives,
        RetentionJob job) {

    /**
     * By settings.
     *
     * @param unreadable what could not be read of this node's journal
     * @param afterwards called after each run; returns at once
     */
    static Retaining of(
            Settings settings,
            Storage storage,
            AuditLog audit,
            Checkpoints checkpoints,
            UnreadableFiles unreadable,
            Runnable afterwards) {
        Clock clock = Clock.systemUTC();
        Schedule schedule = schedule(settings);
        SettingsHistory history =
                new SettingsHistory(storage.tenancy(), storage.keyring(), audit, clock);
        InForce.note(history, storage.tenancy(), InForce.values(settings, schedule));
        Expiry expiry =
                new Expiry(storage.tenancy(), schedule, clock, settings.retention().batchRows());
        Optional<Archives> archives =
                settings.retention()
                        .archiveLocation()
                        .map(location ->
                                new Archives(
                                        storage.tenancy(),
                                        storage.keyring(),
                                        Places.archive(location, settings.objectStore()),
                                        schedule,
                                        clock,
                                        settings.retention().batchRows(),
                                        RowRate.of(settings.retention().archiveRowsPerSecond())));
        UnreadableExpiry expiryOfUnreadable =
                new UnreadableExpiry(unreadable, storage.tenancy(), schedule, clock);
        return new Retaining(
                schedule,
                history,
                new Preview(storage.tenancy(), schedule, clock),
                archives,
                new RetentionJob(
                        storage.tenancy(),
                        new Weeks(storage.tenancy()),
                        new Sweep(storage.tenancy(), schedule, clock),
                        new RetentionRounds(
                                new RetentionRun(
                                        storage.tenancy(),
                                        expiry,
                                        archives,
                                        new AuditClosing(
                                                        storage.tenancy(),
                                                        storage.keyring(),
                                                        checkpoints,
                                                        schedule,
                                                        clock,
                                                        settings.retention().batchRows())
                                                .then(
                                                        new IntakeSweep(
                                                                storage.tenancy(), audit, clock))
                                                .then(
                                                        new OutboxEnds(
                                                                        storage.tenancy(),
                                                                        audit,
                                                                        clock)
                                                                ::run)
                                                .then(
                                                        new EndedPeriods(
                                                                storage.tenancy(),
                                                                storage.keyring(),
                                                                clock)),
                                        clock),
                                new TenantLanes(settings.retention().tenantsAtOnce())),
                        audit,
                        clock,
                        settings.retention().every(),
                        () -> {
                            expiryOfUnreadable.run();
                            afterwards.run();
                        }));
    }

    /** A setting wins over what the profile says. */
    static Schedule schedule(Settings settings) {
        Map<Kept, Term> terms = new EnumMap<>(Kept.class);
        settings.retention()
                .interactions()
                .ifPresent(days -> terms.put(Kept.INTERACTIONS, new Term.Days(days)));
        settings.retention()
                .auditLog()
                .ifPresent(days -> terms.put(Kept.AUDIT_LOG, new Term.Days(days)));
        settings.retention()
                .backups()
                .ifPresent(days -> terms.put(Kept.BACKUPS, new Term.Days(days)));
        Set<Kept> set = EnumSet.noneOf(Kept.class);
        set.addAll(terms.keySet());
        if (settings.attachments().isBatchRetentionSet()) {
            set.add(Kept.CONVERSATION_TEXT);
        }
        if (settings.rights().isAccountRecoverySet()) {
            set.add(Kept.ACCOUNT);
        }
        if (settings.backups().enabled()) {
            int days = (int) settings.backups().retention().toDays();
            terms.put(Kept.BACKUPS, new Term.Days(days)); // also where the profile does not say
        }
        int batches = settings.attachments().batchRetentionDays();
        terms.put(
                Kept.CONVERSATION_TEXT,
                batches == 0 ? new Term.NeverStored() : new Term.Days(batches));
        terms.put(
                Kept.ACCOUNT,
                new Term.After("closure", (int) settings.rights().accountRecovery().toDays()));
        Schedule schedule =
                new Schedule(
                        Profile.of(settings.profile()).orElseThrow(),
                        terms,
                        set,
                        settings.retention()
                                .archiveLocation()
                                .map(_ -> settings.retention().archiveAfter()));
        boolean never =
                schedule.archiveAfter().isPresent()
                        && schedule.term(Kept.INTERACTIONS)
                                .life()
                                .filter(life -> life.compareTo(schedule.archiveAfter().get()) <= 0)
                                .isPresent();
        if (never) {
            throw new BadSetting(
                    "AVOW_INTERACTION_ARCHIVE_AFTER_DAYS must be less than the days that"
                            + " interactions are kept (AVOW_INTERACTION_RETENTION), or nothing"
                            + " would ever be archived");
        }
        return schedule;
    }
}
