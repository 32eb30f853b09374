package dev.avow.budgets;

import dev.avow.admit.Caller;
import dev.avow.admit.Grant;
import dev.avow.admit.Outcome;
import dev.avow.admit.Refusal;
import dev.avow.admit.Reservation;
import dev.avow.admit.Size;
import dev.avow.admit.Terms;
import dev.avow.words.Charge;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Itinerary;
import dev.avow.words.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Prices and budgets as they were read, over a ledger that goes on. */
record CurrentTerms(Book book, TenantCounts.Entry counts, Rates rates, EstimateRule rule)
        implements Terms {

    /** A node that comes or goes takes a moment until it is known who counts. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Of what costs nothing nothing is held. */
    private static final Reservation FREE =
            new Reservation() {
                @Override
                public Charge held() {
                    return Charge.NOTHING;
                }

                @Override
                public Charge settle(Outcome outcome, Destination at, List<Destination> inDoubt) {
                    return Charge.NOTHING;
                }
            };

    @Override
    public Grant reserve(Caller caller, Itinerary itinerary, Size size, Instant at) {
        return reserve(caller, itinerary, size, at, counts.ledger()::hold);
    }

    @Override
    public Grant claim(Caller caller, Itinerary itinerary, Size size, Instant at) {
        Grant grant = reserve(caller, itinerary, size, at, this::holdAnywhere);
        if (grant instanceof Grant.Undecided) {
            throw Fault.of(
                            FaultCode.STORE_UNAVAILABLE,
                            "it is not known just now what other nodes spend; try again shortly")
                    .asException();
        }
        return grant;
    }

    /** In memory or in the database, whichever counts. */
    private Verdict holdAnywhere(Ledger.Hold hold, long day, BudgetSet budgets) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Verdict verdict =
                    counts.ledger().isShared()
                            ? counts.shared().claim(hold, day, budgets)
                            : counts.ledger().hold(hold, day, budgets);
            if (!(verdict instanceof Verdict.Elsewhere) || System.nanoTime() > end) {
                return verdict;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private interface Holding {
        Verdict hold(Ledger.Hold hold, long day, BudgetSet budgets);
    }

    private Grant reserve(
            Caller caller, Itinerary itinerary, Size size, Instant at, Holding holding) {
        if (rule.isFree(size)) {
            return new Grant.Granted(FREE);
        }
        long day = Period.day(at);
        Usage estimate = rule.of(size);
        Estimates estimates = Estimates.of(itinerary, estimate, book.prices(), day);
        List<Subject> subjects = Subject.of(caller);
        if (!estimates.allPriced() && book.budgets().countsMoneyOf(subjects)) {
            return refused(
                    Fault.of(
                            FaultCode.PRICE_UNKNOWN,
                            "there is a budget in money here and no price is known for this model,"
                                    + " or for one that its route leads to; an administrator can"
                                    + " enter one under /api/v1/prices",
                            "model"));
        }
        Charge held = estimates.dearest(itinerary.mostServed());
        Rates.Counted counted = null;
        Integer perMinute = caller.limits().tokensPerMinute();
        UUID key = caller.apiKeyId();
        if (perMinute != null && key != null) {
            Rates.Tokens tokens = rates.tokens(key, perMinute, held.tokens());
            if (tokens.refusal() != null) {
                return new Grant.Refused(tokens.refusal());
            }
            counted = tokens.counted();
        }
        Ledger.Hold hold = new Ledger.Hold(subjects, held);
        Grant grant;
        try {
            grant =
                    switch (holding.hold(hold, day, book.budgets())) {
                        case Verdict.Held _ ->
                                new Grant.Granted(
                                        new Held(counts.ledger(), hold, counted, estimates));
                        case Verdict.Exceeded(Budget budget) -> refused(exceeded(budget, at));
                        case Verdict.Elsewhere _ -> new Grant.Undecided();
                    };
        } catch (RuntimeException unknown) {
            forget(counted);
            throw unknown;
        }
        if (!(grant instanceof Grant.Granted)) {
            forget(counted);
        }
        return grant;
    }

    private static void forget(Rates.@Nullable Counted counted) {
        if (counted != null) {
            counted.settle(0);
        }
    }

    @Override
    public Charge correct(
            Caller caller,
            Destination destination,
            Size size,
            Charge charged,
            Outcome outcome,
            Instant at) {
        if (rule.isFree(size)) {
            return Charge.NOTHING;
        }
        long day = Period.day(at);
        Charge came =
                came(
                        Estimates.of(Itinerary.to(destination), rule.of(size), book.prices(), day),
                        outcome,
                        destination);
        counts.ledger().correct(Subject.of(caller), day, charged, came);
        return came;
    }

    private static Charge came(Estimates estimates, Outcome outcome, Destination at) {
        return switch (outcome) {
            case Outcome.Counted known -> estimates.counted(known.usage(), at);
            case Outcome.Unknown _ -> estimates.expected(at);
            case Outcome.NotServed _ -> Charge.NOTHING;
        };
    }

    private static Grant refused(Fault fault) {
        return new Grant.Refused(new Refusal(fault, null));
    }

    private static Fault exceeded(Budget budget, Instant at) {
        return Fault.of(
                FaultCode.BUDGET_EXCEEDED,
                "the budget of "
                        + budget.subject().level().called()
                        + " for the "
                        + budget.period().id()
                        + " has no room for this request; it begins anew at "
                        + budget.period().end(at)
                        + ". Less text, or fewer tokens allowed to the answer, may fit before");
    }

    /** What one request holds. */
    private static final class Held implements Reservation {
        private final Ledger ledger;
        private final Ledger.Hold hold;
        private final Rates.@Nullable Counted counted;
        private final Estimates estimates;
        private @Nullable Charge settled;

        Held(
                Ledger ledger,
                Ledger.Hold hold,
                Rates.@Nullable Counted counted,
                Estimates estimates) {
            this.ledger = ledger;
            this.hold = hold;
            this.counted = counted;
            this.estimates = estimates;
        }

        @Override
        public Charge held() {
            return hold.charge();
        }

        @Override
        public synchronized Charge settle(
                Outcome outcome, Destination at, List<Destination> inDoubt) {
            Charge before = settled;
            if (before != null) {
                return before;
            }
            Charge came = came(estimates, outcome, at);
            for (Destination each : inDoubt) {
                came = Estimates.sum(came, estimates.expected(each));
            }
            settled = came;
            ledger.settle(hold, came);
            if (counted != null) {
                counted.settle(came.tokens());
            }
            return came;
        }
    }
}
