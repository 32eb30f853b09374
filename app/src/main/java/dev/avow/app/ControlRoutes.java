package dev.avow.app;

import dev.avow.accounts.Invitations;
import dev.avow.ask.Lines;
import dev.avow.budgets.BudgetStore;
import dev.avow.budgets.PriceStore;
import dev.avow.budgets.UsageReport;
import dev.avow.consents.Consents;
import dev.avow.control.ApiKeyRoutes;
import dev.avow.control.ArchiveRoutes;
import dev.avow.control.AuditLogRoutes;
import dev.avow.control.AuditTileRoutes;
import dev.avow.control.BackupRoutes;
import dev.avow.control.BudgetRoutes;
import dev.avow.control.ConsentRoutes;
import dev.avow.control.DefinitionTrial;
import dev.avow.control.DeploymentRoutes;
import dev.avow.control.DetectionRoutes;
import dev.avow.control.DryRun;
import dev.avow.control.EgressRoutes;
import dev.avow.control.HealthRoutes;
import dev.avow.control.IncidentNoticeRoutes;
import dev.avow.control.IncidentRoutes;
import dev.avow.control.InteractionRoutes;
import dev.avow.control.InteractionStreams;
import dev.avow.control.InvitationRoutes;
import dev.avow.control.KeyRotationRoutes;
import dev.avow.control.LegalHoldRoutes;
import dev.avow.control.LetterRoutes;
import dev.avow.control.MeRoutes;
import dev.avow.control.ModelRouteRoutes;
import dev.avow.control.PolicyReplay;
import dev.avow.control.PolicyRoutes;
import dev.avow.control.PriceRoutes;
import dev.avow.control.PrivacyMailRoutes;
import dev.avow.control.PrivacyRequestRoutes;
import dev.avow.control.ProcessingRecordRoutes;
import dev.avow.control.ProviderHealthRoutes;
import dev.avow.control.ProviderRoutes;
import dev.avow.control.RegionRoutes;
import dev.avow.control.RetentionRoutes;
import dev.avow.control.Routes;
import dev.avow.control.SessionRoutes;
import dev.avow.control.SetupRoutes;
import dev.avow.control.UsageRoutes;
import dev.avow.control.UserRoutes;
import dev.avow.detection.DefinitionStore;
import dev.avow.incidents.Assessor;
import dev.avow.incidents.Incidents;
import dev.avow.letters.Letters;
import dev.avow.policies.PolicyStore;
import dev.avow.prove.AuditExport;
import dev.avow.prove.AuditLog;
import dev.avow.prove.AuditLogReader;
import dev.avow.prove.AuditProofs;
import dev.avow.prove.AuditTiles;
import dev.avow.prove.Checkpoints;
import dev.avow.record.EgressLog;
import dev.avow.record.InteractionLog;
import dev.avow.registry.ProviderKeys;
import dev.avow.registry.RegionStore;
import dev.avow.registry.RouteStore;
import dev.avow.requests.PrivacyRequests;
import dev.avow.retention.LegalHolds;
import dev.avow.rotation.KeyRotations;
import dev.avow.sealing.Keyring;
import dev.avow.settings.Settings;
import dev.avow.tenancy.Tenancy;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Every route of the control plane, each with the stores behind it. */
final class ControlRoutes {

    private final Settings settings;
    private final Storage storage;
    private final Services services;
    private final Detection detection;
    private final InteractionLog interactions;
    private final InteractionStreams live;
    private final Lines lines;
    private final Checkpoints checkpoints;
    private final AuditTiles tiles;
    private final Retaining retention;
    private final Rights rights;
    private final BackupJob backups;
    private final Mailing mailing;
    private final Measuring measuring;

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final AuditLog audit;
    private final EgressLog egress;
    private final Trusting trusting;
    private final Clock clock = Clock.systemUTC();

    ControlRoutes(
            Settings settings,
            Storage storage,
            Services services,
            Detection detection,
            InteractionLog interactions,
            InteractionStreams live,
            Lines lines,
            Checkpoints checkpoints,
            AuditTiles tiles,
            Retaining retention,
            Rights rights,
            BackupJob backups,
            Mailing mailing,
            Measuring measuring) {
        this.settings = settings;
        this.storage = storage;
        this.services = services;
        this.detection = detection;
        this.interactions = interactions;
        this.live = live;
        this.lines = lines;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.retention = retention;
        this.rights = rights;
        this.backups = backups;
        this.mailing = mailing;
        this.measuring = measuring;
        this.tenancy = storage.tenancy();
        this.keyring = storage.keyring();
        this.audit = services.audit();
        this.egress = new EgressLog(tenancy, interactions::catchUp);
        this.trusting =
                new Trusting(
                        settings,
                        storage,
                        services,
                        egress,
                        checkpoints,
                        retention,
                        rights,
                        backups,
                        mailing);
    }

    /** The public page's versions are kept from now on. */
    void watch(Vertx vertx, Executor blocking) {
        trusting.watch(vertx, blocking);
    }

    /**
     * Makes them; to be called once.
     *
     * @param ready whether uses of models can be recorded now; asked from any thread
     */
    List<Routes> all(BooleanSupplier ready) {
        return Stream.of(
                        List.of(new HealthRoutes(ready), measuring.routes()),
                        whoGetsIn(),
                        whatIsFoundAndDecided(),
                        whoAnswers(),
                        whatIsSpent(),
                        whatIsKept(),
                        rightsOfPeople(),
                        proof(),
                        incidents())
                .<Routes>flatMap(List::stream)
                .toList();
    }

    private List<Routes> whoGetsIn() {
        return List.of(
                new DeploymentRoutes(settings.profile(), settings.region()),
                new SetupRoutes(services.firstAccount()),
                new InvitationRoutes(
                        new Invitations(
                                tenancy,
                                storage.master(),
                                keyring,
                                services.users(),
                                services.sessions(),
                                services.passwords(),
                                services.callers(),
                                audit,
                                clock,
                                settings.invitationLife(),
                                mailing.invitations())),
                new SessionRoutes(services.sessions()),
                new ApiKeyRoutes(services.apiKeys(), audit));
    }

    private List<Routes> whatIsFoundAndDecided() {
        PolicyStore policies =
                new PolicyStore(
                        tenancy,
                        audit,
                        services.currentPolicies(),
                        services.detectors()::types,
                        clock);
        DefinitionStore definitions =
                new DefinitionStore(
                        tenancy,
                        keyring,
                        audit,
                        services.detectors(),
                        services.definitionRules(),
                        clock);
        return List.of(
                new PolicyRoutes(
                        policies,
                        new DryRun(policies, services.classifiers(), keyring, clock),
                        new PolicyReplay(policies, interactions, audit, clock)),
                new DetectionRoutes(
                        definitions,
                        audit,
                        new DefinitionTrial(
                                definitions,
                                detection.detector(),
                                settings.classification().budget()),
                        detection.types()),
                new InteractionRoutes(
                        interactions,
                        live,
                        policies,
                        audit,
                        services.detectors()::types,
                        services.classifiers(),
                        clock));
    }

    private List<Routes> whoAnswers() {
        return List.of(
                new ProviderRoutes(
                        services.providers(),
                        new ProviderKeys(
                                tenancy,
                                keyring,
                                audit,
                                services.registry(),
                                settings.providers().maxKeys(),
                                clock)),
                new ProviderHealthRoutes(services.providers(), lines::health),
                new RegionRoutes(
                        new RegionStore(tenancy, audit, services.registry()),
                        Services.regionRule(settings)),
                new ModelRouteRoutes(
                        new RouteStore(
                                tenancy,
                                keyring,
                                audit,
                                services.registry(),
                                settings.providers().maxRoutes(),
                                settings.providers().maxTargets(),
                                clock)));
    }

    private List<Routes> whatIsSpent() {
        return List.of(
                new PriceRoutes(new PriceStore(tenancy, audit, services.spending(), clock)),
                new BudgetRoutes(new BudgetStore(tenancy, audit, services.spending(), clock)),
                new UsageRoutes(new UsageReport(tenancy, interactions::catchUp), audit, clock));
    }

    private List<Routes> whatIsKept() {
        LegalHolds legalHolds =
                new LegalHolds(tenancy, keyring, storage.privacyJournal(), audit, clock);
        tenancy.tenants().forEach(legalHolds::settle);
        return List.of(
                new LegalHoldRoutes(legalHolds, services.users(), audit),
                new RetentionRoutes(
                        retention.schedule(),
                        retention.history(),
                        retention.preview(),
                        legalHolds,
                        tenancy,
                        retention.job()::next),
                new ArchiveRoutes(retention.archives(), audit),
                new BackupRoutes(backups, audit),
                new KeyRotationRoutes(new KeyRotations(tenancy, audit, clock)));
    }

    private List<Routes> rightsOfPeople() {
        Letters letters =
                new Letters(
                        settings.controller().name().orElse(null),
                        settings.controller().contact().orElse(null));
        PrivacyRequests requests =
                new PrivacyRequests(
                        tenancy, keyring, audit, clock, mailing.codes(letters).orElse(null));
        return List.of(
                new MeRoutes(services.users()),
                rights.routes(),
                new UserRoutes(services.users(), audit),
                new ConsentRoutes(
                        new Consents(tenancy, keyring, services.users(), audit, clock),
                        services.users(),
                        audit),
                new PrivacyRequestRoutes(requests, services.users(), audit),
                Intaking.routes(settings, storage, audit, requests, mailing),
                new LetterRoutes(requests, letters, audit),
                new PrivacyMailRoutes(
                        requests, mailing.outbox(), mailing.letters(letters).orElse(null), audit));
    }

    private List<Routes> proof() {
        AuditExport export = new AuditExport(tenancy, keyring, checkpoints, clock);
        List<Routes> routes = new ArrayList<>(trusting.routes());
        routes.addAll(
                List.of(
                        new AuditLogRoutes(
                                audit,
                                new AuditLogReader(tenancy, keyring),
                                checkpoints,
                                export,
                                new AuditProofs(tenancy, keyring, checkpoints, export)),
                        new AuditTileRoutes(audit, checkpoints, tiles),
                        new EgressRoutes(egress, audit),
                        new ProcessingRecordRoutes(
                                Processing.of(
                                        settings,
                                        storage,
                                        egress,
                                        retention.schedule(),
                                        mailing.outbox()),
                                audit)));
        return routes;
    }

    private List<Routes> incidents() {
        Assessor assessor =
                new Assessor(
                        tenancy,
                        retention.schedule(),
                        retention.archives(),
                        interactions::catchUp,
                        clock);
        Incidents incidents = new Incidents(tenancy, keyring, audit, assessor, clock);
        return List.of(
                new IncidentRoutes(incidents, services.users(), audit, clock),
                new IncidentNoticeRoutes(
                        incidents,
                        mailing.notices(incidents, assessor),
                        mailing.isSet(),
                        audit,
                        clock));
    }
}
