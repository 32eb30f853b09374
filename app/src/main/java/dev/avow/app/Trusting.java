package dev.avow.app;

import dev.avow.control.AnnouncementRoutes;
import dev.avow.control.Routes;
import dev.avow.control.TrustRoutes;
import dev.avow.prove.Checkpoints;
import dev.avow.record.EgressLog;
import dev.avow.settings.BadSetting;
import dev.avow.settings.Settings;
import dev.avow.trust.Announcements;
import dev.avow.trust.Part;
import dev.avow.trust.Published;
import dev.avow.trust.Sentence;
import dev.avow.trust.TrustPage;
import dev.avow.trust.TrustPage.Chapter;
import dev.avow.trust.TrustVersions;
import dev.avow.words.TenantId;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public data-handling page (promise T4), of the tenant that an installation begins with: each
 * part asks those who enforce what it says.
 */
final class Trusting {

    private static final Logger LOG = LoggerFactory.getLogger(Trusting.class);
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Settings settings;
    private final Map<Part, Supplier<List<Sentence>>> parts = new EnumMap<>(Part.class);
    private final Set<Part> hidden;
    private final Recent<Published> page;
    private final TrustVersions versions;
    private final Announcements announcements;
    private final Clock clock = Clock.systemUTC();

    /**
     * @throws BadSetting where a part is to be hidden that there is not
     */
    Trusting(
            Settings settings,
            Storage storage,
            Services services,
            EgressLog egress,
            Checkpoints checkpoints,
            Retaining retention,
            Rights rights,
            BackupJob backups,
            Mailing mailing) {
        this.settings = settings;
        this.hidden = hidden(settings);
        TrustBoundary boundary = new TrustBoundary(settings, services);
        parts.put(Part.MASKING, boundary::masking);
        parts.put(Part.FOUND, boundary::found);
        TrustKeeping keeping =
                new TrustKeeping(settings, storage, retention.schedule(), rights, backups, clock);
        parts.put(Part.RECORDED, keeping::recorded);
        parts.put(Part.KEPT, keeping::kept);
        parts.put(Part.BACKUPS, keeping::backups);
        TrustPlaces places = new TrustPlaces(settings, storage, services, clock);
        parts.put(Part.PLACE, places::place);
        parts.put(Part.KEYS, places::keys);
        if (!settings.trust().receivers().equals("none")) {
            parts.put(
                    Part.RECEIVERS,
                    new TrustReceivers(settings, egress, mailing.outbox())::receivers);
        }
        TrustRights people = new TrustRights(settings, rights, checkpoints, clock);
        parts.put(Part.RIGHTS, people::rights);
        parts.put(Part.AUDIT, people::audit);
        int notice = settings.trust().noticeDays();
        this.versions = new TrustVersions(storage.tenancy(), services.audit(), notice, clock);
        this.announcements =
                new Announcements(
                        storage.tenancy(), services.audit(), notice, mailing.outbox(), clock);
        this.page = new Recent<>(settings.trust().refresh(), clock, this::now);
        var _ = settings.trust().docsUrl();
    }

    private static Set<Part> hidden(Settings settings) {
        Set<Part> hidden = EnumSet.noneOf(Part.class);
        for (String each : settings.trust().hidden()) {
            hidden.add(
                    Part.of(each)
                            .orElseThrow(() ->
                                    new BadSetting(
                                            "AVOW_TRUST_HIDE names a part that there is not; the"
                                                    + " parts are "
                                                    + EnumSet.allOf(Part.class).stream()
                                                            .map(Part::id)
                                                            .collect(Collectors.joining(", ")))));
        }
        return hidden;
    }

    List<Routes> routes() {
        Supplier<Published> recent = page::get;
        return List.of(
                new TrustRoutes(
                        settings.trust().enabled() ? recent : null,
                        versions,
                        settings.trust().docsUrl()),
                new AnnouncementRoutes(announcements));
    }

    /** Keeps a version where something material changed, also where nobody reads the page. */
    void watch(Vertx vertx, Executor blocking) {
        if (settings.trust().enabled()) {
            long _ = vertx.setPeriodic(EVERY.toMillis(), _ -> blocking.execute(this::look));
        }
    }

    private void look() {
        try {
            Published _ = page.get();
        } catch (RuntimeException failed) {
            LOG.warn("the public page was not looked at: {}", failed.getClass().getName());
        }
    }

    private Published now() {
        TrustPage said = said();
        return new Published(
                said,
                versions.current(TenantId.DEFAULT, said),
                announcements.upcoming(TenantId.DEFAULT));
    }

    private TrustPage said() {
        List<Chapter> chapters = new ArrayList<>();
        parts.forEach((part, sentences) -> {
            if (!hidden.contains(part)) {
                chapters.add(new Chapter(part, sentences.get()));
            }
        });
        return new TrustPage(clock.instant(), chapters);
    }
}
