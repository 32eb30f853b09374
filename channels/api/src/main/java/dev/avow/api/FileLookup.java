package dev.avow.api;

import dev.avow.admit.Caller;
import dev.avow.arrive.KeptFiles;
import dev.avow.arrive.Segment;
import dev.avow.mask.Keepsake;
import dev.avow.record.FileRegister;
import dev.avow.record.KeptFile;
import dev.avow.record.KeptOwner;
import dev.avow.restore.KeptLine;
import dev.avow.restore.KeptLines;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A caller's files, each looked up once: for one request, or for all lines of a batch. Blocks; not
 * safe for more than one thread.
 */
final class FileLookup {

    private final Caller caller;
    private final FileRegister register;
    private final long most;
    private final Map<String, Found> known = new HashMap<>();
    private long values;

    private FileLookup(Caller caller, FileRegister register, long most) {
        this.caller = caller;
        this.register = register;
        this.most = most;
    }

    static FileLookup ofRequest(Caller caller, FileRegister register) {
        return new FileLookup(caller, register, Long.MAX_VALUE);
    }

    /**
     * For a batch, each of whose lines keeps the values of its files until it is fetched.
     *
     * @param most values on all of its lines
     */
    static FileLookup ofBatch(Caller caller, FileRegister register, long most) {
        return new FileLookup(caller, register, most);
    }

    /**
     * A file.
     *
     * @param provider which keeps it
     * @param keepsake what stands for what in it, and its id for the provider's
     */
    record Found(UUID provider, Segment.Known known, Keepsake keepsake) {}

    /**
     * Looks one up.
     *
     * @param id as its owner knows it
     * @throws FaultException where it is not there, or all that were asked for hold too much
     */
    Found find(String id) {
        Found found = known.computeIfAbsent(id, this::ask);
        values += found.keepsake().size();
        if (values > most) {
            throw Fault.of(
                            FaultCode.BODY_TOO_LARGE,
                            "file_id: the files that the lines name hold more than "
                                    + most
                                    + " masked values, counted on each line; send several batches,"
                                    + " or raise AVOW_BATCH_MAX_FILE_VALUES",
                            "file_id")
                    .asException();
        }
        return found;
    }

    private Found ask(String id) {
        UUID who = caller.userId() != null ? caller.userId() : caller.apiKeyId();
        KeptOwner owner = new KeptOwner(caller.tenant(), Objects.requireNonNull(who));
        KeptFile file =
                KeptJson.fileOf(id)
                        .flatMap(each -> register.file(owner, each))
                        .filter(each -> each.purpose().isForRequests())
                        .orElseThrow(FileLookup::notHere);
        List<KeptLine> lines =
                register.plaintextLines(caller.tenant(), file.place().id())
                        .map(KeptLines::opened)
                        .orElseThrow(FileLookup::notHere);
        // An answer that cites it names it as its owner does.
        Keepsake keepsake = Keepsake.ofFile(file.remoteId(), id);
        for (KeptLine line : lines) {
            keepsake = keepsake.and(line.keepsake());
        }
        return new Found(file.place().destination().providerId(), known(file, lines), keepsake);
    }

    private static FaultException notHere() {
        return KeptFiles.notHere("file_id").asException();
    }

    private static Segment.Known known(KeptFile file, List<KeptLine> lines) {
        return new Segment.Known(
                file.remoteId(),
                lines.stream()
                        .flatMap(line -> line.found().stream())
                        .map(each ->
                                new Segment.Found(
                                        each.type(), each.tier(), each.confidence(), each.count()))
                        .toList(),
                lines.stream().anyMatch(KeptLine::inClear));
    }

    /** Prints nothing of them. */
    @Override
    public String toString() {
        return "FileLookup";
    }
}
