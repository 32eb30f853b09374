package dev.avow.app;

import dev.avow.ask.Lines;
import dev.avow.ask.ProviderHealth;
import dev.avow.backup.Backups;
import dev.avow.backup.Checked;
import dev.avow.control.MetricsRoutes;
import dev.avow.record.Recorder;
import dev.avow.retain.RunCounts;
import dev.avow.settings.BadSetting;
import dev.avow.settings.Settings;
import dev.avow.telemetry.Metrics;
import dev.avow.telemetry.Metrics.Row;
import dev.avow.telemetry.Uses;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What operators can read of this process: what is counted of requests, and what is read of the
 * parts that have a state. What takes a query is of the tenant that an installation begins with.
 */
final class Measuring implements AutoCloseable {

    /** How old what takes many queries may be. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(60);

    private final Settings settings;
    private final Metrics metrics = new Metrics();
    private final Uses uses;

    Measuring(Settings settings) {
        this.settings = settings;
        this.uses =
                new Uses(
                        metrics,
                        settings.metrics().maxProviders(),
                        settings.metrics().models(),
                        InstalledDetectors.tiers().keySet());
    }

    Uses uses() {
        return uses;
    }

    /**
     * The route.
     *
     * @throws BadSetting where the token's file cannot be read
     */
    MetricsRoutes routes() {
        Supplier<String> text = metrics::text;
        return new MetricsRoutes(
                settings.metrics().enabled() ? text : null,
                settings.metrics().tokenFile().map(Measuring::plaintextToken).orElse(null));
    }

    private static String plaintextToken(Path file) {
        try {
            String token = Files.readString(file).strip();
            if (!token.isEmpty()) {
                return token;
            }
        } catch (IOException unreadable) {
            // told of below
        }
        throw new BadSetting(
                "the file that AVOW_METRICS_TOKEN_FILE names cannot be read or is empty; check that"
                        + " it is there and readable, and holds the token alone");
    }

    /** Reads of the parts from now on; called once. */
    void watch(
            Recorder recorder,
            Storage storage,
            Services services,
            Lines lines,
            Mailing mailing,
            BackupJob backups) {
        Tenancy tenancy = storage.tenancy();
        metrics.gauge(
                "avow.record.ready",
                "1 where uses of models can be recorded, else 0: then none is made",
                () -> recorder.isReady() ? 1 : 0);
        metrics.gauges(
                "avow.record.waiting",
                "Uses that wait to be written, by where to",
                () ->
                        List.of(
                                row("to", "database", recorder.waiting()),
                                row("to", "journal", recorder.waitingForDisk())));
        metrics.gauge(
                "avow.record.unreadable.files",
                "Files of the journal that could not be read and are kept; each may hold uses that"
                        + " are in no table",
                () -> recorder.unreadable().count());
        metrics.gauge(
                "avow.audit.append.failures",
                "Audit entries that could not be written since the start; each refused its action",
                () -> services.audit().failures());
        metrics.gauges(
                "avow.database.connections",
                "Connections of the pool, and threads that wait for one",
                () -> connections(tenancy.connections()));
        providers(services, lines);
        jobs(tenancy, backups);
        Recent<Integer> mails =
                new Recent<>(GOOD_FOR, Clock.systemUTC(), () -> waiting(tenancy, mailing));
        metrics.gauges(
                "avow.mail.waiting",
                "Mails of all tenants that wait to be sent",
                () -> List.of(new Row(Map.of(), mails.get())));
    }

    private static int waiting(Tenancy tenancy, Mailing mailing) {
        return tenancy.tenants().stream().mapToInt(mailing.outbox()::waiting).sum();
    }

    private static List<Row> connections(Tenancy.Connections now) {
        return List.of(
                row("state", "active", now.active()),
                row("state", "idle", now.idle()),
                row("state", "waiting", now.waiting()),
                row("state", "most", now.most()));
    }

    private void providers(Services services, Lines lines) {
        metrics.gauges(
                "avow.provider.breaker",
                "Whether a provider is asked: 0 closed, it is; 0.5 half open; 1 open, it is not",
                () -> healths(services, lines, Measuring::shut));
        metrics.gauges(
                "avow.provider.in.flight",
                "Requests that a provider is answering",
                () -> healths(services, lines, ProviderHealth::inFlight));
        metrics.gauges(
                "avow.provider.waiting",
                "Requests that wait for their turn with a provider",
                () -> healths(services, lines, ProviderHealth::waiting));
    }

    private interface Reading {
        double of(ProviderHealth health);
    }

    private List<Row> healths(Services services, Lines lines, Reading reading) {
        return services.providers().all(TenantId.DEFAULT).stream()
                .limit(settings.metrics().maxProviders())
                .map(each -> row("provider", each.name(), reading.of(lines.health(each.id()))))
                .toList();
    }

    private static double shut(ProviderHealth health) {
        return switch (health.breaker()) {
            case "open" -> 1;
            case "half_open" -> 0.5;
            default -> 0;
        };
    }

    private void jobs(Tenancy tenancy, BackupJob backups) {
        metrics.gauges(
                "avow.job.last.success.timestamp.seconds",
                "When a job last came to its end, in seconds since 1970; none before the first",
                () -> successes(tenancy, backups, Instant::getEpochSecond));
        Clock clock = Clock.systemUTC();
        metrics.gauges(
                "avow.job.last.success.age.seconds",
                "How long ago that is",
                () ->
                        successes(
                                tenancy,
                                backups,
                                at -> Duration.between(at, clock.instant()).toSeconds()));
        metrics.gauge(
                "avow.backup.failing",
                "1 where the last backup that was due could not be made, else 0",
                () -> backups.lastFailure().isPresent() ? 1 : 0);
    }

    private interface Telling {
        double of(Instant at);
    }

    /** The archive is written by the same runs as what is deleted. */
    private List<Row> successes(Tenancy tenancy, BackupJob backups, Telling telling) {
        List<Row> rows = new ArrayList<>();
        Optional<Instant> retention =
                tenancy.within(TenantId.DEFAULT, RunCounts::last)
                        .flatMap(run -> Optional.ofNullable(run.endedAt()));
        retention.ifPresent(at -> rows.add(row("job", "retention", telling.of(at))));
        if (settings.retention().archiveLocation().isPresent()) {
            retention.ifPresent(at -> rows.add(row("job", "archive", telling.of(at))));
        }
        List<Backups.Entry> all = backups.recent();
        all.stream()
                .findFirst()
                .map(newest -> newest.manifest().takenAt())
                .ifPresent(at -> rows.add(row("job", "backup", telling.of(at))));
        all.stream()
                .flatMap(each -> each.checked().stream())
                .filter(Checked::restored)
                .map(Checked::at)
                .max(Instant::compareTo)
                .ifPresent(at -> rows.add(row("job", "backup_trial_restore", telling.of(at))));
        return rows;
    }

    private static Row row(String label, String value, double number) {
        return new Row(Map.of(label, value), number);
    }

    @Override
    public void close() {
        metrics.close();
    }
}
