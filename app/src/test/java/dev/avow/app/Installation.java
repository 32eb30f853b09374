package dev.avow.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.avow.accounts.ApiKeys;
import dev.avow.admit.Scope;
import dev.avow.prove.Actor;
import dev.avow.registry.ProviderDraft;
import dev.avow.settings.Settings;
import dev.avow.wire.Speech;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole Avow on a free port with a home of its own, and the fake provider behind it under the
 * names {@code fake} and {@code claude}, by OpenAI's API and by Anthropic's. The provider {@code
 * down} is one that cannot be reached; {@code as-KIND} is the fake by each kind that there is,
 * {@code shared-KIND} by HTTP/2 over TLS, and {@code signed} is it as Bedrock with an access key.
 * Requests to the models {@code blocked} and {@code coached} meet a policy that says so.
 */
final class Installation implements AutoCloseable {

    /** A body may have this many bytes. */
    static final int MOST_BODY_BYTES = 1 << 20;

    /** A provider's answer, and an event of a stream, may have this many bytes. */
    static final int MOST_ANSWER_BYTES = 1 << 20;

    private final TempHome home = TempHome.fresh();
    private final FakeOpenAi provider = FakeOpenAi.start();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Server server;
    private final String modelsKey;
    private final String adminKey;
    private final String revokedKey;

    private Installation() throws Exception {
        capture();
        Map<String, String> given =
                new HashMap<>(
                        Map.of(
                                // What a provider does is to be seen as it is.
                                "AVOW_RETRY_ATTEMPTS",
                                "1",
                                "AVOW_BREAKER_FAILURES",
                                "0",
                                "AVOW_MAX_BODY_BYTES",
                                String.valueOf(MOST_BODY_BYTES),
                                // Detectors that sleep on purpose hold one each.
                                "AVOW_EVENT_LOOPS",
                                "16",
                                "AVOW_PROVIDER_FIRST_BYTE_TIMEOUT_MS",
                                "3000",
                                "AVOW_PROVIDER_IDLE_TIMEOUT_MS",
                                "3000"));
        // The default profile keeps nothing that restores their answers.
        given.put("AVOW_BATCH_RETENTION", "30");
        given.put("AVOW_MAX_ANSWER_BYTES", String.valueOf(MOST_ANSWER_BYTES));
        given.put("AVOW_PROVIDER_HTTP2", "true");
        given.put("AVOW_DOCUMENTS_TIMEOUT_MS", "60000");
        given.put("AVOW_VERTEX_TOKEN_URL", provider.tokenUrl());
        given.put("AVOW_PROVIDER_CA_FILE", Ways.authority().toString());
        Settings settings = home.settings(given);
        try (Storage storage = Storage.forCommand(settings);
                Services services = Services.of(storage, settings)) {
            Actor operator = Actor.operator(TenantId.DEFAULT);
            modelsKey = key(services, operator, Scope.MODELS).plaintextKey();
            adminKey = key(services, operator, Scope.ADMIN).plaintextKey();
            ApiKeys.Created revoked = key(services, operator, Scope.MODELS);
            services.apiKeys().revoke(operator, revoked.apiKey().id());
            revokedKey = revoked.plaintextKey();
            services.providers()
                    .create(
                            operator,
                            new ProviderDraft(
                                    "fake", "openai", provider.baseUrl(), FakeOpenAi.KEY));
            services.providers()
                    .create(
                            operator,
                            new ProviderDraft(
                                    "claude",
                                    "anthropic",
                                    provider.anthropicUrl(),
                                    FakeOpenAi.KEY));
            services.providers()
                    .create(
                            operator,
                            new ProviderDraft(
                                    "down",
                                    "openai",
                                    "http://127.0.0.1:" + FreePort.any() + "/v1",
                                    "unused"));
            services.providers()
                    .create(
                            operator,
                            new ProviderDraft(
                                    "signed",
                                    "bedrock",
                                    provider.urlFor("bedrock", Way.PLAIN),
                                    FakeOpenAi.KEY + ":fake-secret:eu-west-1"));
            for (String kind : kinds()) {
                for (Way way : Way.values()) {
                    services.providers()
                            .create(
                                    operator,
                                    new ProviderDraft(
                                            as(kind, way),
                                            kind,
                                            provider.urlFor(kind, way),
                                            provider.keyFor(kind)));
                }
            }
        }
        server = Server.start(settings, FailingDetector::in);
    }

    /** The fake's name by a kind of provider. */
    static String as(String kind, Way way) {
        return switch (way) {
            case PLAIN -> "as-" + kind;
            case SHARED -> "shared-" + kind;
        };
    }

    /** Every kind of provider that can be added. */
    static List<String> kinds() {
        return Services.speeches(Settings.from(Map.of())).stream().map(Speech::kind).toList();
    }

    static Installation start() throws Exception {
        Installation installation = new Installation();
        try {
            installation.warmUp();
            installation.policy("blocked", "Block");
            installation.policy("coached", "Coach");
        } catch (RuntimeException failed) {
            installation.close();
            throw failed;
        }
        return installation;
    }

    /**
     * The first request loads what looks at it, which on a busy machine takes all its time; and a
     * model that is named alone is another provider's while the first has not said what it offers.
     */
    private void warmUp() {
        String hello =
                "{\"model\":\"avow/mirror\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
        Eventually.holds(
                "the first request is answered",
                () -> Http.post(baseUrl() + "/chat/completions", modelsKey, hello).status() == 200);
        Eventually.holds(
                "both providers said what they offer",
                () -> {
                    String models = Http.get(baseUrl() + "/models", modelsKey).body();
                    return models.contains("\"fake/echo\"") && models.contains("\"claude/echo\"");
                });
    }

    private void capture() {
        logged.start();
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
                instanceof ch.qos.logback.classic.Logger root) {
            root.addAppender(logged);
        }
    }

    private static ApiKeys.Created key(Services services, Actor operator, Scope scope) {
        return services.apiKeys().create(operator, "end to end", Set.of(scope), null);
    }

    private void policy(String model, String action) {
        Http.Answer made =
                Http.post(
                        url() + "/api/v1/policies",
                        adminKey,
                        """
                        {"name": "%s", "enabled": true, "priority": 10, "action": "%s",
                         "conditions": {"model": ["%s"]}}
                        """
                                .formatted(model, action, model));
        if (made.status() != 201) {
            throw new IllegalStateException("a policy was answered with " + made.status());
        }
    }

    String url() {
        return server.url();
    }

    /** As a client takes it, ending in {@code /v1}. */
    String baseUrl() {
        return url() + "/v1";
    }

    /** A key for the model routes. */
    String modelsKey() {
        return modelsKey;
    }

    String adminKey() {
        return adminKey;
    }

    String revokedKey() {
        return revokedKey;
    }

    FakeOpenAi provider() {
        return provider;
    }

    /** All that was logged so far, by Avow and by its database. */
    String logText() {
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent event : events()) {
            all.append(event.getFormattedMessage()).append('\n');
        }
        for (Path file : logFiles()) {
            try {
                all.append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
        return all.toString();
    }

    private List<ILoggingEvent> events() {
        synchronized (logged) { // as whoever appends to it
            return List.copyOf(logged.list);
        }
    }

    /** Passes by what is gone before it was looked at: the database works meanwhile. */
    private List<Path> logFiles() {
        List<Path> found = new ArrayList<>();
        try {
            Path _ =
                    Files.walkFileTree(
                            home.path(),
                            new SimpleFileVisitor<>() {
                                @Override
                                public FileVisitResult visitFile(
                                        Path file, BasicFileAttributes attributes) {
                                    if (file.toString().endsWith(".log")) {
                                        found.add(file);
                                    }
                                    return FileVisitResult.CONTINUE;
                                }

                                @Override
                                public FileVisitResult visitFileFailed(
                                        Path file, IOException gone) {
                                    return FileVisitResult.CONTINUE;
                                }

                                @Override
                                public FileVisitResult postVisitDirectory(
                                        Path folder, @Nullable IOException gone) {
                                    return FileVisitResult.CONTINUE;
                                }
                            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    @Override
    public void close() {
        server.close();
        provider.close();
        home.close();
    }
}
