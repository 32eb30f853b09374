package dev.avow.vertex;

import dev.avow.vertex.TokenExchange.Token;
import dev.avow.wire.KeyUse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One key's token. It is asked for on a thread of its own; who comes meanwhile waits for the same
 * answer, and who comes soon after a failure hears of that one. Safe for any thread.
 */
final class HeldToken {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** One that was refused before that is not worth another: the key may not do this. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final TokenExchange exchange;
    private final InstantSource clock;
    private final Consumer<HeldToken> whenOver;
    private CompletableFuture<KeyUse> latest =
            CompletableFuture.failedFuture(new IllegalStateException("not yet asked for"));
    private int times;
    private Map<String, String> shown = Map.of();
    private Instant since = Instant.MIN;
    private Instant until = Instant.MIN;

    /**
     * @param whenOver told when the token has ended and nobody has asked for another
     */
    HeldToken(TokenExchange exchange, InstantSource clock, Consumer<HeldToken> whenOver) {
        this.exchange = exchange;
        this.clock = clock;
        this.whenOver = whenOver;
    }

    /** The last one, or another where it ends soon. Returns at once. */
    synchronized CompletableFuture<KeyUse> ready(String plaintextKey) {
        if (latest.isDone() && !clock.instant().isBefore(until)) {
            CompletableFuture<KeyUse> asked = new CompletableFuture<>();
            latest = asked;
            int number = ++times;
            Thread.ofVirtual().name("avow-token").start(() -> ask(plaintextKey, asked, number));
        }
        return latest;
    }

    private void ask(String plaintextKey, CompletableFuture<KeyUse> asked, int number) {
        Instant now = clock.instant();
        try {
            Token token = exchange.tokenFor(ServiceAccount.read(plaintextKey), now);
            Shown use = new Shown(token.plaintext());
            Duration margin =
                    token.life().compareTo(MARGIN.multipliedBy(2)) > 0
                            ? MARGIN
                            : token.life().dividedBy(2);
            hold(use.headers, now, now.plus(token.life()).minus(margin));
            asked.complete(use);
            forget(number, token.life());
        } catch (RuntimeException | Error none) {
            hold(Map.of(), now, now.plus(exchange.pause()));
            asked.completeExceptionally(none);
            forget(number, exchange.pause());
        }
    }

    private synchronized void hold(Map<String, String> headers, Instant from, Instant to) {
        shown = headers;
        since = from;
        until = to;
    }

    /** After that time, unless there is another by then. */
    private void forget(int number, Duration after) {
        Executor then = CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS);
        then.execute(() -> {
            if (isLatest(number)) {
                whenOver.accept(this);
            }
        });
    }

    private synchronized boolean isLatest(int number) {
        return number == times;
    }

    /** Whether there is another one, or another can be asked for. */
    synchronized boolean giveUp(Map<String, String> refused) {
        if (!latest.isDone() || !refused.entrySet().containsAll(shown.entrySet())) {
            return true; // somebody else has asked for another meanwhile
        }
        if (clock.instant().isBefore(since.plus(FRESH))) {
            return false;
        }
        until = Instant.MIN;
        return true;
    }

    /** Shows a token in the place of its key. */
    private static final class Shown implements KeyUse {

        private final String plaintextToken;
        private final Map<String, String> headers;

        Shown(String plaintextToken) {
            this.plaintextToken = plaintextToken;
            this.headers = Map.of("Authorization", "Bearer " + plaintextToken);
        }

        @Override
        public Map<String, String> headers(
                String plaintextKey, String method, Supplier<URI> uri, byte[] body) {
            return headers;
        }

        @Override
        public Optional<List<String>> secrets(String plaintextKey, Map<String, String> shown) {
            return Optional.of(List.of(plaintextToken));
        }
    }
}
