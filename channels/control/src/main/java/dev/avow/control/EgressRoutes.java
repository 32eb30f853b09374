package dev.avow.control;

import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.record.EgressHost;
import dev.avow.record.EgressLog;
import dev.avow.words.Page;

/**
 * {@code /api/v1/egress}: which hosts received text, to hold a register of sub-processors against
 * (promise T3).
 */
public final class EgressRoutes implements Routes {

    private final EgressLog log;
    private final AuditLog audit;

    public EgressRoutes(EgressLog log, AuditLog audit) {
        this.log = log;
        this.audit = audit;
    }

    @Override
    public void mount(RouteTable table) {
        table.get("/api/v1/egress", this::list);
    }

    @Override
    public String description() {
        return "egress.json";
    }

    private ControlAnswer list(ControlRequest request) {
        Page<EgressHost> page =
                request.pageOf(
                        log.all(request.tenant()),
                        each -> String.join("\n", each.host(), each.provider(), each.purpose()));
        audit.append(request.actor(), AuditEntry.viewed("egress_viewed", "egress", null));
        return ControlAnswer.ok(page);
    }
}
