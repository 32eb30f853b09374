package dev.avow.control;

import dev.avow.accounts.ApiKeys;
import dev.avow.accounts.FirstAccount;
import dev.avow.accounts.Invitations;
import dev.avow.accounts.Passwords;
import dev.avow.accounts.Sessions;
import dev.avow.accounts.StoredCallers;
import dev.avow.accounts.Users;
import dev.avow.admit.Scope;
import dev.avow.budgets.BudgetStore;
import dev.avow.budgets.Counting;
import dev.avow.budgets.EstimateRule;
import dev.avow.budgets.PriceStore;
import dev.avow.budgets.TenantSpending;
import dev.avow.budgets.UsageReport;
import dev.avow.consents.Consents;
import dev.avow.incidents.Assessor;
import dev.avow.incidents.Incidents;
import dev.avow.incidents.NoticeMail;
import dev.avow.intake.IntakeRules;
import dev.avow.letters.Letters;
import dev.avow.mail.Outbox;
import dev.avow.merkle.Checkpoint;
import dev.avow.processing.Controller;
import dev.avow.processing.ProcessingRecords;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditExport;
import dev.avow.prove.AuditLogReader;
import dev.avow.prove.AuditProofs;
import dev.avow.prove.AuditRecord;
import dev.avow.prove.AuditTiles;
import dev.avow.prove.Checkpoints;
import dev.avow.prove.StoredAuditLog;
import dev.avow.prove.Witness;
import dev.avow.record.EgressLog;
import dev.avow.requests.PrivacyRequests;
import dev.avow.retain.Preview;
import dev.avow.retain.PrivacyJournal;
import dev.avow.retain.Profile;
import dev.avow.retain.Schedule;
import dev.avow.retention.LegalHolds;
import dev.avow.retention.SettingsHistory;
import dev.avow.rights.DataExport;
import dev.avow.rights.ErasureRun;
import dev.avow.rights.Erasures;
import dev.avow.rights.KeptExports;
import dev.avow.rotation.KeyRotations;
import dev.avow.testing.TestDatabase;
import dev.avow.trust.Announcements;
import dev.avow.trust.Published;
import dev.avow.trust.TrustPage;
import dev.avow.trust.TrustVersions;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A control plane that answers over HTTP, on a database of its own. */
final class Site implements AutoCloseable {

    /** What readers of {@code /metrics} send. */
    static final String METRICS_TOKEN = "a-token-of-the-operators";

    static final String EMAIL = "ada@example.org";
    static final String PASSWORD = "a fictitious password";

    final TestDatabase database = TestDatabase.fresh();
    final Clock clock = Clock.systemUTC();
    final StoredAuditLog audit =
            new StoredAuditLog(database.tenancy(), database.keyring(), clock, false);
    final StoredCallers callers = new StoredCallers(database.tenancy(), clock);
    final Users users =
            new Users(
                    database.tenancy(),
                    database.masterKey(),
                    database.keyring(),
                    audit,
                    callers,
                    clock);
    final Passwords passwords = new Passwords(4);
    final Sessions sessions =
            new Sessions(
                    database.tenancy(),
                    database.masterKey(),
                    database.keyring(),
                    users,
                    passwords,
                    audit,
                    clock,
                    Duration.ofHours(12));
    final FirstAccount firstAccount =
            new FirstAccount(
                    database.tenancy(), database.keyring(), users, sessions, passwords, clock);
    final Invitations invitations =
            new Invitations(
                    database.tenancy(),
                    database.masterKey(),
                    database.keyring(),
                    users,
                    sessions,
                    passwords,
                    callers,
                    audit,
                    clock,
                    Duration.ofDays(7),
                    Optional.empty());
    final ApiKeys apiKeys =
            new ApiKeys(database.tenancy(), database.keyring(), users, audit, callers, clock);
    final TenantSpending spending =
            new TenantSpending(
                    database.tenancy(),
                    new EstimateRule(2, 100),
                    _ -> Optional.empty(),
                    Counting.alone(database.tenancy(), clock),
                    clock);
    final Checkpoints checkpoints =
            new Checkpoints(database.tenancy(), database.keyring(), new RememberingWitness());
    private final AuditExport auditExport =
            new AuditExport(database.tenancy(), database.keyring(), checkpoints, clock);
    final AuditLogReader reader = new AuditLogReader(database.tenancy(), database.keyring());

    final LegalHolds legalHolds =
            new LegalHolds(
                    database.tenancy(),
                    database.keyring(),
                    new PrivacyJournal(temporaryFolder()),
                    audit,
                    clock);

    final KeptExports kept =
            new KeptExports(
                    temporaryFolder(),
                    database.keyring().subjects(),
                    Duration.ofHours(1),
                    1L << 30,
                    clock);

    final SettingsHistory settings =
            new SettingsHistory(database.tenancy(), database.keyring(), audit, clock);

    private @Nullable String admin;
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    Site(Routes... more) {
        server =
                vertx.createHttpServer()
                        .requestHandler(
                                new ControlPlane(vertx, callers, users::actor, routes(more))
                                        .router())
                        .listen(0, "127.0.0.1")
                        .await();
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("avow-site-");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final class RememberingWitness implements Witness {
        private final Map<String, Checkpoint> last = new ConcurrentHashMap<>();

        @Override
        public Optional<Checkpoint> last(String origin) {
            return Optional.ofNullable(last.get(origin));
        }

        @Override
        public void keep(Checkpoint checkpoint, String note) {
            last.put(checkpoint.origin(), checkpoint);
        }
    }

    List<Routes> routes(Routes... more) {
        List<Routes> all =
                new ArrayList<>(
                        List.of(
                                new HealthRoutes(() ->
                                        database.tenancy()
                                                .atTheGate(handle ->
                                                        handle.createQuery("SELECT" + " true")
                                                                .mapTo(Boolean.class)
                                                                .one())),
                                new MetricsRoutes(() -> "up 1\n", METRICS_TOKEN),
                                new TrustRoutes(this::published, versions(), Optional.empty()),
                                new AnnouncementRoutes(
                                        new Announcements(
                                                database.tenancy(), audit, 30, outbox(), clock)),
                                new SetupRoutes(firstAccount),
                                new InvitationRoutes(invitations),
                                new SessionRoutes(sessions),
                                new MeRoutes(users),
                                rights(),
                                new UserRoutes(users, audit),
                                new ApiKeyRoutes(apiKeys, audit),
                                new PriceRoutes(
                                        new PriceStore(database.tenancy(), audit, spending, clock)),
                                new BudgetRoutes(
                                        new BudgetStore(
                                                database.tenancy(), audit, spending, clock)),
                                new UsageRoutes(
                                        new UsageReport(database.tenancy(), () -> {}),
                                        audit,
                                        clock),
                                new LegalHoldRoutes(legalHolds, users, audit),
                                new KeyRotationRoutes(
                                        new KeyRotations(database.tenancy(), audit, clock)),
                                new PrivacyRequestRoutes(
                                        new PrivacyRequests(
                                                database.tenancy(),
                                                database.keyring(),
                                                audit,
                                                clock),
                                        users,
                                        audit),
                                new PrivacyFormRoutes(
                                        null,
                                        null,
                                        null,
                                        new IntakeRules(Duration.ofDays(7), 5, 100, 3)),
                                new RetentionRoutes(
                                        Schedule.of(Profile.GOVERNANCE),
                                        settings,
                                        new Preview(
                                                database.tenancy(),
                                                Schedule.of(Profile.GOVERNANCE),
                                                clock),
                                        legalHolds,
                                        database.tenancy(),
                                        clock::instant),
                                new LetterRoutes(
                                        new PrivacyRequests(
                                                database.tenancy(),
                                                database.keyring(),
                                                audit,
                                                clock),
                                        new Letters("Distel", null),
                                        audit),
                                mails(),
                                new ConsentRoutes(
                                        new Consents(
                                                database.tenancy(),
                                                database.keyring(),
                                                users,
                                                audit,
                                                clock),
                                        users,
                                        audit),
                                new ProcessingRecordRoutes(
                                        new ProcessingRecords(
                                                database.tenancy(),
                                                new EgressLog(database.tenancy(), () -> {}),
                                                Schedule.of(Profile.GOVERNANCE),
                                                new Controller("Distel", null, null, null),
                                                "EU",
                                                List.of(),
                                                clock),
                                        audit),
                                new ArchiveRoutes(Optional.empty(), audit),
                                new AuditTileRoutes(
                                        audit,
                                        checkpoints,
                                        new AuditTiles(
                                                database.tenancy(),
                                                database.keyring(),
                                                checkpoints)),
                                new AuditLogRoutes(
                                        audit,
                                        reader,
                                        checkpoints,
                                        auditExport,
                                        new AuditProofs(
                                                database.tenancy(),
                                                database.keyring(),
                                                checkpoints,
                                                auditExport))));
        all.addAll(incidents());
        all.addAll(List.of(more));
        return all;
    }

    private TrustVersions versions() {
        return new TrustVersions(database.tenancy(), audit, 30, clock);
    }

    private Published published() {
        TrustPage page = new TrustPage(clock.instant(), List.of());
        return new Published(page, versions().current(TenantId.DEFAULT, page), List.of());
    }

    /** Where no mail server is set up. */
    private PrivacyMailRoutes mails() {
        return new PrivacyMailRoutes(
                new PrivacyRequests(database.tenancy(), database.keyring(), audit, clock),
                outbox(),
                null,
                audit);
    }

    private Outbox outbox() {
        return new Outbox(
                database.tenancy(), database.keyring(), Duration.ofDays(3), 10, () -> {}, clock);
    }

    private List<Routes> incidents() {
        Assessor assessor =
                new Assessor(
                        database.tenancy(),
                        Schedule.of(Profile.GOVERNANCE),
                        Optional.empty(),
                        () -> {},
                        clock);
        Incidents incidents =
                new Incidents(database.tenancy(), database.keyring(), audit, assessor, clock);
        NoticeMail notices =
                new NoticeMail(
                        database.tenancy(),
                        database.keyring(),
                        audit,
                        incidents,
                        assessor,
                        outbox(),
                        (_, _) -> Optional.empty(),
                        clock);
        return List.of(
                new IncidentRoutes(incidents, users, audit, clock),
                new IncidentNoticeRoutes(incidents, notices, false, audit, clock));
    }

    private RightsRoutes rights() {
        return new RightsRoutes(
                users,
                new Erasures(
                        database.tenancy(),
                        users,
                        audit,
                        new ErasureRun(
                                database.tenancy(),
                                users,
                                database.keyring().subjects(),
                                new PrivacyJournal(database.keysDir()),
                                audit,
                                () -> {},
                                100,
                                clock),
                        Duration.ZERO,
                        () -> {},
                        clock),
                new DataExport(
                        database.tenancy(),
                        users,
                        database.keyring(),
                        reader,
                        () -> {},
                        Optional.empty(),
                        clock),
                kept,
                audit,
                2);
    }

    /** An answer: status, headers, and the body as JSON where it is JSON. */
    record Answer(int status, HttpResponse<byte[]> http) {

        JsonNode json() {
            return Json.tree(http.body());
        }

        String code() {
            return json().path("error").path("code").asString();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        /** The session cookie, as a browser would send it back. */
        String cookie() {
            return header("Set-Cookie").split(";", 2)[0];
        }
    }

    Answer send(String method, String path, @Nullable String json, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin() + path))
                        .method(
                                method,
                                json == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        for (int at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        try {
            HttpResponse<byte[]> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The answer to an administrator's key, which the first of these calls makes. */
    Answer asAdmin(String method, String path, @Nullable String json) {
        if (admin == null) {
            admin = key(Set.of(Scope.ADMIN), null);
        }
        return send(method, path, json, "Authorization", admin);
    }

    String origin() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** The value of an {@code Authorization} header. */
    String key(Set<Scope> scopes, @Nullable String email) {
        return "Bearer "
                + apiKeys.create(Actor.operator(TenantId.DEFAULT), "test", scopes, email)
                        .plaintextKey();
    }

    /** Makes the first account and signs in; returns the cookie. */
    String signedIn() {
        firstAccount.createFromSettings(EMAIL, PASSWORD);
        return send(
                        "POST",
                        "/api/v1/sessions",
                        "{\"email\":\"" + EMAIL + "\",\"password\":\"" + PASSWORD + "\"}")
                .cookie();
    }

    List<String> actions() {
        return reader.page(TenantId.DEFAULT, PageRequest.first()).items().stream()
                .map(AuditRecord::action)
                .toList();
    }

    @Override
    public void close() {
        server.close().await();
        vertx.close().await();
        client.close();
        passwords.close();
        database.close();
    }
}
