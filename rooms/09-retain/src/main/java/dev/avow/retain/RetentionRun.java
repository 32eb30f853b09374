package dev.avow.retain;

import dev.avow.tenancy.Tenancy;
import dev.avow.tenancy.Tenancy.Durable;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One run of retention for one tenant: all that it does, in order, and what came of it. */
public final class RetentionRun {

    private final Tenancy tenancy;
    private final Expiry expiry;
    private final Optional<Archives> archives;
    private final RetentionStep last;
    private final InstantSource clock;

    /**
     * @param archives empty where there is no archive
     */
    public RetentionRun(
            Tenancy tenancy, Expiry expiry, Optional<Archives> archives, InstantSource clock) {
        this(tenancy, expiry, archives, RetentionStep.NONE, clock);
    }

    /**
     * @param archives empty where there is no archive
     * @param last what is done after the rest, also where that failed: a key whose day is over
     *     waits for no archive
     */
    public RetentionRun(
            Tenancy tenancy,
            Expiry expiry,
            Optional<Archives> archives,
            RetentionStep last,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.expiry = expiry;
        this.archives = archives;
        this.last = last;
        this.clock = clock;
    }

    /**
     * Does all of it; blocks. What fails leaves the rest for the next run.
     *
     * @param goOn asked between two batches; false ends the run there
     */
    public void of(TenantId tenant, BooleanSupplier goOn) {
        Begun begun = begin(tenant, goOn);
        while (begun.archiveGroup(goOn) && goOn.getAsBoolean()) {}
        begun.end(goOn);
    }

    /** What one look at a tenant brought: most have nothing of most kinds. */
    private record Due(Expiry.Look inTable, Optional<List<Archive>> inArchive) {}

    /** Lets go of what is due, and finds what is to move to the archive. */
    Begun begin(TenantId tenant, BooleanSupplier goOn) {
        return inAnyCaseLast(tenant, goOn, () -> beginning(tenant, goOn));
    }

    private <T> T inAnyCaseLast(TenantId tenant, BooleanSupplier goOn, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failed) {
            throw last.inSpiteOf(failed, tenant, goOn);
        }
    }

    private Begun beginning(TenantId tenant, BooleanSupplier goOn) {
        Due due =
                tenancy.inTurn(
                        tenant,
                        Durable.SOON,
                        handle -> {
                            RunCounts.begin(handle, clock.instant());
                            return new Due(
                                    expiry.look(handle), archives.map(each -> each.look(handle)));
                        });
        expiry.run(tenant, due.inTable(), goOn);
        return new Begun(
                tenant,
                archives.map(each -> each.run(tenant, due.inArchive().orElseThrow(), goOn)));
    }

    /** A tenant's run that goes on. For one thread at a time. */
    final class Begun {

        private final TenantId tenant;
        private final Optional<Archiver.Walk> walk;

        private Begun(TenantId tenant, Optional<Archiver.Walk> walk) {
            this.tenant = tenant;
            this.walk = walk;
        }

        TenantId tenant() {
            return tenant;
        }

        /** Moves a group to the archive; false where nothing is left. */
        boolean archiveGroup(BooleanSupplier goOn) {
            return inAnyCaseLast(
                    tenant, goOn, () -> walk.map(each -> each.group(goOn)).orElse(false));
        }

        void end(BooleanSupplier goOn) {
            last.run(tenant, goOn);
            boolean _ =
                    tenancy.inTurn(
                            tenant,
                            Durable.SOON,
                            handle -> {
                                RunCounts.end(handle, clock.instant());
                                return true;
                            });
        }
    }
}
