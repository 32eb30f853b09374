package dev.avow.app;

import dev.avow.accounts.KeyRules;
import dev.avow.admit.Scope;
import dev.avow.prove.Actor;
import dev.avow.registry.ProviderDraft;
import dev.avow.settings.Settings;
import dev.avow.words.TenantId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Two nodes with homes of their own, on one external database and one folder of keys, and a
 * provider {@code up} that bills.
 */
final class TwoNodes implements AutoCloseable {

    private static final Actor OPERATOR = Actor.operator(TenantId.DEFAULT);

    private final ExternalDatabase database;
    private final TempHome firstHome = TempHome.none();
    private final TempHome secondHome = TempHome.none();
    private final Path shared = firstHome.path().resolveSibling("shared");
    private final BillingUpstream upstream = BillingUpstream.start();
    private String admin = "";
    private String key = "";
    private String person = "";
    private @Nullable AvowProcess first;
    private @Nullable AvowProcess second;

    private TwoNodes(ExternalDatabase database) {
        this.database = database;
    }

    /** With nothing in the database, and neither started. */
    static TwoNodes empty() throws SQLException {
        return new TwoNodes(ExternalDatabase.start());
    }

    /** With keys and a provider, and both started. */
    static TwoNodes start() throws SQLException {
        TwoNodes nodes = empty();
        try {
            nodes.furnish(nodes.with());
            nodes.first = AvowProcess.serve(nodes.firstHome.path(), nodes.with());
            nodes.second = AvowProcess.serve(nodes.secondHome.path(), nodes.with());
            return nodes;
        } catch (RuntimeException | Error failed) {
            nodes.close();
            throw failed;
        }
    }

    /** Makes keys and a provider, with these settings. */
    void furnish(Map<String, String> with) {
        Map<String, String> ofFirst = new HashMap<>(with);
        ofFirst.put("AVOW_HOME", firstHome.path().toString());
        Settings settings = Settings.from(ofFirst);
        try (Storage storage = Storage.forCommand(settings);
                Services services = Services.of(storage, settings)) {
            admin = newKey(services, Scope.ADMIN, null);
            key = newKey(services, Scope.MODELS, null);
            person = newKey(services, Scope.MODELS, "rita@example.org");
            var _ =
                    services.providers()
                            .create(
                                    OPERATOR,
                                    new ProviderDraft("up", "openai", upstream.baseUrl(), null));
        }
    }

    private static String newKey(Services services, Scope scope, @Nullable String whose) {
        return services.apiKeys()
                .create(OPERATOR, "a test's", EnumSet.of(scope, Scope.MODELS), whose, KeyRules.NONE)
                .plaintextKey();
    }

    /** The settings of both, and more. */
    Map<String, String> with(String... more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("AVOW_DATABASE_URL", database.url());
        settings.put("AVOW_KEYS_DIR", shared.resolve("keys").toString());
        settings.put("AVOW_MASTER_KEY_FILE", shared.resolve("master.json").toString());
        settings.put("AVOW_NODE_LEASE_SECONDS", "2");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    ExternalDatabase database() {
        return database;
    }

    BillingUpstream upstream() {
        return upstream;
    }

    /** A folder beside the homes that both could write. */
    Path shared() {
        return shared;
    }

    AvowProcess first() {
        return running(first);
    }

    AvowProcess second() {
        return running(second);
    }

    private static AvowProcess running(@Nullable AvowProcess node) {
        if (node == null) {
            throw new IllegalStateException("it was not started");
        }
        return node;
    }

    /** Starts both at the same moment, with these settings. */
    void startAtOnce(Map<String, String> with) {
        var other =
                CompletableFuture.supplyAsync(
                        () -> AvowProcess.serve(secondHome.path(), with),
                        Thread::startVirtualThread);
        try {
            first = AvowProcess.serve(firstHome.path(), with);
        } finally {
            second = other.join();
        }
    }

    /** Starts the second one again. */
    void startSecond() {
        second = AvowProcess.serve(secondHome.path(), with());
    }

    /** An administrator's key. */
    String admin() {
        return admin;
    }

    /** A key for models. */
    String key() {
        return key;
    }

    /** A person's key for models. */
    String person() {
        return person;
    }

    @Override
    public void close() {
        if (first != null) {
            first.close();
        }
        if (second != null) {
            second.close();
        }
        upstream.close();
        firstHome.close();
        secondHome.close();
        database.close();
    }
}
