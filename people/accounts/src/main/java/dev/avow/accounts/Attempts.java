package dev.avow.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts wrong guesses per account and per address, in this node's memory, for windows of 15
 * minutes. A guess counts before it is checked, so that many at once gain nothing. Neither address
 * is kept, only a digest. Safe for any thread.
 */
final class Attempts {

    static final int PER_ACCOUNT = 10;
    static final int PER_ADDRESS = 30;

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REMEMBERED = 100_000;

    private final Cache<Digest, AtomicInteger> counts;

    Attempts(InstantSource clock) {
        this.counts =
                Caffeine.newBuilder()
                        .expireAfterWrite(WINDOW)
                        .maximumSize(REMEMBERED)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .build();
    }

    /**
     * Counts a guess.
     *
     * @throws dev.avow.words.FaultException {@code too_many_attempts} where there were too many
     */
    void begin(@Nullable Digest account, @Nullable String ipAddress) {
        boolean tooMany = ipAddress != null && count(ofAddress(ipAddress)) > PER_ADDRESS;
        if (account != null && !tooMany) {
            tooMany = count(account) > PER_ACCOUNT;
        }
        if (tooMany) {
            throw Fault.of(
                            FaultCode.TOO_MANY_ATTEMPTS,
                            "too many attempts; try again in " + WINDOW.toMinutes() + " minutes")
                    .asException();
        }
    }

    /** The guess was right: the account starts anew, and the address gets this one back. */
    void succeeded(@Nullable Digest account, @Nullable String ipAddress) {
        if (account != null) {
            counts.invalidate(account);
        }
        if (ipAddress != null) {
            AtomicInteger count = counts.getIfPresent(ofAddress(ipAddress));
            if (count != null) {
                count.decrementAndGet();
            }
        }
    }

    private int count(Digest what) {
        return counts.get(what, _ -> new AtomicInteger()).incrementAndGet();
    }

    /** One household has one IPv4 address, but 2^64 of IPv6: these count as one. */
    private static Digest ofAddress(String ipAddress) {
        String[] groups = ipAddress.split(":", -1);
        boolean full = groups.length == 8; // as Java prints them, without "::"
        return Digest.of(
                "address "
                        + (full
                                ? String.join(":", groups[0], groups[1], groups[2], groups[3])
                                : ipAddress));
    }
}
