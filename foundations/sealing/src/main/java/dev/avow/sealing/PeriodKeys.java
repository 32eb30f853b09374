package dev.avow.sealing;

import dev.avow.words.TenantId;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A key for each day on which something that is kept goes. What is kept is sealed under its day's
 * key first, and then under the person's or the tenant's. When the day is over and its key is
 * destroyed, no copy opens any more, in a backup either, whoever holds the other keys.
 *
 * <p>The keys lie with those of people, and are wrapped, copied and destroyed as those are. A value
 * sealed here begins with a zero byte, {@code P}, and the day as a number since 1970. Safe for any
 * thread; blocks for a file's reading.
 */
public final class PeriodKeys {

    /** No text that is sealed anywhere begins so. */
    private static final byte[] MARK = {0, 'P'};

    private static final int HEAD = MARK.length + Integer.BYTES;

    private final SubjectKeys keys;

    PeriodKeys(SubjectKeys keys) {
        this.keys = keys;
    }

    /**
     * Seals what goes in a period; to be sealed under another key then.
     *
     * @throws SealingException where that period's key was destroyed
     */
    public byte[] seal(TenantId tenant, Period period, byte[] plaintext, Place place) {
        byte[] sealed =
                keys.seal(tenant, period.id(), plaintext, place)
                        .orElseThrow(() ->
                                new SealingException("the period " + period.day() + " is over"));
        return ByteBuffer.allocate(HEAD + sealed.length)
                .put(MARK)
                .putInt((int) period.day().toEpochDay())
                .put(sealed)
                .array();
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @param sealed what is not so marked is from before there were periods, and comes back as it
     *     is
     * @return empty where the period's key was destroyed
     * @throws SealingException where the value was altered or moved from another place
     */
    public Optional<byte[]> plaintextOf(
            TenantId tenant, byte[] sealed, Place place, UnsealAccess access) {
        if (sealed.length < HEAD || sealed[0] != MARK[0] || sealed[1] != MARK[1]) {
            return Optional.of(sealed);
        }
        ByteBuffer bytes = ByteBuffer.wrap(sealed, MARK.length, sealed.length - MARK.length);
        Period period = new Period(LocalDate.ofEpochDay(bytes.getInt()));
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return keys.plaintextOf(tenant, period.id(), rest, place, access);
    }

    /** A tenant's periods that have a key, earliest first. */
    public List<Period> periods(TenantId tenant) {
        return keys.subjects(tenant).stream().map(Period::of).toList();
    }

    /** Destroys a period's key, for good. */
    public void destroy(TenantId tenant, Period period) {
        keys.destroy(tenant, period.id());
    }

    /**
     * Wraps a period's key under the newest version of its tenant's.
     *
     * @return whether it was under an older one; false too where there is none any more
     * @throws SealingException where it opens under none
     */
    public boolean rewrap(TenantId tenant, Period period) {
        return keys.rewrap(tenant, period.id());
    }

    @Override
    public String toString() {
        return "PeriodKeys";
    }
}
