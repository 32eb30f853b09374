package dev.avow.record;

import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room 08: no answer without its record (promise B5).
 *
 * <p>A use is noted in the journal before its request leaves. The journal is brought to the disk
 * while the model works, before the first byte of the answer is released, and carried to the
 * database a moment later in groups. Safe for any thread; {@link #open} and {@link Use#end} do not
 * wait.
 */
public final class Recorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int MOST_WAITING = 50_000;

    private final Journal journal;
    private final JournalSync sync;
    private final JournalKeeper keeper;
    private final Scribe scribe;
    private final UnreadableFiles unreadable;

    private Recorder(
            Journal journal,
            JournalSync sync,
            JournalKeeper keeper,
            Scribe scribe,
            UnreadableFiles unreadable) {
        this.journal = journal;
        this.sync = sync;
        this.keeper = keeper;
        this.scribe = scribe;
        this.unreadable = unreadable;
    }

    /**
     * Opens the recorder; what an earlier process left in the journal is recorded first.
     *
     * @param path the journal's folder, which is made where it is not there
     * @param listener told of what was committed, on the writer's thread; must not wait
     */
    public static Recorder open(Tenancy tenancy, Path path, Consumer<List<Use.Draft>> listener) {
        JournalFolder folder = JournalFolder.of(path);
        Recovery.run(tenancy, folder);
        Journal journal = Journal.open(folder);
        Scribe scribe = new Scribe(tenancy.openLane(), journal::writeMarks, listener);
        scribe.start();
        JournalSync sync = new JournalSync(JournalSync.PATIENCE);
        JournalKeeper keeper = new JournalKeeper(journal);
        sync.start();
        keeper.start();
        return new Recorder(journal, sync, keeper, scribe, new UnreadableFiles(folder));
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
        JournalEntry journalled;
        try {
            journalled = journal.append(JournalCodec.write(opening));
        } catch (UncheckedIOException full) {
            LOG.error("the journal cannot be written; is the disk full?");
            throw unavailable().asException();
        }
        Use use = new Use(opening, journal, journalled, sync, scribe);
        sync.enqueue(use);
        scribe.note(use);
        return use;
    }

    /** What a caller is told where its use cannot be recorded. */
    public static Fault unavailable() {
        return Fault.of(
                FaultCode.RECORD_UNAVAILABLE,
                "uses of models cannot be recorded just now, so none is made; try again shortly");
    }

    /**
     * Brings all that was opened or ended so far to the database, for those who are about to read.
     *
     * @return done when it is there; may complete on any thread
     */
    public CompletionStage<Void> catchUp() {
        return scribe.catchUp();
    }

    /** Whether uses can be recorded just now. */
    public boolean isReady() {
        return !scribe.isFailing();
    }

    /** What could not be read of an earlier process's journal. */
    public UnreadableFiles unreadable() {
        return unreadable;
    }

    /** Uses whose rows wait to be written. */
    public int waiting() {
        return scribe.waiting();
    }

    /** Uses whose entries of the journal wait to be on the disk. */
    public int waitingForDisk() {
        return sync.waiting();
    }

    @Override
    public void close() {
        scribe.close();
        sync.close();
        keeper.close();
        if (!scribe.isFailing()) {
            journal.close();
        }
    }
}
