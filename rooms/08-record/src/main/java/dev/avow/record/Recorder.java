package dev.avow.record;

import dev.avow.tenancy.Tenancy;
import dev.avow.tenancy.TenantLane;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room 08: no answer without its record (promise B5).
 *
 * <p>A use is noted in the journal before its request leaves and committed to the database, with
 * whatever else is waiting, before the first byte of its answer is released. Safe for any thread;
 * {@link #open} and {@link Use#end} do not wait.
 */
public final class Recorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int MOST_WAITING = 50_000;

    private final Journal journal;
    private final Scribe scribe;

    private Recorder(Journal journal, Scribe scribe) {
        this.journal = journal;
        this.scribe = scribe;
    }

    /**
     * Opens the recorder; what an earlier process left in the journal is recorded first.
     *
     * @param folder the journal's
     * @param listener told of what was committed, on the writer's thread; must not wait
     */
    public static Recorder open(Tenancy tenancy, Path folder, Consumer<List<Use.Draft>> listener) {
        int recovered = recover(tenancy, folder);
        if (recovered > 0) {
            LOG.info(
                    "the last process did not end in order; {} uses of its journal were looked up"
                        + " in the record, and those that had not ended are marked as interrupted",
                    recovered);
        }
        Scribe scribe = new Scribe(tenancy.openLane(), listener);
        scribe.start();
        return new Recorder(Journal.open(folder), scribe);
    }

    private static int recover(Tenancy tenancy, Path folder) {
        int recovered = 0;
        for (Path file : Journal.left(folder)) {
            try (TenantLane lane = tenancy.openLane()) {
                Map<TenantId, List<Opening>> byTenant = new LinkedHashMap<>();
                for (byte[] entry : JournalSegment.entries(file)) {
                    Opening opening = Journal.read(entry);
                    byTenant.computeIfAbsent(opening.tenant(), _ -> new ArrayList<>()).add(opening);
                    recovered++;
                }
                byTenant.forEach((tenant, openings) ->
                        lane.within(
                                tenant,
                                connection -> InteractionRows.interrupted(connection, openings)));
                Files.delete(file);
            } catch (IOException unreadable) {
                setAside(file);
            }
        }
        return recovered;
    }

    /** A file that cannot be read must not keep the server from starting, nor be lost. */
    private static void setAside(Path file) {
        try {
            Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
            Files.move(file, aside);
            LOG.error(
                    "a file of the journal cannot be read; it was kept as {}", aside.getFileName());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /**
     * Notes a use that is about to begin.
     *
     * @throws dev.avow.words.FaultException where it could not be recorded: the request must not
     *     leave
     */
    public Use open(Opening opening) {
        if (scribe.isFailing() || scribe.waiting() > MOST_WAITING) {
            throw unavailable().asException();
        }
        JournalSegment journalled;
        try {
            journalled = journal.append(opening);
        } catch (UncheckedIOException full) {
            LOG.error("the journal cannot be written; is the disk full?");
            throw unavailable().asException();
        }
        Use use = new Use(opening, journalled, scribe);
        scribe.note(use);
        return use;
    }

    /** What a caller is told where its use cannot be recorded. */
    public static Fault unavailable() {
        return Fault.of(
                FaultCode.RECORD_UNAVAILABLE,
                "uses of models cannot be recorded just now, so none is made; try again shortly");
    }

    /** Whether uses can be recorded just now. */
    public boolean isReady() {
        return !scribe.isFailing();
    }

    @Override
    public void close() {
        scribe.close();
        if (!scribe.isFailing()) {
            journal.close();
        }
    }
}
