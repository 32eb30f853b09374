package dev.avow.app;

import dev.avow.backup.BackupPlace;
import dev.avow.backup.Backups;
import dev.avow.control.BackupRoutes;
import dev.avow.prove.AuditLog;
import dev.avow.settings.Settings;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a backup when the last one is old enough, and once a week restores it into a database of
 * its own (promise R4). Of several nodes on one database, one does it.
 */
final class BackupJob implements BackupRoutes.Source, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackupJob.class);

    /** Not while a start is still warming up. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(5);

    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);
    private static final Duration TRIED_EVERY = Duration.ofDays(7);

    private final Settings settings;
    private final BackupPlace place;
    private final Backups backups;
    private final BackupRun run;
    private final Clock clock;
    private final Recent<List<Backups.Entry>> recent;
    private final AtomicReference<@Nullable Thread> working = new AtomicReference<>();
    private volatile BackupRoutes.@Nullable Failure lastFailure;

    BackupJob(Settings settings, Storage storage, AuditLog audit, Clock clock) {
        this.settings = settings;
        this.place = Places.backups(settings);
        this.backups = new Backups(place);
        this.run = new BackupRun(settings, storage, audit, clock);
        this.clock = clock;
        this.recent = new Recent<>(LOOK_EVERY, clock, backups::all);
    }

    /** Looks from now on whether one is due. */
    void schedule(Vertx vertx, ExecutorService blocking) {
        if (settings.backups().enabled()) {
            vertx.setPeriodic(
                    FIRST_LOOK.toMillis(),
                    LOOK_EVERY.toMillis(),
                    _ -> blocking.execute(this::look));
        }
    }

    /** Makes one if it is due; blocks. */
    void look() {
        if (!working.compareAndSet(null, Thread.currentThread())) {
            return;
        }
        try {
            List<Backups.Entry> all = backups.all();
            if (isDue(all)) {
                BackupRun.Done done = run.run(place, !wasTried(all));
                LOG.info(
                        "a backup was made: {} rows, {} bytes",
                        done.made().manifest().rows(),
                        done.made().manifest().bytes());
                int _ = backups.expire(settings.backups().retention(), clock.instant());
            }
            lastFailure = null;
            recent.forget();
        } catch (RuntimeException failed) {
            failed(failed);
        } finally {
            working.set(null);
        }
    }

    private boolean isDue(List<Backups.Entry> all) {
        return all.isEmpty()
                || isPast(all.getFirst().manifest().takenAt(), settings.backups().every());
    }

    private boolean wasTried(List<Backups.Entry> all) {
        return all.stream()
                .flatMap(each -> each.checked().stream())
                .anyMatch(checked -> checked.restored() && !isPast(checked.at(), TRIED_EVERY));
    }

    private boolean isPast(Instant then, Duration span) {
        return !then.plus(span).isAfter(clock.instant());
    }

    private void failed(RuntimeException why) {
        if (why instanceof FaultException fault && fault.fault().code() == FaultCode.CONFLICT) {
            return; // another node is at it
        }
        String message = Main.plain(why);
        LOG.error("no backup could be made: {}", message);
        lastFailure = new BackupRoutes.Failure(clock.instant(), message);
    }

    @Override
    public List<Backups.Entry> backups() {
        return backups.all();
    }

    /** The same as some minutes ago, or as of the last one that this node made. */
    List<Backups.Entry> recent() {
        return recent.get();
    }

    @Override
    public Optional<BackupRoutes.Failure> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** Breaks off one that is being made: what there is of it is removed. */
    @Override
    public void close() {
        Thread thread = working.get();
        if (thread != null) {
            thread.interrupt();
        }
    }
}
