package dev.avow.retain;

import dev.avow.record.UnreadableFiles;
import dev.avow.tenancy.Tenancy;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of files of the journal that could not be read, when interactions of their time would be
 * gone: where those do not go by their age, never. Nobody can tell whom such a file is about, so it
 * stays while any tenant has a legal hold in force (R5).
 *
 * <p>Blocks. Each node does it for its own.
 */
public final class UnreadableExpiry {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableExpiry.class);

    private final UnreadableFiles files;
    private final Tenancy tenancy;
    private final Schedule schedule;
    private final InstantSource clock;

    public UnreadableExpiry(
            UnreadableFiles files, Tenancy tenancy, Schedule schedule, InstantSource clock) {
        this.files = files;
        this.tenancy = tenancy;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Does it; what fails is left for the next time. */
    public void run() {
        try {
            schedule.oldest(Kept.INTERACTIONS, clock.instant()).ifPresent(this::letGo);
        } catch (RuntimeException failed) {
            LOG.error(
                    "files of the journal that cannot be read are kept until the next run: {}",
                    failed.getClass().getName());
        }
    }

    private void letGo(Instant oldest) {
        if (files.anyFrom(oldest) && !anyHold()) {
            files.letGo(oldest);
        }
    }

    private boolean anyHold() {
        return tenancy.tenants().stream()
                .anyMatch(tenant -> tenancy.within(tenant, LegalHoldRows::any));
    }
}
