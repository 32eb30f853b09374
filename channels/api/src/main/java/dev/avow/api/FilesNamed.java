package dev.avow.api;

import dev.avow.admit.Caller;
import dev.avow.arrive.Arrived;
import dev.avow.arrive.KeptFiles;
import dev.avow.arrive.Segment;
import dev.avow.mask.Keepsake;
import dev.avow.record.FileRegister;
import dev.avow.record.KeptFile;
import dev.avow.record.KeptOwner;
import dev.avow.restore.KeptLine;
import dev.avow.restore.KeptLines;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The files that a request names: whose they are, with whom they are kept, and what stands for what
 * in them.
 */
final class FilesNamed {

    private final Arrived arrived;
    private final UUID provider;
    private final Keepsake keepsake;

    private FilesNamed(Arrived arrived, UUID provider, Keepsake keepsake) {
        this.arrived = arrived;
        this.provider = provider;
        this.keepsake = keepsake;
    }

    /** Whether a request names any, so that a store must be asked. */
    static boolean isDue(Arrived arrived) {
        return !KeptFiles.of(arrived).isEmpty();
    }

    /**
     * Looks them up; blocks.
     *
     * @throws FaultException where one is not there, or not this caller's, or kept with another
     *     provider than the first one
     */
    static FilesNamed in(Arrived arrived, Caller caller, FileRegister register) {
        UUID who = caller.userId() != null ? caller.userId() : caller.apiKeyId();
        KeptOwner owner = new KeptOwner(caller.tenant(), Objects.requireNonNull(who));
        Map<String, Segment.Known> known = new HashMap<>();
        Keepsake keepsake = Keepsake.empty();
        UUID provider = null;
        for (Segment.Kept named : KeptFiles.of(arrived)) {
            if (known.containsKey(named.id())) {
                continue;
            }
            KeptFile file =
                    KeptJson.fileOf(named.id())
                            .flatMap(id -> register.file(owner, id))
                            .filter(each -> each.purpose().isForRequests())
                            .orElseThrow(() -> KeptFiles.notHere("file_id").asException());
            UUID here = file.place().destination().providerId();
            if (provider != null && !provider.equals(here)) {
                throw Fault.of(
                                FaultCode.INVALID_VALUE,
                                "these files are kept by different providers; upload them for one",
                                "file_id")
                        .asException();
            }
            provider = here;
            List<KeptLine> lines =
                    register.plaintextLines(caller.tenant(), file.place().id())
                            .map(KeptLines::opened)
                            .orElse(List.of());
            known.put(named.id(), known(file, lines));
            // An answer that cites it names it as its owner does.
            keepsake = keepsake.and(Keepsake.ofFile(file.remoteId(), named.id()));
            for (KeptLine line : lines) {
                keepsake = keepsake.and(line.keepsake());
            }
        }
        return new FilesNamed(
                KeptFiles.told(arrived, id -> Objects.requireNonNull(known.get(id))),
                Objects.requireNonNull(provider),
                keepsake);
    }

    private static Segment.Known known(KeptFile file, List<KeptLine> lines) {
        return new Segment.Known(
                file.remoteId(),
                lines.stream()
                        .flatMap(line -> line.found().stream())
                        .map(each ->
                                new Segment.Found(
                                        each.type(), each.tier(), each.confidence(), each.count()))
                        .toList());
    }

    /** The request with what is known of them. */
    Arrived arrived() {
        return arrived;
    }

    /** What stands for what in them. */
    Keepsake keepsake() {
        return keepsake;
    }

    /** Whether they are kept there. */
    boolean isWith(Destination destination) {
        return destination.providerId().equals(provider);
    }

    /** The fault of a model that cannot read them. */
    static Fault elsewhere() {
        return Fault.of(
                FaultCode.INVALID_VALUE,
                "this model is of another provider than the files; name one of theirs, or upload"
                        + " the files with this model in the form's field model",
                "model");
    }

    /** Prints nothing of them. */
    @Override
    public String toString() {
        return "FilesNamed";
    }
}
