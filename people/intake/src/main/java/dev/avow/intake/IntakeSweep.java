package dev.avow.intake;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.retain.RetentionStep;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Erases forms that nobody verified in time (promises P6, R1). They are few, since few are taken in
 * an hour. Runs where the form is turned off too.
 */
public final class IntakeSweep implements RetentionStep {

    private final Tenancy tenancy;
    private final AuditLog audit;
    private final InstantSource clock;

    public IntakeSweep(Tenancy tenancy, AuditLog audit, InstantSource clock) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void run(TenantId tenant, BooleanSupplier goOn) {
        int _ =
                tenancy.within(
                        tenant,
                        handle -> {
                            int gone = IntakeRows.deleteExpired(handle, clock.instant());
                            if (gone > 0) {
                                audit.append(
                                        handle,
                                        new Actor(tenant, null, null, null, "avow retention"),
                                        new AuditEntry(
                                                "privacy_forms_expired",
                                                "privacy_form",
                                                null,
                                                null,
                                                Map.of("count", gone)));
                            }
                            return gone;
                        });
    }
}
