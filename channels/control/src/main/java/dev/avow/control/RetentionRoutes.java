package dev.avow.control;

import dev.avow.retain.Kept;
import dev.avow.retain.Preview;
import dev.avow.retain.Preview.Going;
import dev.avow.retain.RunCounts;
import dev.avow.retain.Schedule;
import dev.avow.retain.Term;
import dev.avow.retention.LegalHolds;
import dev.avow.retention.SettingsHistory;
import dev.avow.retention.SettingsHistory.Change;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/retention}: how long things are kept, and what will go when (promise R1). */
public final class RetentionRoutes implements Routes {

    private static final int FURTHEST = 3_660;
    private static final int USUAL = 30;

    private record ValueView(
            String dataClass,
            String retention,
            @Nullable Integer days,
            String source,
            boolean enforced) {}

    private record RunView(
            Instant startedAt,
            @Nullable Instant endedAt,
            long interactions,
            long archived,
            long archives,
            long sessions,
            long setupLinks,
            long auditEntries,
            long held) {}

    private record View(
            String profile,
            List<ValueView> values,
            @Nullable Long archiveAfterDays,
            int holdsInForce,
            Instant nextRun,
            @Nullable RunView lastRun,
            List<Change> changes) {}

    private record GoingView(
            LocalDate day, String dataClass, String action, long rows, long held) {}

    private record PreviewView(int days, List<GoingView> items, @Nullable String nextCursor) {}

    private final Schedule schedule;
    private final SettingsHistory history;
    private final Preview preview;
    private final LegalHolds holds;
    private final Tenancy tenancy;
    private final Supplier<Instant> nextRun;

    /**
     * @param nextRun when this node's next run is due
     */
    public RetentionRoutes(
            Schedule schedule,
            SettingsHistory history,
            Preview preview,
            LegalHolds holds,
            Tenancy tenancy,
            Supplier<Instant> nextRun) {
        this.schedule = schedule;
        this.history = history;
        this.preview = preview;
        this.holds = holds;
        this.tenancy = tenancy;
        this.nextRun = nextRun;
    }

    @Override
    public void mount(RouteTable table) {
        table.get("/api/v1/retention", this::values).get("/api/v1/retention/preview", this::ahead);
    }

    @Override
    public String description() {
        return "retention.json";
    }

    private ControlAnswer values(ControlRequest request) {
        return ControlAnswer.ok(
                new View(
                        schedule.profile().id(),
                        Arrays.stream(Kept.values()).map(this::value).toList(),
                        schedule.archiveAfter().map(Duration::toDays).orElse(null),
                        holds.inForce(request.tenant()),
                        nextRun.get(),
                        tenancy.within(request.tenant(), RunCounts::last)
                                .map(RetentionRoutes::run)
                                .orElse(null),
                        history.changes(request.tenant())));
    }

    private ValueView value(Kept kept) {
        Term term = schedule.term(kept);
        return new ValueView(
                kept.id(),
                term.text(),
                term.life().map(life -> (int) life.toDays()).orElse(null),
                schedule.isSet(kept) ? "setting" : "profile",
                kept.isEnforced());
    }

    private static RunView run(RunCounts counts) {
        return new RunView(
                counts.startedAt(),
                counts.endedAt(),
                counts.interactions(),
                counts.archived(),
                counts.archives(),
                counts.sessions(),
                counts.setupLinks(),
                counts.auditEntries(),
                counts.held());
    }

    private ControlAnswer ahead(ControlRequest request) {
        int days = request.query("days").map(RetentionRoutes::days).orElse(USUAL);
        Page<Going> page =
                request.pageOf(
                        preview.ahead(request.tenant(), days),
                        each -> each.what() + " " + each.kept().id() + " " + each.day());
        return ControlAnswer.ok(
                new PreviewView(days, page.map(RetentionRoutes::going).items(), page.nextCursor()));
    }

    private static int days(String text) {
        try {
            int days = Integer.parseInt(text);
            if (days >= 0 && days <= FURTHEST) {
                return days;
            }
        } catch (NumberFormatException notANumber) {
            // told of below
        }
        throw Fault.of(
                        FaultCode.INVALID_VALUE,
                        "days is a whole number from 0 to " + FURTHEST,
                        "days")
                .asException();
    }

    private static GoingView going(Going going) {
        return new GoingView(
                going.day(), going.kept().id(), going.what(), going.rows(), going.held());
    }
}
