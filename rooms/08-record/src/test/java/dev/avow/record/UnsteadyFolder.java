package dev.avow.record;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A folder in memory that tells what a power failure may leave of it: of what was made, renamed and
 * deleted since it was last forced any part, and of each file that is left what its disk leaves.
 * For one thread.
 */
final class UnsteadyFolder implements JournalFolder {

    private final Supplier<UnsteadyDisk> disks;
    private final Map<String, UnsteadyDisk> written = new TreeMap<>();
    private Map<String, UnsteadyDisk> forced = new TreeMap<>();
    private final List<Consumer<Map<String, UnsteadyDisk>>> since = new ArrayList<>();

    /** Whether files cannot be read just now. */
    boolean unreadable;

    /** Run after each change and before each force. */
    Runnable mayFail = () -> {};

    UnsteadyFolder(Supplier<UnsteadyDisk> disks) {
        this.disks = disks;
    }

    @Override
    public List<String> names() {
        return List.copyOf(written.keySet());
    }

    @Override
    public JournalDisk create(String name) {
        UnsteadyDisk disk = disks.get();
        change(files -> files.put(name, disk));
        return disk;
    }

    @Override
    public byte[] read(String name) throws IOException {
        UnsteadyDisk disk = written.get(name);
        if (unreadable) {
            throw new IOException("no disk");
        }
        if (disk == null) {
            throw new NoSuchFileException(name);
        }
        return disk.bytes();
    }

    @Override
    public void delete(String name) {
        change(files -> files.remove(name));
    }

    @Override
    public void rename(String from, String to) {
        change(files -> {
            UnsteadyDisk disk = files.remove(from);
            if (disk != null) {
                files.put(to, disk);
            }
        });
    }

    @Override
    public void replace(String name, byte[] bytes) throws IOException {
        UnsteadyDisk disk = disks.get();
        disk.write(0, bytes, 0, bytes.length);
        disk.force();
        change(files -> files.put(name, disk));
        force();
    }

    @Override
    public void wipe(String name) {
        delete(name);
        force();
    }

    @Override
    public Instant lastWritten(String name) {
        return Instant.EPOCH;
    }

    private void change(Consumer<Map<String, UnsteadyDisk>> change) {
        change.accept(written);
        since.add(change);
        mayFail.run();
    }

    @Override
    public void force() {
        mayFail.run();
        forced = new TreeMap<>(written);
        since.clear();
    }

    /** What may be found after a power failure just now. */
    Map<String, byte[]> afterPowerFailure(RandomGenerator random) {
        Map<String, UnsteadyDisk> left = new TreeMap<>(forced);
        for (Consumer<Map<String, UnsteadyDisk>> each : since) {
            if (random.nextBoolean()) {
                each.accept(left);
            }
        }
        Map<String, byte[]> files = new TreeMap<>();
        left.forEach((name, disk) -> files.put(name, disk.afterPowerFailure(random)));
        return files;
    }

    /** The folder as a power failure just now may leave it, on a disk that has been forced. */
    UnsteadyFolder again(RandomGenerator random) throws IOException {
        UnsteadyFolder found = new UnsteadyFolder(disks);
        for (Map.Entry<String, byte[]> file : afterPowerFailure(random).entrySet()) {
            JournalDisk disk = found.create(file.getKey());
            disk.write(0, file.getValue(), 0, file.getValue().length);
            disk.force();
        }
        found.force();
        return found;
    }
}
