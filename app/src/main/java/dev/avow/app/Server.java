package dev.avow.app;

import dev.avow.api.Journey;
import dev.avow.api.ModelApi;
import dev.avow.ask.Asking;
import dev.avow.ask.Lines;
import dev.avow.ask.Provider;
import dev.avow.budgets.Counting;
import dev.avow.control.ControlPlane;
import dev.avow.control.InteractionStreams;
import dev.avow.engines.documents.DocumentProcesses;
import dev.avow.mirror.MirrorProvider;
import dev.avow.presidio.PresidioApi;
import dev.avow.prove.AuditTiles;
import dev.avow.prove.Checkpoints;
import dev.avow.prove.CosignedNotes;
import dev.avow.prove.Cosigner;
import dev.avow.prove.Cosigning;
import dev.avow.prove.FileWitness;
import dev.avow.record.InteractionDrafts;
import dev.avow.record.InteractionLog;
import dev.avow.record.Recorder;
import dev.avow.rotation.RotationJob;
import dev.avow.settings.Settings;
import dev.avow.tenancy.ChangeWatch;
import dev.avow.wire.Connections;
import dev.avow.wire.Speech;
import dev.avow.wire.WireProvider;
import dev.avow.words.TenantId;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.net.ssl.X509TrustManager;

/** The composition root: what Avow is made of, from the ground up. */
final class Server implements AutoCloseable {

    private final Storage storage;
    private final Services services;
    private final Counting counting;
    private final Vertx vertx;
    private final ExecutorService blocking;
    private final DocumentProcesses documents;
    private final Recorder recorder;
    private final Rights rights;
    private final RemovalJob removal;
    private final Retaining retention;
    private final RotationJob rotation;
    private final Witnessing witnessing;
    private final BackupJob backups;
    private final Mailing mailing;
    private final Measuring measuring;
    private final ChangeWatch changes;
    private final Settings settings;
    private final int port;

    private Server(Settings settings, Storage storage, Detection detection, Vertx vertx) {
        this.settings = settings;
        this.storage = storage;
        this.blocking = Executors.newVirtualThreadPerTaskExecutor();
        this.vertx = vertx;
        List<Cosigner> witnesses = BySettings.witnesses(settings.witnesses());
        this.measuring = new Measuring(settings);

        // Who answers
        List<Provider> sources = new ArrayList<>();
        sources.add(new MirrorProvider(Clock.systemUTC()));
        Optional<X509TrustManager> trust = BySettings.trust(settings.providers());
        Connections connections = BySettings.connections(vertx, settings, trust);
        for (Speech speech : Services.speeches(settings, trust)) {
            sources.add(new WireProvider(vertx, connections, speech));
        }
        this.counting = BySettings.counting(settings, storage.tenancy());
        this.services = Services.of(storage, settings, sources, detection, counting);
        FirstAdministrator.make(settings, services.firstAccount());

        // The record, and those who watch it
        InteractionStreams live = new InteractionStreams(vertx, Duration.ofSeconds(15));
        this.recorder =
                Recorder.open(
                        storage.tenancy(),
                        settings.home().resolve("journal"),
                        InteractionDrafts.to(live));
        Earlier.takeIn(storage.tenancy(), services);
        InteractionLog interactions = new InteractionLog(storage.tenancy(), recorder);

        Lines lines =
                new Lines(
                        settings.providers().maxConcurrent(),
                        settings.providers().breakerFailures(),
                        settings.providers().breakerOpen(),
                        Clock.systemUTC());

        // The rooms
        this.documents = BySettings.documents(settings.attachments());
        Asking asking =
                new Asking(
                        sources,
                        services.registry(),
                        lines,
                        () -> CallerLoop.of(vertx),
                        BySettings.persistence(settings.providers()));
        Journey journey =
                Rooms.furnished(
                        settings,
                        storage,
                        services,
                        asking,
                        recorder,
                        documents,
                        blocking,
                        measuring.uses());
        this.removal =
                new RemovalJob(
                        vertx, storage.tenancy(), asking, services.audit(), settings.files());

        // The control plane
        Path witnessed = settings.home().resolve("checkpoints");
        Checkpoints checkpoints =
                new Checkpoints(
                        storage.tenancy(),
                        storage.keyring(),
                        new FileWitness(witnessed),
                        new CosignedNotes(
                                witnessed, witnesses.stream().map(Cosigner::key).toList()));
        AuditTiles tiles = new AuditTiles(storage.tenancy(), storage.keyring(), checkpoints);
        this.retention =
                Retaining.of(
                        settings,
                        storage,
                        services.audit(),
                        checkpoints,
                        recorder.unreadable(),
                        () -> {
                            removal.nudge();
                            // Keys of days that are over are gone from the copy as well.
                            KeyCopies.followLater(settings);
                        });
        this.rights =
                Rights.of(
                        vertx,
                        blocking,
                        storage,
                        services,
                        interactions,
                        retention.archives(),
                        settings,
                        removal::nudge);
        this.rotation = Rotating.job(settings, storage, services.audit(), retention.archives());
        this.backups = new BackupJob(settings, storage, services.audit(), Clock.systemUTC());
        this.mailing = Mailing.of(settings, storage, services);
        measuring.watch(recorder, storage, services, lines, mailing, backups);
        ControlRoutes routes =
                new ControlRoutes(
                        settings,
                        storage,
                        services,
                        detection,
                        interactions,
                        live,
                        lines,
                        checkpoints,
                        tiles,
                        retention,
                        rights,
                        backups,
                        mailing,
                        measuring);
        ControlPlane control =
                new ControlPlane(
                        vertx,
                        services.callers(),
                        services.users()::actor,
                        routes.all(recorder::isReady));

        // Presidio's API
        PresidioApi presidio =
                new PresidioApi(
                        vertx,
                        services.callers(),
                        services.detectors(),
                        this::findableTypes,
                        BySettings.presidioLimits(settings),
                        blocking,
                        measuring.uses()::presidio);

        // What other nodes and commands change is looked at anew
        this.changes =
                storage.tenancy()
                        .watchChanges(new Forgetting(services, rotation::nudge, counting::nudge));
        warmUp();
        this.port = Listening.on(vertx, settings, new ModelApi(vertx, journey), presidio, control);

        // What is done by itself; not before it is known that this node serves
        retention.job().start();
        removal.start();
        mailing.start(url());
        rotation.start();
        witnessing =
                new Witnessing(
                        vertx,
                        blocking,
                        storage.tenancy(),
                        checkpoints,
                        new Cosigning(
                                checkpoints,
                                tiles,
                                witnesses,
                                settings.witnesses().maxBackoff(),
                                Clock.systemUTC()));
        backups.schedule(vertx, blocking);
        routes.watch(vertx, blocking);
    }

    /** Starts everything; it answers when this returns. */
    static Server start(Settings settings) {
        return start(settings, detection -> detection);
    }

    /** With what is found changed first: for tests. */
    static Server start(Settings settings, UnaryOperator<Detection> change) {
        Detection detection = change.apply(Detection.of(settings));
        try {
            Storage storage = Storage.forServer(settings);
            try {
                return over(settings, storage, detection);
            } catch (RuntimeException failed) {
                storage.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            detection.close();
            throw failed;
        }
    }

    private static Server over(Settings settings, Storage storage, Detection detection) {
        Vertx vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setPreferNativeTransport(true)
                                .setEventLoopPoolSize(settings.eventLoops()));
        try {
            return new Server(settings, storage, detection, vertx);
        } catch (RuntimeException failed) {
            vertx.close().await();
            throw failed;
        }
    }

    /** Only of the tiers that are turned on. */
    private Set<String> findableTypes(TenantId tenant) {
        Set<String> types = new HashSet<>(services.detection().types());
        types.addAll(services.detectors().ownTypes(tenant));
        return types;
    }

    /** The first request should not be the one that waits for keys and policies. */
    private void warmUp() {
        storage.keyring().of(TenantId.DEFAULT);
        services.currentPolicies().of(TenantId.DEFAULT);
        services.detectors().of(TenantId.DEFAULT);
        var _ = services.spending().of(TenantId.DEFAULT);
    }

    String url() {
        return "http://" + settings.host() + ":" + port;
    }

    int port() {
        return port;
    }

    /** What finds personal data here. */
    Detection detection() {
        return services.detection();
    }

    /** Where the first account is made; empty where there is one. */
    Optional<String> setUpLink() {
        return services.firstAccount()
                .plaintextNewLinkToken()
                .map(token -> url() + "/setup?token=" + token);
    }

    /** Stops taking requests, writes what is waiting, stops the database. */
    @Override
    public void close() {
        changes.close();
        removal.close();
        mailing.close();
        vertx.close().await();
        documents.close();
        retention.job().close();
        rotation.close();
        backups.close();
        witnessing.close();
        recorder.close();
        counting.close();
        measuring.close();
        blocking.close();
        services.close();
        storage.close();
    }
}
