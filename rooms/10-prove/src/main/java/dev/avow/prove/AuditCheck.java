package dev.avow.prove;

import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.Frontier;
import dev.avow.merkle.Hash;
import dev.avow.merkle.SignedNote;
import dev.avow.merkle.VerifierKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an export of an audit log, line by line, with nothing but the export and a public key.
 * Memory is that of one line. For one thread, and one export.
 */
public final class AuditCheck {

    /** That an export does not prove, and why; the message holds no content. */
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message);
        }
    }

    /**
     * What was proven.
     *
     * @param checkpoint of the whole log
     * @param opened entries whose sealed values were there and are those that were logged
     * @param key whose signature it is
     * @param continued the earlier checkpoint that the log continues; null where none was given
     */
    public record Proven(
            Checkpoint checkpoint, long opened, VerifierKey key, @Nullable Checkpoint continued) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final VerifierKey key;
    private final Checkpoint signed;
    private final @Nullable Checkpoint earlier;
    private Frontier tree = Frontier.EMPTY;
    private boolean continued;
    private long opened;

    private AuditCheck(VerifierKey key, Checkpoint signed, @Nullable Checkpoint earlier) {
        this.key = key;
        this.signed = signed;
        this.earlier = earlier;
        this.continued = earlier == null || earlier.size() == 0;
    }

    /**
     * Begins with an export's first line.
     *
     * @param pinned the key that the log must be signed with; null to take the export's own word
     * @param earlier a checkpoint's signed note, kept from before; null for none
     */
    public static AuditCheck begin(
            String line, @Nullable VerifierKey pinned, @Nullable String earlier) throws Failed {
        JsonNode head = read(line, "the first line");
        if (!AuditExport.FORMAT.equals(head.path("format").asString(""))) {
            throw new Failed("this is no export of an audit log (" + AuditExport.FORMAT + ")");
        }
        if (head.has("broken")) {
            throw new Failed("Avow would not sign it: " + head.path("broken").asString(""));
        }
        VerifierKey key =
                pinned != null
                        ? pinned
                        : VerifierKey.parse(head.path("verifier_key").asString(""))
                                .orElseThrow(() -> new Failed("it names no verifier key"));
        Checkpoint signed = checkpoint(head.path("checkpoint").asString(""), key);
        return new AuditCheck(key, signed, earlier == null ? null : checkpoint(earlier, key));
    }

    private static Checkpoint checkpoint(String note, VerifierKey key) throws Failed {
        return SignedNote.verified(note, key)
                .flatMap(Checkpoint::parse)
                .filter(checkpoint -> checkpoint.origin().equals(key.name()))
                .orElseThrow(
                        () -> new Failed("its checkpoint is not signed by the key " + key.text()));
    }

    /** Takes the next line. */
    public void line(String line) throws Failed {
        long index = tree.size();
        JsonNode entry = read(line, "entry " + index);
        if (index >= signed.size()) {
            throw new Failed("there are more entries than the checkpoint's " + signed.size());
        }
        if (entry.path("index").asLong(-1) != index) {
            throw new Failed("entry " + index + " is missing, or not in its place");
        }
        if (!entry.path("leaf").isArray()) {
            throw new Failed("entry " + index + " was deleted");
        }
        List<@Nullable String> values = new ArrayList<>();
        entry.path("leaf").forEach(each -> values.add(each.isNull() ? null : each.asString("")));
        AuditLeaf leaf = new AuditLeaf(values);
        Hash hash = leaf.hash();
        if (!hash.base64().equals(entry.path("leaf_hash").asString(""))) {
            throw new Failed("entry " + index + " was altered");
        }
        checkValues(index, entry, leaf);
        tree = tree.plus(hash);
        Checkpoint before = earlier;
        if (before != null && tree.size() == before.size()) {
            if (!tree.root().equals(before.root())) {
                throw new Failed(
                        "the first " + before.size() + " entries are not those of the checkpoint");
            }
            continued = true;
        }
    }

    private void checkValues(long index, JsonNode entry, AuditLeaf leaf) throws Failed {
        String nonce = entry.path("nonce").asString("");
        if (nonce.isEmpty()) {
            return;
        }
        byte[] bytes = base64(nonce, index);
        for (String field : AuditLeaf.SEALED) {
            JsonNode value = entry.path(field);
            String commitment = leaf.commitmentTo(field);
            boolean fits =
                    value.isString()
                            ? AuditLeaf.commitment(bytes, field, value.asString(""))
                                    .equals(commitment)
                            : commitment == null;
            if (!fits) {
                throw new Failed("entry " + index + ": its " + field + " is not what was logged");
            }
        }
        opened++;
    }

    private static byte[] base64(String text, long index) throws Failed {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException damaged) {
            throw new Failed("entry " + index + " is damaged");
        }
    }

    /** Ends, after the last line. */
    public Proven end() throws Failed {
        if (tree.size() < signed.size()) {
            throw new Failed(
                    "the last "
                            + (signed.size() - tree.size())
                            + " of "
                            + signed.size()
                            + " entries are missing");
        }
        if (!tree.root().equals(signed.root())) {
            throw new Failed("the entries are not those that the checkpoint was signed of");
        }
        if (!continued) {
            throw new Failed("the log is shorter than the earlier checkpoint says");
        }
        return new Proven(signed, opened, key, earlier);
    }

    private static JsonNode read(String line, String what) throws Failed {
        try {
            return Optional.ofNullable(JSON.readTree(line))
                    .filter(JsonNode::isObject)
                    .orElseThrow(() -> new Failed(what + " is no JSON object"));
        } catch (JacksonException garbage) {
            throw new Failed(what + " is no JSON object");
        }
    }
}
