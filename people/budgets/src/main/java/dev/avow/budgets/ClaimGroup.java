package dev.avow.budgets;

import dev.avow.budgets.CountRows.Count;
import dev.avow.budgets.CountRows.Place;
import dev.avow.words.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction does: it adds what this node has to tell, and holds each claim on all its
 * levels or on none.
 */
final class ClaimGroup {

    private final TenantId tenant;
    private final UUID node;
    private final List<Claim> claims;
    private final @Nullable InDoubt earlier;
    private final Map<Place, Count> told;
    private final Map<Place, Count> held = new HashMap<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private @Nullable String transaction;
    private long tidyDay;

    /**
     * @param news what is to be added
     * @param earlier a transaction of which it is not known whether it was committed; null for none
     * @param tidyDay the last day on which rows of days before were deleted
     */
    ClaimGroup(
            TenantId tenant,
            UUID node,
            List<Claim> claims,
            Map<Place, Count> news,
            @Nullable InDoubt earlier,
            long tidyDay) {
        this.tenant = tenant;
        this.node = node;
        this.claims = claims;
        this.told = new HashMap<>(news);
        this.earlier = earlier;
        this.tidyDay = tidyDay;
    }

    /** Returns false where this node does not count in the database. */
    boolean run(Handle handle) {
        CountRows.lock(handle, tenant);
        if (!CountRows.shares(handle, node)) {
            return false;
        }
        if (earlier != null) {
            earlier.resolve(handle, told);
        }
        transaction = CountRows.transaction(handle);
        Set<Place> places = new HashSet<>(told.keySet());
        claims.forEach(each -> places.addAll(Counts.places(each.hold().subjects(), each.day())));
        Map<Place, Count> counts = CountRows.of(handle, places);
        told.forEach((place, count) -> Counts.add(counts, place, count.picos(), count.tokens()));
        Set<Place> changed = new HashSet<>(told.keySet());
        for (Claim each : claims) {
            verdicts.add(decide(each, counts, changed));
        }
        counts.keySet().retainAll(changed);
        CountRows.put(handle, tenant, counts);
        tidy(handle);
        return true;
    }

    private Verdict decide(Claim claim, Map<Place, Count> counts, Set<Place> changed) {
        Ledger.Hold hold = claim.hold();
        long picos = hold.charge().picosOrZero();
        long tokens = hold.charge().tokens();
        for (Subject subject : hold.subjects()) {
            for (Budget budget : claim.budgets().of(subject)) {
                Period period = budget.period();
                Place place = new Place(subject, period, period.number(claim.day()));
                Count then = counts.getOrDefault(place, Count.ZERO).plus(picos, tokens);
                if (budget.isExceededBy(then.picos(), then.tokens())) {
                    return new Verdict.Exceeded(budget);
                }
            }
        }
        for (Place place : Counts.places(hold.subjects(), claim.day())) {
            Counts.add(counts, place, picos, tokens);
            Counts.add(held, place, picos, tokens);
            changed.add(place);
        }
        return Verdict.HELD;
    }

    private void tidy(Handle handle) {
        for (Claim each : claims) {
            if (each.day() > tidyDay) {
                CountRows.forgetEarlier(handle, each.day() - 1);
                tidyDay = each.day();
            }
        }
    }

    /** One for each claim, once it ran. */
    List<Verdict> verdicts() {
        return verdicts;
    }

    long tidyDay() {
        return tidyDay;
    }

    /** What the next one has to ask where it is not known whether this was committed. */
    @Nullable InDoubt doubt() {
        return transaction == null ? null : new InDoubt(transaction, told, held);
    }
}
