package dev.avow.record;

import dev.avow.words.TenantId;

/**
 * Hears of interactions as they are committed, for those who watch. One that is written twice is
 * heard twice: when it opens and when it has ended.
 *
 * <p>Called on the writer's thread; no method may wait or throw.
 */
public interface InteractionFeed {

    /** Whether anybody of this tenant watches; where not, nothing is prepared. */
    boolean isWatched(TenantId tenant);

    /** This interaction was committed. */
    void committed(Interaction interaction);
}
