package dev.avow.prove;

import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.Hash;
import dev.avow.merkle.Proofs;
import dev.avow.merkle.SignedNote;
import dev.avow.merkle.VerifierKey;
import dev.avow.prove.AuditCheck.Failed;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks a proof of an audit log with nothing but the proof and a public key: that one entry is in
 * it, or that it continues an earlier checkpoint. Stateless.
 *
 * @see AuditProofs
 */
public final class ProofCheck {

    /**
     * What was proven.
     *
     * @param checkpoint of the log that it is about
     * @param index the entry's; -1 where the log continues an earlier one
     * @param opened whether the entry's sealed values are there and are those that were logged
     * @param key whose signature it is
     * @param continued the earlier checkpoint; null where the proof is of an entry
     */
    public record Proven(
            Checkpoint checkpoint,
            long index,
            boolean opened,
            VerifierKey key,
            @Nullable Checkpoint continued) {}

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final List<String> HEAD =
            List.of("format", "origin", "verifier_key", "checkpoint");

    // What nobody checks must not stand beside what was checked.
    private static final Set<String> CONSISTENCY =
            Set.of("format", "origin", "verifier_key", "checkpoint", "from", "to", "proof");

    private ProofCheck() {}

    /** Whether a document says that it is a proof, and no export. */
    public static boolean isProof(String document) {
        try {
            String format = JSON.readTree(document).path("format").asString("");
            return format.equals(AuditProofs.INCLUSION) || format.equals(AuditProofs.CONSISTENCY);
        } catch (JacksonException none) {
            return false;
        }
    }

    /**
     * Checks a proof.
     *
     * @param pinned the key that the log must be signed with; null to take the proof's own word
     * @param earlier a checkpoint's signed note, kept from before; needed where the proof is that
     *     the log continues it, and of no use else
     */
    public static Proven check(
            String document, @Nullable VerifierKey pinned, @Nullable String earlier) throws Failed {
        ObjectNode proof = read(document);
        VerifierKey key =
                pinned != null
                        ? pinned
                        : VerifierKey.parse(proof.path("verifier_key").asString(""))
                                .orElseThrow(() -> new Failed("it names no verifier key"));
        if (!proof.path("origin").asString("").equals(key.name())) {
            throw new Failed("it says to be another log than that of the key " + key.text());
        }
        Checkpoint signed = checkpoint(proof.path("checkpoint").asString(""), key);
        return proof.path("format").asString("").equals(AuditProofs.INCLUSION)
                ? inclusion(proof, signed, key)
                : consistency(proof, signed, key, earlier);
    }

    private static Proven inclusion(ObjectNode proof, Checkpoint signed, VerifierKey key)
            throws Failed {
        List<Hash> path = hashes(proof.path("path"));
        // What is left is a line of an export, and checked as that.
        HEAD.forEach(proof::remove);
        proof.remove("path");
        AuditLine line = AuditLine.of(proof.toString());
        Hash hash = line.hash();
        if (line.failure() != null || hash == null) {
            throw new Failed(
                    "the entry" + (line.failure() == null ? " is missing" : line.failure()));
        }
        if (!Proofs.isIncluded(hash, line.index(), signed.size(), path, signed.root())) {
            throw new Failed("the entry is not in the log that the checkpoint was signed of");
        }
        return new Proven(signed, line.index(), line.opened(), key, null);
    }

    private static Proven consistency(
            ObjectNode proof, Checkpoint signed, VerifierKey key, @Nullable String earlier)
            throws Failed {
        if (!CONSISTENCY.containsAll(proof.propertyNames())) {
            throw new Failed("it has a member that no proof has");
        }
        if (earlier == null) {
            throw new Failed("it needs the earlier checkpoint, by --checkpoint");
        }
        Checkpoint before = checkpoint(earlier, key);
        if (proof.path("from").asLong(-1) != before.size()
                || proof.path("to").asLong(-1) != signed.size()) {
            throw new Failed("it is of other sizes than the two checkpoints");
        }
        if (!Proofs.isContinued(
                before.size(),
                before.root(),
                signed.size(),
                signed.root(),
                hashes(proof.path("proof")))) {
            throw new Failed("the log of the checkpoint does not continue the earlier checkpoint");
        }
        return new Proven(signed, -1, false, key, before);
    }

    private static Checkpoint checkpoint(String note, VerifierKey key) throws Failed {
        return SignedNote.verified(note, key)
                .flatMap(Checkpoint::parse)
                .filter(checkpoint -> checkpoint.origin().equals(key.name()))
                .orElseThrow(
                        () -> new Failed("a checkpoint is not signed by the key " + key.text()));
    }

    private static List<Hash> hashes(JsonNode path) throws Failed {
        List<Hash> hashes = new ArrayList<>();
        try {
            for (JsonNode each : path) {
                hashes.add(Hash.of(Base64.getDecoder().decode(each.asString(""))));
            }
        } catch (IllegalArgumentException noHash) {
            throw new Failed("its path is damaged");
        }
        return hashes;
    }

    private static ObjectNode read(String document) throws Failed {
        try {
            if (JSON.readTree(document) instanceof ObjectNode proof) {
                return proof;
            }
        } catch (JacksonException garbage) {
            // told of below
        }
        throw new Failed("it is no JSON object whose members stand once each");
    }
}
