package dev.avow.rights;

import dev.avow.sealing.SealingException;
import dev.avow.sealing.SubjectKeys;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of people's data that were begun and can be resumed for a while, each by who asked for it.
 * They lie on the disk sealed under the person's key ({@link ExportSpool}), and go when their time
 * is over, when a new one takes their place, and when the person is erased. Safe for any thread.
 */
public final class KeptExports {

    private static final Logger LOG = LoggerFactory.getLogger(KeptExports.class);

    /** Each has a file open; bytes are bounded by a setting. */
    private static final int MOST = 256;

    private final Path folder;
    private final SubjectKeys keys;
    private final Duration life;
    private final long mostBytes;
    private final InstantSource clock;

    /** In the order in which they were begun. */
    private final Map<Asked, KeptExport> kept = new LinkedHashMap<>();

    /**
     * Who asked for what.
     *
     * @param asker the person, or the key that acts for nobody
     */
    public record Asked(TenantId tenant, UUID asker, UUID subject, ExportFormat format) {}

    /**
     * @param folder where they lie; what an earlier process left there is deleted
     * @param life how long after it was used last one can be resumed; zero: none is kept
     * @param mostBytes on the disk, of all of them
     */
    public KeptExports(
            Path folder, SubjectKeys keys, Duration life, long mostBytes, InstantSource clock) {
        this.folder = folder;
        this.keys = keys;
        this.life = life;
        this.mostBytes = mostBytes;
        this.clock = clock;
        clean();
    }

    private void clean() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> left = Files.list(folder)) {
            for (Path each : left.filter(file -> file.toString().endsWith(".spool")).toList()) {
                Files.delete(each);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException("earlier copies cannot be deleted", undeletable);
        }
    }

    /** Begins one, in the place of the one before; empty where none can be kept. */
    public Optional<KeptExport> begin(Asked asked) {
        if (life.isZero()) {
            return Optional.empty();
        }
        UUID id = Ids.next();
        try {
            ExportSpool spool = new ExportSpool(folder, keys, asked.tenant(), asked.subject(), id);
            KeptExport begun =
                    new KeptExport(id, asked.tenant(), asked.subject(), spool, life, clock);
            synchronized (this) {
                KeptExport before = kept.remove(asked);
                kept.put(asked, begun);
                if (before != null) {
                    before.close();
                }
                oldestGo();
            }
            return Optional.of(begun);
        } catch (IOException unwritable) {
            LOG.warn("a copy cannot be resumed: {}", unwritable.getClass().getName());
            return Optional.empty();
        }
    }

    private void oldestGo() {
        Iterator<KeptExport> each = kept.values().iterator();
        while (kept.size() > MOST && each.hasNext()) {
            KeptExport old = each.next();
            if (old.isWhole()) {
                each.remove();
                old.close();
            }
        }
    }

    /** One that was begun and can be resumed. */
    public synchronized Optional<KeptExport> find(Asked asked) {
        sweep();
        return Optional.ofNullable(kept.get(asked));
    }

    /**
     * Makes a copy: gives each part to who takes it, and keeps it. Where they go away it is made to
     * its end all the same; where it cannot be kept, as long as they are there.
     *
     * @param maker gives the parts
     * @param taker fails where they went away
     */
    public void make(KeptExport begun, Consumer<Consumer<byte[]>> maker, Consumer<byte[]> taker) {
        Tee tee = new Tee(begun, taker);
        begun.begin();
        try {
            maker.accept(tee);
            begun.finish();
        } catch (IOException | SealingException unkept) {
            tee.unkept(unkept);
        } catch (RuntimeException failed) {
            begun.close();
            throw failed;
        }
        RuntimeException wentAway = tee.gone;
        if (wentAway != null) {
            throw wentAway;
        }
    }

    private final class Tee implements Consumer<byte[]> {
        private final KeptExport begun;
        private final Consumer<byte[]> taker;
        private @Nullable RuntimeException gone;
        private boolean keeps = true;

        Tee(KeptExport begun, Consumer<byte[]> taker) {
            this.begun = begun;
            this.taker = taker;
        }

        @Override
        public void accept(byte[] part) {
            if (keeps) {
                try {
                    begun.write(part);
                    makeRoom(begun);
                } catch (IOException | SealingException full) {
                    unkept(full);
                }
            }
            RuntimeException wentAway = gone == null ? give(part) : gone;
            gone = wentAway;
            if (wentAway != null && (!keeps || begun.isOver())) {
                throw wentAway;
            }
        }

        /** How it failed; null where it was taken. */
        private @Nullable RuntimeException give(byte[] part) {
            try {
                taker.accept(part);
                return null;
            } catch (RuntimeException wentAway) {
                return wentAway;
            }
        }

        void unkept(Exception why) {
            keeps = false;
            begun.close();
            LOG.warn("a copy cannot be resumed: {}", why.getMessage());
        }
    }

    /**
     * @throws IOException where there is not enough, also without all others
     */
    private synchronized void makeRoom(KeptExport begun) throws IOException {
        long bytes = kept.values().stream().mapToLong(KeptExport::onDisk).sum();
        for (Asked each : List.copyOf(kept.keySet())) {
            KeptExport other = kept.get(each);
            if (bytes <= mostBytes) {
                return;
            }
            if (other != null && other != begun && other.isWhole()) {
                bytes -= other.onDisk();
                kept.remove(each);
                other.close();
            }
        }
        if (bytes > mostBytes) {
            throw new IOException("AVOW_DATA_EXPORT_MAX_MB is reached");
        }
    }

    /** Lets go of those whose time is over. */
    public synchronized void sweep() {
        drop(KeptExport::isOver);
    }

    /** Lets go of all of a person's; for their erasure. */
    public synchronized void drop(TenantId tenant, UUID subject) {
        drop(each -> each.isOf(tenant, subject));
    }

    private void drop(Predicate<KeptExport> which) {
        List<KeptExport> dropped = new ArrayList<>(kept.values().stream().filter(which).toList());
        kept.values().removeAll(dropped);
        dropped.forEach(KeptExport::close);
    }
}
