package dev.avow.app;

import dev.avow.backup.KeyMirror;
import dev.avow.control.RightsRoutes;
import dev.avow.prove.AuditLogReader;
import dev.avow.record.InteractionLog;
import dev.avow.retain.Archives;
import dev.avow.rights.DataExport;
import dev.avow.rights.ErasureRun;
import dev.avow.rights.Erasures;
import dev.avow.rights.KeptExports;
import dev.avow.settings.Settings;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erasures and exports; what was begun goes on at the start and each minute. */
final class Rights {

    private static final Logger LOG = LoggerFactory.getLogger(Rights.class);

    private static final long MILLIS = 60_000;

    private final Tenancy tenancy;
    private final Erasures erasures;
    private final KeptExports kept;
    private final RightsRoutes routes;
    private final boolean ownServer;
    private final Optional<KeyMirror> mirror;
    private final Lock once = new ReentrantLock();
    private Instant scrubbed = Instant.now().minus(Duration.ofDays(1));

    /** Who was erased. */
    Erasures erasures() {
        return erasures;
    }

    private Rights(
            Tenancy tenancy,
            Erasures erasures,
            KeptExports kept,
            RightsRoutes routes,
            boolean ownServer,
            Optional<KeyMirror> mirror) {
        this.tenancy = tenancy;
        this.ownServer = ownServer;
        this.mirror = mirror;
        this.erasures = erasures;
        this.kept = kept;
        this.routes = routes;
    }

    /**
     * By settings.
     *
     * @param afterwards called when somebody was erased; returns at once
     */
    static Rights of(
            Vertx vertx,
            ExecutorService blocking,
            Storage storage,
            Services services,
            InteractionLog interactions,
            Optional<Archives> archives,
            Settings settings,
            Runnable afterwards) {
        Clock clock = Clock.systemUTC();
        Tenancy tenancy = storage.tenancy();
        AtomicReference<Runnable> round = new AtomicReference<>(() -> {});
        Erasures erasures =
                new Erasures(
                        tenancy,
                        services.users(),
                        services.audit(),
                        new ErasureRun(
                                tenancy,
                                services.users(),
                                storage.keyring().subjects(),
                                storage.privacyJournal(),
                                services.audit(),
                                interactions::catchUp,
                                settings.rights().erasureBatchRows(),
                                clock),
                        settings.rights().accountRecovery(),
                        () -> {
                            afterwards.run();
                            blocking.execute(() -> round.get().run());
                        },
                        clock);
        DataExport export =
                new DataExport(
                        tenancy,
                        services.users(),
                        storage.keyring(),
                        new AuditLogReader(tenancy, storage.keyring()),
                        interactions::catchUp,
                        archives,
                        clock);
        KeptExports kept =
                new KeptExports(
                        settings.home().resolve("exports"),
                        storage.keyring().subjects(),
                        settings.rights().exportResume(),
                        settings.rights().exportMaxBytes(),
                        clock);
        Rights rights =
                new Rights(
                        tenancy,
                        erasures,
                        kept,
                        new RightsRoutes(
                                services.users(),
                                erasures,
                                export,
                                kept,
                                services.audit(),
                                settings.rights().exportsMaxConcurrent()),
                        settings.databaseUrl().isEmpty(),
                        KeyCopies.of(settings));
        round.set(rights::resume);
        blocking.execute(rights::resume);
        vertx.setPeriodic(MILLIS, _ -> blocking.execute(rights::resume));
        return rights;
    }

    RightsRoutes routes() {
        return routes;
    }

    private void resume() {
        kept.sweep();
        if (!once.tryLock()) {
            return; // the round before is still at it
        }
        try {
            Instant begun = Instant.now();
            boolean anybody = false;
            for (TenantId tenant : tenancy.tenants()) {
                resume(tenant);
                anybody |= erasures.anySince(tenant, scrubbed);
            }
            if (anybody) {
                mirror.ifPresent(KeyMirror::refresh);
                tenancy.scrub(ownServer);
                scrubbed = begun;
            }
        } catch (DatabaseUnavailable | FaultException later) {
            LOG.warn("erasures wait: {}", later.getClass().getName());
        } finally {
            once.unlock();
        }
    }

    private void resume(TenantId tenant) {
        try {
            erasures.resume(tenant);
        } catch (DatabaseUnavailable | FaultException later) {
            LOG.warn("tenant {}: erasures wait: {}", tenant, later.getClass().getName());
        }
    }
}
