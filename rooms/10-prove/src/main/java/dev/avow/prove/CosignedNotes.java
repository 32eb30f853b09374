package dev.avow.prove;

import dev.avow.disk.PrivateFiles;
import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.CosignerKey;
import dev.avow.merkle.SignedNote;
import dev.avow.merkle.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last checkpoint of each log that each witness outside cosigned: the log's signed note with
 * that witness's line, a file for both. What lies there is checked when it is read; what does not
 * check counts as none, and the witness says then where it is. Safe for any thread of one process.
 */
public final class CosignedNotes {

    /** Where nobody cosigns. */
    public static final CosignedNotes NONE = new CosignedNotes(Path.of(""), List.of());

    private static final String ENDING = ".cosigned";

    private final Path folder;
    private final List<CosignerKey> witnesses;

    /**
     * @param folder made when the first note is kept
     * @param witnesses in their order
     */
    public CosignedNotes(Path folder, List<CosignerKey> witnesses) {
        this.folder = folder;
        this.witnesses = List.copyOf(witnesses);
    }

    /** A checkpoint and the note that it stands in. */
    public record Kept(Checkpoint checkpoint, String note) {}

    /** What a witness cosigned last of this key's log; empty for nothing. */
    Optional<Kept> find(VerifierKey log, CosignerKey witness) {
        Path file = file(log, witness);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String note = Files.readString(file);
            return witness.find(note).isEmpty()
                    ? Optional.empty()
                    : SignedNote.verified(note, log)
                            .flatMap(Checkpoint::parse)
                            .map(checkpoint -> new Kept(checkpoint, note));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a cosigned checkpoint cannot be read", unreadable);
        }
    }

    void keep(VerifierKey log, CosignerKey witness, String note) {
        try {
            PrivateFiles.replace(file(log, witness), note.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("a cosigned checkpoint cannot be written", unwritable);
        }
    }

    /**
     * What all of them cosigned last, the newest first; those of one size are one note with a line
     * of each.
     */
    List<Kept> all(VerifierKey log) {
        Map<String, Kept> byText = new LinkedHashMap<>();
        for (CosignerKey witness : witnesses) {
            find(log, witness)
                    .ifPresent(kept ->
                            byText.merge(
                                    kept.checkpoint().text(),
                                    kept,
                                    (some, more) -> with(some, more, witness)));
        }
        return byText.values().stream()
                .sorted(
                        Comparator.comparingLong((Kept kept) -> kept.checkpoint().size())
                                .reversed())
                .toList();
    }

    private static Kept with(Kept some, Kept more, CosignerKey witness) {
        return new Kept(
                some.checkpoint(), some.note() + witness.find(more.note()).orElseThrow().line());
    }

    /** The last part of an origin is the tenant's id; a key's id tells witnesses apart. */
    private Path file(VerifierKey log, CosignerKey witness) {
        String tenant = log.name().substring(log.name().lastIndexOf('/') + 1);
        return folder.resolve(tenant + "." + witness.hash() + ENDING);
    }
}
