package dev.avow.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A disk in memory that tells what a power failure may leave of it: of each unit that was written
 * since the last force any version, each by itself. For one thread.
 */
final class UnsteadyDisk implements JournalDisk {

    private final int unit;
    private final byte[] written = new byte[JournalFile.SIZE];
    private final byte[] forced = new byte[JournalFile.SIZE];
    private final Map<Integer, List<byte[]>> since = new TreeMap<>();

    /** Run after each write and before each force. */
    Runnable mayFail = () -> {};

    /** How many calls of {@link #force} fail, each of which loses what it was called for. */
    int failures;

    int forces;

    /**
     * @param unit bytes that are written whole or not at all
     */
    UnsteadyDisk(int unit) {
        this.unit = unit;
    }

    @Override
    public void write(int at, byte[] bytes, int from, int length) {
        System.arraycopy(bytes, from, written, at, length);
        for (int each = at / unit; each <= (at + length - 1) / unit; each++) {
            byte[] version = new byte[unit];
            System.arraycopy(written, each * unit, version, 0, unit);
            since.computeIfAbsent(each, _ -> new ArrayList<>()).add(version);
        }
        mayFail.run();
    }

    @Override
    public void force() throws IOException {
        mayFail.run();
        forces++;
        if (failures > 0) {
            failures--;
            since.clear(); // as Linux does: the pages count as written
            throw new IOException("no disk");
        }
        since.forEach((each, versions) ->
                System.arraycopy(versions.getLast(), 0, forced, each * unit, unit));
        since.clear();
    }

    @Override
    public void close() {}

    /** What is found while the machine lives. */
    byte[] bytes() {
        return written.clone();
    }

    /** What may be found after a power failure just now. */
    byte[] afterPowerFailure(RandomGenerator random) {
        byte[] left = forced.clone();
        int bias = random.nextInt(5); // from nearly all to nearly none
        since.forEach((each, versions) -> {
            if (random.nextInt(5) >= bias) {
                byte[] version = versions.get(random.nextInt(versions.size()));
                System.arraycopy(version, 0, left, each * unit, unit);
            }
        });
        return left;
    }
}
