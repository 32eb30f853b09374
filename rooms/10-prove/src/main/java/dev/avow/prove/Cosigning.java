package dev.avow.prove;

import dev.avow.merkle.CosignerKey;
import dev.avow.merkle.Hash;
import dev.avow.prove.Cosigner.Answer;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the logs' checkpoints cosigned by witnesses outside (C2SP {@code tlog-witness}), so that
 * nobody who has this installation, its keys included, can show two stories. The log never waits
 * for one: who cannot be asked is asked again, later each time, and that is told once. Safe for any
 * thread; blocks as long as the witnesses do.
 */
public final class Cosigning {

    private static final Logger LOG = LoggerFactory.getLogger(Cosigning.class);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    /** Asked, told where the witness is, and asked again; it may have moved on once more. */
    private static final int TRIES = 3;

    private final Checkpoints checkpoints;
    private final AuditTiles tiles;
    private final List<Cosigner> witnesses;
    private final Duration maxPause;
    private final InstantSource clock;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

    /**
     * @param tiles what proofs are made of
     * @param maxPause between two tries at most
     */
    public Cosigning(
            Checkpoints checkpoints,
            AuditTiles tiles,
            List<Cosigner> witnesses,
            Duration maxPause,
            InstantSource clock) {
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.witnesses = List.copyOf(witnesses);
        this.maxPause = maxPause;
        this.clock = clock;
    }

    /** That a witness failed, how often in a row, and when it may be asked again. */
    private record Trouble(int times, Instant until, String why) {}

    /**
     * Shows every witness a log that has grown since it cosigned.
     *
     * @throws BrokenLog where the log does not continue what was signed before
     */
    public void round(TenantId tenant) {
        for (Cosigner witness : witnesses) {
            if (mayAsk(witness.key().text()) && mayAsk(pair(tenant, witness))) {
                round(tenant, witness);
            }
        }
    }

    private boolean mayAsk(String whom) {
        Trouble trouble = troubles.get(whom);
        return trouble == null || !clock.instant().isBefore(trouble.until());
    }

    private static String pair(TenantId tenant, Cosigner witness) {
        return tenant + " " + witness.key().text();
    }

    private void round(TenantId tenant, Cosigner witness) {
        Checkpoints.Signed signed = checkpoints.sign(tenant);
        long size = signed.checkpoint().size();
        long old =
                checkpoints
                        .notes()
                        .find(signed.key(), witness.key())
                        .map(kept -> kept.checkpoint().size())
                        .orElse(0L);
        if (size == old) {
            return;
        }
        for (int tries = 0; tries < TRIES; tries++) {
            if (old > size) {
                refused(tenant, witness, isAhead(old));
                return;
            }
            Optional<List<Hash>> proof = tiles.consistency(tenant, signed.key(), old, size);
            if (proof.isEmpty()) {
                refused(
                        tenant,
                        witness,
                        "what it cosigned last lies in the middle of entries that were closed");
                return;
            }
            switch (witness.show(old, proof.get(), signed.note())) {
                case Answer.Cosigned(List<String> lines) -> {
                    take(tenant, witness, signed, lines);
                    return;
                }
                case Answer.Elsewhere(long there) -> {
                    if (there == old) {
                        refused(tenant, witness, "it names the size that it was asked about");
                        return;
                    }
                    old = there;
                }
                case Answer.Refused(String why) -> {
                    refused(tenant, witness, why);
                    return;
                }
                case Answer.Away(String why) -> {
                    away(witness, why);
                    return;
                }
            }
        }
        refused(tenant, witness, "it names another size each time");
    }

    private static String isAhead(long theirs) {
        return "it cosigned a checkpoint of "
                + theirs
                + " entries, and the log has fewer: it was cut back, or restored; see"
                + " docs/audit.md";
    }

    private void take(
            TenantId tenant, Cosigner witness, Checkpoints.Signed signed, List<String> lines) {
        CosignerKey key = witness.key();
        Optional<CosignerKey.Cosignature> found = key.find(signed.checkpoint().text(), lines);
        if (found.isEmpty()) {
            refused(tenant, witness, "its answer holds no cosignature of its key");
            return;
        }
        checkpoints.notes().keep(signed.key(), key, signed.note() + found.get().line());
        boolean wasAway = troubles.remove(key.text()) != null;
        boolean wasRefused = troubles.remove(pair(tenant, witness)) != null;
        if (wasAway || wasRefused) {
            LOG.info("tenant {}: the witness {} cosigns again", tenant, key.name());
        }
    }

    /** Nobody's log can be cosigned; one of them is enough to find out. */
    private void away(Cosigner witness, String why) {
        if (trouble(witness.key().text(), why)) {
            LOG.warn(
                    "the witness {} is away ({}); the log goes on, and it is asked again",
                    witness.key().name(),
                    why);
        }
    }

    private void refused(TenantId tenant, Cosigner witness, String why) {
        troubles.remove(witness.key().text()); // who refuses is not away
        if (trouble(pair(tenant, witness), why)) {
            LOG.error(
                    "tenant {}: the witness {} does not cosign: {}",
                    tenant,
                    witness.key().name(),
                    why);
        }
    }

    /** Whether that is news. */
    private boolean trouble(String whom, String why) {
        Trouble before = troubles.get(whom);
        int times = before == null ? 0 : before.times();
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times, 20));
        Duration least = pause.compareTo(maxPause) < 0 ? pause : maxPause;
        troubles.put(whom, new Trouble(times + 1, clock.instant().plus(least), why));
        return before == null || !before.why().equals(why);
    }
}
