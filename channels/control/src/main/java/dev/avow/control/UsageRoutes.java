package dev.avow.control;

import dev.avow.budgets.UsageReport;
import dev.avow.budgets.UsageReport.By;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** {@code /api/v1/usage}: requests, tokens and cost by key, person, model or day (promise B11). */
public final class UsageRoutes implements Routes {

    private static final String PATH = "/api/v1/usage";

    private final UsageReport report;
    private final AuditLog audit;
    private final InstantSource clock;

    public UsageRoutes(UsageReport report, AuditLog audit, InstantSource clock) {
        this.report = report;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, this::list);
    }

    @Override
    public String description() {
        return "usage.json";
    }

    private ControlAnswer list(ControlRequest request) {
        By by =
                By.of(request.query("by").orElse("day"))
                        .orElseThrow(() ->
                                Fault.of(
                                                FaultCode.INVALID_VALUE,
                                                "by is key, user, model or day",
                                                "by")
                                        .asException());
        Instant now = clock.instant();
        Instant from =
                request.query("from")
                        .map(text -> Members.time(text, "from"))
                        .orElseGet(() -> monthOf(now));
        Instant to = request.query("to").map(text -> Members.time(text, "to")).orElse(now);
        if (!from.isBefore(to)) {
            throw Fault.of(FaultCode.INVALID_VALUE, "from must be before to", "from").asException();
        }
        var page = request.page();
        audit.append(request.actor(), AuditEntry.viewed("usage_viewed", "usage", by.id()));
        return ControlAnswer.ok(report.page(request.tenant(), by, from, to, page));
    }

    /** When the month of a time began, in UTC. */
    private static Instant monthOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC)
                .withDayOfMonth(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
