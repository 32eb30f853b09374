package dev.avow.budgets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.avow.admit.Refusal;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requests and tokens per minute of the keys that have such limits. Safe for any thread. */
final class Rates {

    private static final long SECOND_NANOS = 1_000_000_000;

    private final LongSupplier nanoTime;
    private final Supplier<Share> share;
    private final Cache<UUID, RateWindow> requests = windows();
    private final Cache<UUID, RateWindow> tokens = windows();

    /**
     * @param share this node's, of each limit
     */
    Rates(LongSupplier nanoTime, Supplier<Share> share) {
        this.nanoTime = nanoTime;
        this.share = share;
    }

    /** What nobody used for longer than a minute counts nothing. */
    private static Cache<UUID, RateWindow> windows() {
        return Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(2)).build();
    }

    /** Counts a request; null where it may go on. */
    @Nullable Refusal request(UUID key, int limit) {
        Share mine = share.get();
        int wait = requests.get(key, _ -> new RateWindow()).tryAdd(now(), 1, mine.of(limit));
        if (wait == 0) {
            return null;
        }
        String begin =
                "this key may make " + limit + " requests in a minute" + onThisNode(mine, limit);
        return wait == RateWindow.NEVER
                ? refusal(begin, null)
                : refusal(begin + "; try again in " + wait + " s", wait);
    }

    private static String onThisNode(Share mine, int limit) {
        return mine.of() == 1 ? "" : ", of which this node answers " + mine.of(limit);
    }

    private static Refusal refusal(String message, @Nullable Integer wait) {
        return new Refusal(Fault.of(FaultCode.RATE_LIMIT_EXCEEDED, message), wait);
    }

    /** Tokens that were counted in a second, to be corrected. */
    record Counted(RateWindow window, long second, long amount) {

        void settle(long came) {
            window.correct(second, came - amount);
        }
    }

    /** Either is null. */
    record Tokens(@Nullable Counted counted, @Nullable Refusal refusal) {}

    /** Counts what a request may come to. */
    Tokens tokens(UUID key, int limit, long amount) {
        RateWindow window = tokens.get(key, _ -> new RateWindow());
        long now = now();
        Share mine = share.get();
        int wait = window.tryAdd(now, amount, mine.of(limit));
        if (wait == 0) {
            return new Tokens(new Counted(window, now, amount), null);
        }
        String begin =
                "this key may use "
                        + limit
                        + " tokens in a minute"
                        + onThisNode(mine, limit)
                        + ", and this request may take "
                        + amount;
        return new Tokens(
                null,
                wait == RateWindow.NEVER
                        ? refusal(begin + "; send less, or allow the answer fewer", null)
                        : refusal(begin + "; try again in " + wait + " s", wait));
    }

    private long now() {
        return Math.floorDiv(nanoTime.getAsLong(), SECOND_NANOS);
    }
}
