package dev.avow.control;

import dev.avow.admit.Caller;
import dev.avow.admit.Callers;
import dev.avow.admit.Identity;
import dev.avow.admit.Scope;
import dev.avow.classify.Classifiers;
import dev.avow.custom.DefinitionLimits;
import dev.avow.custom.DefinitionRules;
import dev.avow.detection.DefinitionStore;
import dev.avow.detection.TenantDetectors;
import dev.avow.detector.api.Detector;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.recognizers.Recognizers;
import dev.avow.policies.CurrentPolicies;
import dev.avow.policies.PolicyStore;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditLogReader;
import dev.avow.prove.AuditRecord;
import dev.avow.prove.StoredAuditLog;
import dev.avow.record.InteractionLog;
import dev.avow.record.Recorder;
import dev.avow.registry.ProviderKeys;
import dev.avow.registry.ProviderStore;
import dev.avow.registry.RegionRule;
import dev.avow.registry.Registry;
import dev.avow.testing.Scratch;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The routes about conversations on a real server and a real database, with four known keys. */
final class ConversationPlane implements AutoCloseable {

    static final Set<String> TYPES = Set.of("email", "phone", "iban", "payment_card", "attachment");
    static final UUID PERSON = Ids.next();
    static final UUID KEY_ID = Ids.next();

    private static final JsonMapper JSON = new JsonMapper();

    /** Status and body. */
    record Answer(int status, JsonNode body) {

        String code() {
            return body.at("/error/code").asString("");
        }

        String field() {
            return body.at("/error/field").asString("");
        }
    }

    final TestDatabase database = TestDatabase.fresh();
    final TenantId other = database.newTenant("other");
    final HttpClient client = HttpClient.newHttpClient();
    final InteractionStreams streams;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final Path folder;
    private final Recorder recorder;

    ConversationPlane() {
        InstantSource clock = InstantSource.system();
        StoredAuditLog audit =
                new StoredAuditLog(database.tenancy(), database.keyring(), clock, false);
        PolicyStore policies =
                new PolicyStore(
                        database.tenancy(),
                        audit,
                        new CurrentPolicies(database.tenancy()),
                        _ -> TYPES,
                        clock);
        Registry registry =
                new Registry(
                        database.tenancy(),
                        database.keyring(),
                        List.of(),
                        new RegionRule(null, List.of()),
                        null,
                        clock);
        ProviderStore providers =
                new ProviderStore(
                        database.tenancy(),
                        database.keyring(),
                        audit,
                        registry,
                        Set.of("openai"),
                        clock);
        Detector builtIn = Detectors.of(Recognizers.tier1());
        DefinitionRules rules =
                new DefinitionRules(
                        Map.of("email", 1, "phone", 1, "person", 2),
                        new DefinitionLimits(3, 3, 5, 100, 10));
        TenantDetectors detectors =
                new TenantDetectors(database.tenancy(), database.keyring(), builtIn, rules);
        DefinitionStore definitions =
                new DefinitionStore(
                        database.tenancy(), database.keyring(), audit, detectors, rules, clock);
        Classifiers classifiers = new Classifiers(detectors, Duration.ofMinutes(1));
        try {
            folder = Scratch.folder("avow-journal-");
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        recorder = Recorder.open(database.tenancy(), folder, _ -> {});
        streams = new InteractionStreams(vertx, Duration.ofMillis(200));
        ControlPlane plane =
                new ControlPlane(
                        vertx,
                        new FourKeys(),
                        (caller, ip, agent) ->
                                new Actor(caller.tenant(), caller.userId(), null, ip, agent),
                        List.of(
                                new DeploymentRoutes("governance", "EU"),
                                new PolicyRoutes(
                                        policies,
                                        new DryRun(
                                                policies, classifiers, database.keyring(), clock),
                                        new PolicyReplay(
                                                policies,
                                                new InteractionLog(database.tenancy(), recorder),
                                                audit,
                                                clock)),
                                new DetectionRoutes(
                                        definitions,
                                        audit,
                                        new DefinitionTrial(
                                                definitions, builtIn, Duration.ofMinutes(1)),
                                        Set.of("email", "phone")),
                                new ProviderRoutes(
                                        providers,
                                        new ProviderKeys(
                                                database.tenancy(),
                                                database.keyring(),
                                                audit,
                                                registry,
                                                2,
                                                clock)),
                                new InteractionRoutes(
                                        new InteractionLog(database.tenancy(), recorder),
                                        streams,
                                        policies,
                                        audit,
                                        _ -> TYPES,
                                        classifiers,
                                        clock)));
        server =
                vertx.createHttpServer()
                        .requestHandler(plane.router())
                        .listen(0, "127.0.0.1")
                        .await();
    }

    /** Keys {@code admin}, {@code read}, {@code models} and another tenant's {@code other}. */
    private final class FourKeys implements Callers {

        @Override
        public Optional<Identity> recallApiKey(String key) {
            return Optional.empty();
        }

        @Override
        public Identity identifyApiKey(String key) {
            return switch (key) {
                case "admin" -> known(TenantId.DEFAULT, Scope.ADMIN);
                case "read" -> known(TenantId.DEFAULT, Scope.READ);
                case "models" -> known(TenantId.DEFAULT, Scope.MODELS);
                case "other" -> known(other, Scope.ADMIN);
                default -> new Identity.Unknown(Fault.of(FaultCode.INVALID_API_KEY, "no such key"));
            };
        }

        private Identity known(TenantId tenant, Scope scope) {
            return new Identity.Known(
                    new Caller(tenant, KEY_ID, PERSON, Set.of(scope), List.of("staff")));
        }

        @Override
        public Identity identifySession(String token) {
            return new Identity.Unknown(Fault.of(FaultCode.NOT_SIGNED_IN, "nobody"));
        }
    }

    Answer send(String key, String method, String path, @Nullable String body) {
        try {
            HttpResponse<byte[]> response =
                    client.send(
                            request(key, path)
                                    .method(
                                            method,
                                            body == null
                                                    ? HttpRequest.BodyPublishers.noBody()
                                                    : HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body()));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    HttpRequest.Builder request(String key, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    Answer get(String path) {
        return send("admin", "GET", path, null);
    }

    Answer post(String path, String body) {
        return send("admin", "POST", path, body);
    }

    static String json(Map<String, ?> body) {
        return JSON.writeValueAsString(body);
    }

    /** The audit log's entries, the newest first. */
    List<AuditRecord> audited() {
        return new AuditLogReader(database.tenancy(), database.keyring())
                .page(TenantId.DEFAULT, PageRequest.first())
                .items();
    }

    @Override
    public void close() {
        server.close().await();
        vertx.close().await();
        client.close();
        recorder.close();
        database.close();
        try {
            Files.delete(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
