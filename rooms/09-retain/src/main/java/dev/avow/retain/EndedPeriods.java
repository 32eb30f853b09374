package dev.avow.retain;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Period;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;

/**
 * Destroys the keys of days that are over, so that what went with them opens nowhere any more, in a
 * backup either (promise R1). A key waits for the last row of its day: what a legal hold keeps (R5)
 * keeps its key too, so that a backup from before the hold still brings it back. The day after is
 * left alone, for nodes whose clocks differ.
 */
public final class EndedPeriods implements RetentionStep {

    private static final String IS_LEFT =
            """
            SELECT EXISTS (SELECT FROM provider_files
                    WHERE expires_at >= :from AND expires_at < :until)
                OR EXISTS (SELECT FROM provider_batches
                    WHERE expires_at >= :from AND expires_at < :until)
                OR EXISTS (SELECT FROM mail_outbox WHERE message_sealed IS NOT NULL
                    AND give_up_at >= :from AND give_up_at < :until)
                OR EXISTS (SELECT FROM privacy_intakes
                    WHERE expires_at >= :from AND expires_at < :until)
            """;

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final InstantSource clock;

    public EndedPeriods(Tenancy tenancy, Keyring keyring, InstantSource clock) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.clock = clock;
    }

    @Override
    public void run(TenantId tenant, BooleanSupplier goOn) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        for (Period period : keyring.periods().periods(tenant)) {
            if (!goOn.getAsBoolean()) {
                return;
            }
            if (period.day().isBefore(yesterday) && !isLeft(tenant, period)) {
                keyring.periods().destroy(tenant, period);
            }
        }
    }

    private boolean isLeft(TenantId tenant, Period period) {
        return tenancy.within(
                tenant,
                handle ->
                        handle.createQuery(IS_LEFT)
                                .bind("from", period.day().atStartOfDay().atOffset(ZoneOffset.UTC))
                                .bind(
                                        "until",
                                        period.day()
                                                .plusDays(1)
                                                .atStartOfDay()
                                                .atOffset(ZoneOffset.UTC))
                                .mapTo(Boolean.class)
                                .one());
    }
}
