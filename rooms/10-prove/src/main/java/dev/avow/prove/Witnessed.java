package dev.avow.prove;

import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.CosignerKey;
import dev.avow.merkle.SignedNote;
import dev.avow.merkle.VerifierKey;
import dev.avow.prove.AuditCheck.Failed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That a witness outside cosigned a log, up to some entry.
 *
 * @param name the witness's
 * @param size entries of the checkpoint that it cosigned
 * @param at when, by its own clock
 */
public record Witnessed(String name, long size, Instant at) {

    /**
     * What each of these witnesses cosigned last, by notes that the log's key signed. That the log
     * continues these notes' checkpoints is for the caller to see.
     *
     * @throws Failed where one of them cosigned none
     */
    public static List<Witnessed> by(
            List<CosignerKey> witnesses, List<String> notes, VerifierKey log) throws Failed {
        List<Witnessed> all = new ArrayList<>();
        for (CosignerKey witness : witnesses) {
            all.add(
                    notes.stream()
                            .flatMap(note -> by(witness, note, log).stream())
                            .max(java.util.Comparator.comparingLong(Witnessed::size))
                            .orElseThrow(() ->
                                    new Failed(
                                            "no checkpoint in it is cosigned by "
                                                    + witness.name())));
        }
        return all;
    }

    private static Optional<Witnessed> by(CosignerKey witness, String note, VerifierKey log) {
        Optional<Checkpoint> signed = SignedNote.verified(note, log).flatMap(Checkpoint::parse);
        return signed.flatMap(checkpoint ->
                witness.find(note)
                        .map(found ->
                                new Witnessed(witness.name(), checkpoint.size(), found.at())));
    }
}
