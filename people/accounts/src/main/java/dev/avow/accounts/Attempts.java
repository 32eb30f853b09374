package dev.avow.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts wrong guesses in this node's memory, for windows of 15 minutes. A guess counts before it
 * is checked, so that many at once gain nothing. Neither address is kept, only a digest. Safe for
 * any thread.
 *
 * <p>Counted is what one address guesses at one account, so that nobody keeps a person out from
 * elsewhere, and what one address guesses in all. The latter not for this machine's own address:
 * behind a proxy that ends TLS everybody has it, and thirty wrong guesses by anyone would keep
 * everybody out. There, guesses at one account still end after ten, also for its owner.
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
     * @param ipAddress as Java prints it; null where there is none, which counts as one of its own
     * @throws dev.avow.words.FaultException {@code too_many_attempts} where there were too many
     */
    void begin(Digest account, @Nullable String ipAddress) {
        boolean tooMany = countsInAll(ipAddress) && count(ofAddress(ipAddress)) > PER_ADDRESS;
        if (tooMany || count(ofBoth(account, ipAddress)) > PER_ACCOUNT) {
            throw Fault.of(
                            FaultCode.TOO_MANY_ATTEMPTS,
                            "too many attempts; try again in " + WINDOW.toMinutes() + " minutes")
                    .asException();
        }
    }

    /** The guess was right: the account starts anew here, and the address gets this one back. */
    void succeeded(Digest account, @Nullable String ipAddress) {
        counts.invalidate(ofBoth(account, ipAddress));
        if (countsInAll(ipAddress)) {
            AtomicInteger count = counts.getIfPresent(ofAddress(ipAddress));
            if (count != null) {
                count.decrementAndGet();
            }
        }
    }

    private static boolean countsInAll(@Nullable String ipAddress) {
        return ipAddress != null
                && !ipAddress.startsWith("127.")
                && !ipAddress.equals("0:0:0:0:0:0:0:1");
    }

    private int count(Digest what) {
        return counts.get(what, _ -> new AtomicInteger()).incrementAndGet();
    }

    private static Digest ofAddress(@Nullable String ipAddress) {
        return Digest.of("address " + household(ipAddress == null ? "" : ipAddress));
    }

    private static Digest ofBoth(Digest account, @Nullable String ipAddress) {
        return Digest.of(
                "account "
                        + HexFormat.of().formatHex(account.bytes())
                        + " from "
                        + household(ipAddress == null ? "" : ipAddress));
    }

    /** One household has one IPv4 address, but 2^64 of IPv6: these count as one. */
    private static String household(String ipAddress) {
        String[] groups = ipAddress.split(":", -1);
        boolean full = groups.length == 8; // as Java prints them, without "::"
        return full ? String.join(":", groups[0], groups[1], groups[2], groups[3]) : ipAddress;
    }
}
