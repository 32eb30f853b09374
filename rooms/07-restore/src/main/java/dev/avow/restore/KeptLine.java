package dev.avow.restore;

import dev.avow.classify.Classification;
import dev.avow.mask.Keepsake;
import dev.avow.mask.UnmaskAccess;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one line of a batch until its answer was fetched, or of a file that requests
 * name.
 *
 * @param customId as its caller named it; empty where that is not kept
 * @param interaction under which its use is recorded
 * @param at when it was admitted, to the microsecond
 * @param model as the provider knows it
 * @param found what it held, by type
 * @param bytes its body as it left
 * @param tokensEach the most that it allows an answer; null where it does not say
 * @param answers how many it wants
 * @param picos what it was charged when it left; null where no price is known
 * @param tokens what it was charged when it left
 * @param inClear whether values that were found left as they are
 * @param keepsake what stands for what
 */
public record KeptLine(
        String customId,
        UUID interaction,
        Instant at,
        String model,
        List<Classification> found,
        int bytes,
        @Nullable Long tokensEach,
        long answers,
        @Nullable Long picos,
        long tokens,
        boolean inClear,
        Keepsake keepsake) {

    public KeptLine {
        found = List.copyOf(found);
    }

    /** The originals of what was masked, so that an answer which says them tells nothing new. */
    public List<String> ownValues() {
        return List.copyOf(keepsake.unmaskedOriginals(UnmaskAccess.granted()).values());
    }

    /**
     * The same without what was masked: its answer stays as it is.
     *
     * @param name under which the answer is told
     */
    public KeptLine withoutText(String name) {
        return new KeptLine(
                name,
                interaction,
                at,
                model,
                found,
                bytes,
                tokensEach,
                answers,
                picos,
                tokens,
                inClear,
                Keepsake.empty());
    }

    /** Prints the interaction's id alone. */
    @Override
    public String toString() {
        return "KeptLine of " + interaction;
    }
}
