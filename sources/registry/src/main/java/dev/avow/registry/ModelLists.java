package dev.avow.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.avow.ask.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Which models each provider offers, as far as it said so.
 *
 * <p>A provider is waited for once, and for {@link #PATIENCE} at most; from then on what is known
 * is answered at once, also where it is nothing, and brought up to date in the background. Safe for
 * any thread; nothing blocks.
 */
final class ModelLists {

    /** How long anybody waits for a provider to say what it offers. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(30);
    private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(30);

    private final Map<String, Provider> byKind;
    private final InstantSource clock;
    private final Executor threads =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("avow-model-lists-", 0).factory());
    private final Cache<UUID, Entry> entries =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofDays(1)).build();

    ModelLists(Map<String, Provider> byKind, InstantSource clock) {
        this.byKind = byKind;
        this.clock = clock;
    }

    /** What is known; empty where the provider is being waited for. Has it asked where due. */
    Optional<Set<String>> known(StoredProvider provider) {
        Entry entry = fresh(provider);
        return entry.settled.isDone() ? Optional.of(entry.models) : Optional.empty();
    }

    /**
     * What is known once the first asking has ended; done after {@link #PATIENCE} at the latest.
     */
    CompletableFuture<Set<String>> settled(StoredProvider provider) {
        Entry entry = fresh(provider);
        return entry.settled.thenApply(_ -> entry.models);
    }

    private Entry fresh(StoredProvider provider) {
        Entry entry = entries.get(provider.id(), _ -> new Entry());
        if (!clock.instant().isBefore(entry.due) && entry.asking.compareAndSet(false, true)) {
            ask(provider, entry);
        }
        return entry;
    }

    private void ask(StoredProvider provider, Entry entry) {
        Provider speaker = byKind.get(provider.kind());
        CompletableFuture<List<String>> asked =
                speaker == null
                        ? CompletableFuture.completedFuture(List.of())
                        : CompletableFuture.supplyAsync(
                                        () -> speaker.models(provider.endpoint(0)), threads)
                                .thenCompose(stage -> stage)
                                .orTimeout(GIVEN_UP_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> _ =
                asked.handle((models, failed) -> {
                    entry.answered(failed == null ? models : null, clock.instant());
                    return null;
                });
        entry.settled.completeOnTimeout(true, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What one provider said last. */
    private static final class Entry {

        /** Done when the first asking has ended, or was waited for long enough. */
        private final CompletableFuture<Boolean> settled = new CompletableFuture<>();

        private final AtomicBoolean asking = new AtomicBoolean();
        private volatile Set<String> models = Set.of();
        private volatile Instant due = Instant.MIN;

        /** Null where it failed: what it said before still stands. */
        void answered(@Nullable List<String> said, Instant now) {
            if (said != null) {
                models = Collections.unmodifiableSet(new TreeSet<>(said));
            }
            due = now.plus(said != null ? GOOD_FOR : TRY_AGAIN_AFTER);
            asking.set(false);
            settled.complete(true);
        }
    }
}
