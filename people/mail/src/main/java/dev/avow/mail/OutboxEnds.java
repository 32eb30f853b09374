package dev.avow.mail;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How mails end: address and text go from the row, and the audit log says why. What is late ends by
 * the clock too, where no server is set that it could be handed to (promise R1). Safe for any
 * thread and on several nodes; blocks.
 */
public final class OutboxEnds {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxEnds.class);

    private final Tenancy tenancy;
    private final AuditLog audit;
    private final InstantSource clock;

    public OutboxEnds(Tenancy tenancy, AuditLog audit, InstantSource clock) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives up what is late of a tenant, but for what is being tried just now. */
    public void run(TenantId tenant, BooleanSupplier goOn) {
        List<MailStatus> late;
        do {
            late = tenancy.within(tenant, handle -> OutboxRows.late(handle, now()));
            late.forEach(each -> late(tenant, each));
        } while (!late.isEmpty() && goOn.getAsBoolean());
    }

    void late(TenantId tenant, MailStatus status) {
        String last = status.reply();
        end(tenant, status, MailStatus.State.GIVEN_UP, last == null ? "not in time" : last);
    }

    void end(TenantId tenant, MailStatus status, MailStatus.State state, String reply) {
        boolean sent = state == MailStatus.State.SENT;
        if (!sent) {
            LOG.warn("tenant {}: mail {} was given up: {}", tenant, status.id(), reply);
        }
        tenancy.within(
                tenant,
                handle -> {
                    boolean waited = OutboxRows.end(handle, status.id(), state, reply, now());
                    if (waited) {
                        audit.append(
                                handle,
                                new Actor(tenant, null, null, null, "avow mail"),
                                new AuditEntry(
                                        sent ? "mail_sent" : "mail_given_up",
                                        status.resourceType(),
                                        status.resourceId().toString(),
                                        null,
                                        Map.of(
                                                "mail",
                                                status.id().toString(),
                                                "kind",
                                                status.kind().id(),
                                                "topic",
                                                status.topic(),
                                                "tries",
                                                status.tries(),
                                                "reply",
                                                reply)));
                    }
                    return waited;
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
