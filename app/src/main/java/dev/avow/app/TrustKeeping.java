package dev.avow.app;

import dev.avow.api.BatchRules;
import dev.avow.backup.Backups;
import dev.avow.backup.Checked;
import dev.avow.backup.Replay;
import dev.avow.control.BackupRoutes;
import dev.avow.prove.StoredAuditLog;
import dev.avow.record.Aside;
import dev.avow.record.Interaction;
import dev.avow.retain.Archives;
import dev.avow.retain.EndedPeriods;
import dev.avow.retain.Kept;
import dev.avow.retain.LegalHold;
import dev.avow.retain.RunCounts;
import dev.avow.retain.Schedule;
import dev.avow.retain.Term;
import dev.avow.rights.Erasures;
import dev.avow.sealing.TenantKeys;
import dev.avow.settings.Settings;
import dev.avow.trust.Control;
import dev.avow.trust.Proof;
import dev.avow.trust.Sentence;
import dev.avow.trust.Sentence.Phrase;
import dev.avow.trust.Sentence.State;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the public page says of rooms 08 and 09: what is recorded, and how long it is kept. */
final class TrustKeeping {

    private static final String RETENTION = "docs/retention.md";
    private static final String BACKUPS = "docs/backups.md";

    /** What a fact of an interaction would be called that held text. */
    private static final Set<String> TEXT = Set.of("prompt", "response", "answer", "text");

    private final Settings settings;
    private final Storage storage;
    private final Schedule schedule;
    private final Rights rights;
    private final BackupJob job;
    private final Clock clock;

    TrustKeeping(
            Settings settings,
            Storage storage,
            Schedule schedule,
            Rights rights,
            BackupJob job,
            Clock clock) {
        this.settings = settings;
        this.storage = storage;
        this.schedule = schedule;
        this.rights = rights;
        this.job = job;
        this.clock = clock;
    }

    List<Sentence> recorded() {
        List<String> facts =
                Stream.of(Interaction.class, Aside.class)
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .filter(each -> !each.getType().equals(Aside.class))
                        .map(RecordComponent::getName)
                        .map(TrustKeeping::snake)
                        .toList();
        int batches = settings.attachments().batchRetentionDays();
        boolean shortened = Set.of("EU", "UK").contains(settings.region());
        return List.of(
                new Sentence(
                                "recorded.fields",
                                State.FACT,
                                Control.of(Interaction.class, "B5", "docs/data-catalogue.md"))
                        .with("count", facts.size())
                        .detailed(facts),
                new Sentence(
                        "recorded.no_text",
                        State.of(facts.stream().noneMatch(TEXT::contains)),
                        Control.of(TenantKeys.class, "B6", "docs/data-catalogue.md")),
                new Sentence(
                                batches == 0 ? "recorded.batches.off" : "recorded.batches.on",
                                State.FACT,
                                Control.of(
                                        BatchRules.class,
                                        "B6",
                                        "docs/routes.md",
                                        "AVOW_BATCH_RETENTION"))
                        .with("days", batches),
                new Sentence(
                        shortened ? "recorded.addresses.short" : "recorded.addresses.full",
                        State.of(shortened),
                        Control.of(StoredAuditLog.class, "T1", "docs/audit.md", "AVOW_REGION")));
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    List<Sentence> kept() {
        Optional<Instant> run =
                storage.tenancy()
                        .within(TenantId.DEFAULT, RunCounts::last)
                        .flatMap(last -> Optional.ofNullable(last.endedAt()));
        List<Sentence> all = new ArrayList<>();
        for (Kept each : Kept.values()) {
            switch (each) {
                case BACKUPS -> {} // a part of their own
                case ACCOUNT -> all.add(account());
                case CONVERSATION_TEXT -> all.add(text().proved(Proof.run("retention", run)));
                default -> {
                    if (each.isEnforced()) {
                        all.add(value(each).proved(Proof.run("retention", run)));
                    } else if (!(schedule.term(each) instanceof Term.Unsaid)) {
                        all.add(unstored(each));
                    }
                }
            }
        }
        all.add(archive().proved(Proof.run("retention", run)));
        all.add(
                new Sentence("kept.days", State.ON, Control.of(EndedPeriods.class, "R1", RETENTION))
                        .proved(Proof.run("retention", run)));
        all.add(new Sentence("kept.holds", State.ON, Control.of(LegalHold.class, "R5", RETENTION)));
        return all;
    }

    private Sentence value(Kept kept) {
        List<String> named =
                kept == Kept.AUDIT_LOG
                        ? List.of("AVOW_PROFILE", "AVOW_AUDIT_LOG_RETENTION")
                        : List.of("AVOW_PROFILE", "AVOW_INTERACTION_RETENTION");
        return new Sentence(
                        "kept.value",
                        State.FACT,
                        new Control(Schedule.class, "R1", RETENTION, named))
                .with("what", new Phrase("kept." + kept.id()))
                .with("term", phrase(schedule.term(kept)))
                .with("source", source(schedule.isSet(kept)));
    }

    /** Of conversations there is what restores the answers of batches and files, and no more. */
    private Sentence text() {
        int batches = settings.attachments().batchRetentionDays();
        return new Sentence(
                        batches == 0 ? "kept.text.none" : "kept.text.some",
                        State.FACT,
                        Control.of(
                                BatchRules.class,
                                "R1",
                                RETENTION,
                                "AVOW_PROFILE",
                                "AVOW_BATCH_RETENTION"))
                .with("what", new Phrase("kept." + Kept.CONVERSATION_TEXT.id()))
                .with("days", BatchRules.of(0, 0, batches).kept().toDays())
                .with("source", source(schedule.isSet(Kept.CONVERSATION_TEXT)));
    }

    private Phrase source(boolean set) {
        return set
                ? new Phrase("kept.source.setting")
                : new Phrase("kept.source.profile", Map.of("profile", schedule.profile().id()));
    }

    private Sentence unstored(Kept kept) {
        return new Sentence(
                        "kept.no_store",
                        State.FACT,
                        Control.of(Schedule.class, "R1", RETENTION, "AVOW_PROFILE"))
                .with("what", new Phrase("kept." + kept.id()))
                .with("term", phrase(schedule.term(kept)));
    }

    /** Accounts go by erasure, not by age. */
    private Sentence account() {
        long recovery = settings.rights().accountRecovery().toDays();
        return new Sentence(
                        recovery == 0 ? "kept.account.now" : "kept.account.later",
                        State.FACT,
                        Control.of(
                                Erasures.class,
                                "P3",
                                "docs/rights.md",
                                "AVOW_PROFILE",
                                "AVOW_ACCOUNT_RECOVERY_DAYS"))
                .with("recovery", recovery)
                .with("days", Erasures.DUE.toDays())
                .with("source", source(schedule.isSet(Kept.ACCOUNT)))
                .proved(TrustRights.erased(rights, clock.instant()));
    }

    private static Phrase phrase(Term term) {
        return switch (term) {
            case Term.Days(int days) -> new Phrase("term.days", Map.of("days", days));
            case Term.After(String event, int days) ->
                    days == 0
                            ? new Phrase("term.at", Map.of("event", new Phrase("event." + event)))
                            : new Phrase(
                                    "term.after",
                                    Map.of("event", new Phrase("event." + event), "days", days));
            case Term.Idle(int days) -> new Phrase("term.idle", Map.of("days", days));
            case Term.TenantDecides(int days) -> new Phrase("term.decides", Map.of("days", days));
            case Term.WithAccount _ -> new Phrase("term.account");
            case Term.NeverStored _ -> new Phrase("term.never");
            case Term.OptIn _ -> new Phrase("term.opt_in");
            case Term.Unsaid _ -> new Phrase("term.no_limit");
        };
    }

    private Sentence archive() {
        Control control =
                Control.of(
                        Archives.class,
                        "R2",
                        RETENTION,
                        "AVOW_INTERACTION_ARCHIVE_ENABLED",
                        "AVOW_INTERACTION_ARCHIVE_AFTER_DAYS");
        return schedule.archiveAfter()
                .map(after ->
                        new Sentence("kept.archive.on", State.FACT, control)
                                .with("days", after.toDays()))
                .orElse(new Sentence("kept.archive.off", State.FACT, control));
    }

    List<Sentence> backups() {
        List<Sentence> all = new ArrayList<>();
        Control control =
                Control.of(
                        Backups.class,
                        "R4",
                        BACKUPS,
                        "AVOW_BACKUP_ENABLED",
                        "AVOW_BACKUP_EVERY",
                        "AVOW_BACKUP_RETENTION");
        try {
            List<Backups.Entry> made = job.recent();
            all.add(
                    making(control)
                            .proved(
                                    Proof.run(
                                            "backup",
                                            made.stream()
                                                    .findFirst()
                                                    .map(each -> each.manifest().takenAt()))));
            if (settings.backups().enabled()) {
                all.add(trial(made));
            }
        } catch (FaultException unreadable) {
            all.add(making(control));
            all.add(new Sentence("backups.unreadable", State.OFF, control));
        }
        job.lastFailure()
                .map(BackupRoutes.Failure::at)
                .ifPresent(at ->
                        all.add(
                                new Sentence("backups.failing", State.OFF, control)
                                        .proved(Proof.run("failed", Optional.of(at)))));
        all.add(
                new Sentence(
                        "backups.erasures", State.ON, Control.of(Replay.class, "P3", BACKUPS)));
        return all;
    }

    private Sentence making(Control control) {
        return settings.backups().enabled()
                ? new Sentence("backups.on", State.ON, control)
                        .with("hours", settings.backups().every().toHours())
                        .with("days", settings.backups().retention().toDays())
                        .with(
                                "where",
                                new Phrase(
                                        "backups.where."
                                                + TrustPlaces.kind(settings.backups().location())))
                : new Sentence("backups.off", State.OFF, control);
    }

    private static Sentence trial(List<Backups.Entry> made) {
        Optional<Instant> last =
                made.stream()
                        .flatMap(each -> each.checked().stream())
                        .filter(Checked::restored)
                        .map(Checked::at)
                        .max(Instant::compareTo);
        return new Sentence(
                        "backups.trial",
                        State.ON,
                        Control.of(BackupJob.class, "R4", BACKUPS, "AVOW_BACKUP_ENABLED"))
                .proved(Proof.run("trial", last));
    }
}
