package dev.avow.app;

import dev.avow.control.RightsRoutes;
import dev.avow.intake.Intake;
import dev.avow.prove.BrokenLog;
import dev.avow.prove.Checkpoints;
import dev.avow.prove.Cosigning;
import dev.avow.prove.StoredAuditLog;
import dev.avow.requests.PrivacyRequests;
import dev.avow.requests.Reminders;
import dev.avow.rights.Erasures;
import dev.avow.settings.ControllerSettings;
import dev.avow.settings.Settings;
import dev.avow.trust.Control;
import dev.avow.trust.Proof;
import dev.avow.trust.Sentence;
import dev.avow.trust.Sentence.Phrase;
import dev.avow.trust.Sentence.State;
import dev.avow.words.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the public page says of people's rights, and of the log that proves what was done. */
final class TrustRights {

    private static final String RIGHTS = "docs/rights.md";
    private static final String REQUESTS = "docs/privacy-requests.md";
    private static final String AUDIT = "docs/audit.md";

    private final Settings settings;
    private final Rights rights;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private Instant checkpointOf = Instant.EPOCH;
    private @Nullable String checkpoint;

    TrustRights(Settings settings, Rights rights, Checkpoints checkpoints, Clock clock) {
        this.settings = settings;
        this.rights = rights;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /**
     * That people were erased, until yesterday: that one is at this moment is nobody's business.
     */
    static Proof erased(Rights rights, Instant now) {
        return rights.erasures()
                .completed(TenantId.DEFAULT, now.truncatedTo(ChronoUnit.DAYS))
                .map(done ->
                        new Proof(
                                "erasure",
                                done.last().truncatedTo(ChronoUnit.DAYS),
                                Map.of("count", done.people()),
                                null))
                .orElse(new Proof("erasure", null, Map.of(), null));
    }

    List<Sentence> rights() {
        List<Sentence> all = new ArrayList<>();
        all.add(right("rights.access", "P1", "GET /api/v1/users/me/data-export"));
        all.add(right("rights.rectify", "P4", "PATCH /api/v1/users/me"));
        all.add(erasure().proved(erased(rights, clock.instant())));
        if (settings.privacyForm().enabled()) {
            all.add(
                    new Sentence(
                                    "rights.form",
                                    State.ON,
                                    Control.of(
                                            Intake.class,
                                            "P6",
                                            REQUESTS,
                                            "AVOW_PRIVACY_FORM_ENABLED"))
                            .linked("/privacy"));
        }
        all.addAll(contact());
        all.add(
                new Sentence(
                        "rights.limit",
                        State.ON,
                        Control.of(PrivacyRequests.class, "P6", REQUESTS)));
        boolean reminded = settings.mail().server().isPresent();
        all.add(
                new Sentence(
                        reminded ? "rights.reminders.on" : "rights.reminders.off",
                        State.of(reminded),
                        Control.of(
                                Reminders.class,
                                "P6",
                                REQUESTS,
                                "AVOW_MAIL_URL",
                                "AVOW_PRIVACY_REMINDER_DAYS")));
        return all;
    }

    private static Sentence right(String id, String promise, String route) {
        return new Sentence(id, State.ON, Control.of(RightsRoutes.class, promise, RIGHTS))
                .with("route", route);
    }

    private Sentence erasure() {
        long recovery = settings.rights().accountRecovery().toDays();
        return new Sentence(
                        recovery == 0 ? "rights.erase.now" : "rights.erase.later",
                        State.ON,
                        Control.of(Erasures.class, "P3", RIGHTS, "AVOW_ACCOUNT_RECOVERY_DAYS"))
                .with("route", "DELETE /api/v1/users/me")
                .with("recovery", recovery)
                .with("days", Erasures.DUE.toDays());
    }

    private List<Sentence> contact() {
        ControllerSettings said = settings.controller();
        Control control =
                Control.of(
                        Processing.class,
                        "P6",
                        REQUESTS,
                        "AVOW_CONTROLLER_NAME",
                        "AVOW_CONTROLLER_CONTACT",
                        "AVOW_DATA_PROTECTION_OFFICER");
        List<Sentence> all = new ArrayList<>();
        said.contact()
                .ifPresentOrElse(
                        contact ->
                                all.add(
                                        new Sentence("rights.contact", State.FACT, control)
                                                .with("contact", contact)
                                                .with(
                                                        "who",
                                                        said.name()
                                                                .<Object>map(name -> name)
                                                                .orElse(
                                                                        new Phrase(
                                                                                "rights.who.controller")))),
                        () -> all.add(new Sentence("rights.no_contact", State.OFF, control)));
        said.dataProtectionOfficer()
                .ifPresent(officer ->
                        all.add(
                                new Sentence("rights.officer", State.FACT, control)
                                        .with("officer", officer)));
        return all;
    }

    List<Sentence> audit() {
        int witnesses = settings.witnesses().all().size();
        return List.of(
                log(),
                new Sentence(
                                witnesses == 0 ? "audit.witnesses.off" : "audit.witnesses.on",
                                State.of(witnesses > 0),
                                Control.of(Cosigning.class, "T1", AUDIT, "AVOW_AUDIT_WITNESSES"))
                        .with("count", witnesses));
    }

    private Sentence log() {
        Control control = Control.of(StoredAuditLog.class, "T1", AUDIT, "AVOW_AUDIT_LOG_RETENTION");
        try {
            Checkpoints.Signed signed = checkpoints.sign(TenantId.DEFAULT);
            return new Sentence("audit.log", State.ON, control).proved(daily(signed));
        } catch (BrokenLog broken) {
            return new Sentence("audit.broken", State.OFF, control);
        }
    }

    /** The day's first checkpoint: one at a time would tell strangers of each audited action. */
    private Proof daily(Checkpoints.Signed signed) {
        Instant now = clock.instant();
        if (checkpointOf.isBefore(now.truncatedTo(ChronoUnit.DAYS))) {
            checkpointOf = now;
            checkpoint = signed.note() + "\n" + signed.key().text();
        }
        return new Proof("checkpoint", checkpointOf, Map.of(), checkpoint);
    }
}
