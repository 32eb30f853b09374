package dev.avow.api;

import dev.avow.admit.Caller;
import dev.avow.admit.Outcome;
import dev.avow.admit.Size;
import dev.avow.admit.Terms;
import dev.avow.arrive.AnswerRoom;
import dev.avow.record.Ending;
import dev.avow.record.KeptPlace;
import dev.avow.record.LateEnding;
import dev.avow.restore.AnswerFacts;
import dev.avow.restore.KeptLine;
import dev.avow.sealing.TenantKeys;
import dev.avow.words.Charge;
import dev.avow.words.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Completes the record of a batch's lines, and puts what they came to in the place of what they
 * were charged when they left. Blocks; safe for any thread.
 */
final class LateRecord {

    /** What is not fetched twice is not counted twice. One process, one such moment at a time. */
    private static final ReentrantLock ONCE = new ReentrantLock();

    private static final long PATIENCE_SECONDS = 10;

    private final Journey journey;

    LateRecord(Journey journey) {
        this.journey = journey;
    }

    /**
     * How one line ended.
     *
     * @param facts what is known of its answer; null where there is none
     */
    record Ended(KeptLine line, Ending.Status status, @Nullable AnswerFacts facts) {}

    /**
     * Writes them, unless that was done.
     *
     * @param place of the file whose lines they are
     * @param file the file that brought them, which counts as read then; null for none
     * @param isDue asked while nobody else writes
     */
    void write(KeptPlace place, @Nullable UUID file, List<Ended> ended, BooleanSupplier isDue) {
        ONCE.lock();
        try {
            if (!isDue.getAsBoolean()) {
                return;
            }
            var _ =
                    journey.recorder()
                            .catchUp()
                            .toCompletableFuture()
                            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .join();
            Terms terms = journey.spending().of(place.tenant());
            TenantKeys keys = journey.keyring().of(place.tenant());
            List<LateEnding> endings = new ArrayList<>(ended.size());
            for (Ended each : ended) {
                endings.add(
                        new LateEnding(
                                each.line().interaction(),
                                each.line().at(),
                                ending(each, place, terms, keys)));
            }
            journey.register().end(place.tenant(), file, endings);
            for (Ended each : ended) {
                AnswerTally.ended(
                        journey.uses(),
                        destination(place, each.line()),
                        each.status(),
                        each.facts());
            }
        } finally {
            ONCE.unlock();
        }
    }

    private static Ending ending(Ended ended, KeptPlace place, Terms terms, TenantKeys keys) {
        AnswerFacts facts = ended.facts();
        KeptLine line = ended.line();
        return new Ending(
                ended.status(),
                facts == null ? null : keys.fingerprint(facts.sha256()),
                facts == null ? null : Facts.classifications(line.found(), facts),
                facts == null ? null : facts.tokensIn(),
                facts == null ? null : facts.tokensOut(),
                (int)
                        Math.min(
                                Integer.MAX_VALUE,
                                Duration.between(line.at(), Instant.now()).toMillis()),
                terms.correct(
                        charged(place),
                        destination(place, line),
                        new Size(
                                place.route(),
                                line.bytes(),
                                new AnswerRoom(line.tokensEach(), line.answers())),
                        new Charge(line.picos(), line.tokens()),
                        facts == null ? Outcome.NOT_SERVED : new Outcome.Counted(facts.usage()),
                        line.at()),
                null,
                List.of());
    }

    /** Whoever gave the file, by what that key was when it did. */
    private static Caller charged(KeptPlace place) {
        return new Caller(place.tenant(), place.apiKeyId(), place.userId(), Set.of(), List.of());
    }

    static Destination destination(KeptPlace place, KeptLine line) {
        Destination at = place.destination();
        return new Destination(
                at.tenant(), at.providerId(), at.platformId(), at.host(), line.model());
    }
}
