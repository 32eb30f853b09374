package dev.avow.record;

import dev.avow.record.JournalFile.State;
import org.jspecify.annotations.Nullable;

/**
 * The byte that says what became of an entry: the round of the file in its upper six bits, the
 * {@linkplain State state} in the lower two.
 *
 * <p>A life that begins writes all marks anew. A power failure may keep some of the pages that are
 * written then and not the one with the life's number, so an earlier life may be read with marks of
 * a later one: such a mark says that its entry is done, since no file is written anew before. One
 * of an earlier round, under a number that is new, says nothing yet.
 */
final class JournalMark {

    private static final int STATE_BITS = 2;
    private static final int ROUNDS = 64;

    private JournalMark() {}

    static int next(int round) {
        return (round + 1) % ROUNDS;
    }

    static byte of(byte state, int round) {
        return (byte) ((round << STATE_BITS) | state);
    }

    /**
     * What a mark says of an entry of a life of that round; null where it is none.
     *
     * <p>Rounds begin again after 64, of which half are taken for later ones: so many lives do not
     * begin without one being on the disk.
     */
    static @Nullable State read(byte mark, int round) {
        int later = (((mark & 0xff) >>> STATE_BITS) - round) & (ROUNDS - 1);
        if (later == 0) {
            return state((byte) (mark & ((1 << STATE_BITS) - 1)));
        }
        return later < ROUNDS / 2 ? State.DONE : State.NOTED;
    }

    /** What a byte says alone, as in versions before; null where it is no state. */
    static @Nullable State state(byte mark) {
        for (State state : State.values()) {
            if (state.mark == mark) {
                return state;
            }
        }
        return null;
    }
}
