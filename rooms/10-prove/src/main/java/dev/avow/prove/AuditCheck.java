package dev.avow.prove;

import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.Frontier;
import dev.avow.merkle.Hash;
import dev.avow.merkle.SignedNote;
import dev.avow.merkle.VerifierKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
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

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    // What nobody checks must not stand beside what was checked.
    private static final Set<String> HEAD =
            Set.of("format", "origin", "exported_at", "verifier_key", "checkpoint", "broken");
    private static final Set<String> ENTRY =
            Set.of(
                    "index",
                    "leaf_hash",
                    "leaf",
                    "nonce",
                    "damaged",
                    "actor_email",
                    "changes",
                    "ip_address",
                    "user_agent");

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
        JsonNode head = read(line, "the first line", HEAD);
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
        if (!head.path("origin").asString("").equals(key.name())) {
            throw new Failed("it says to be another log than that of the key " + key.text());
        }
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
        JsonNode entry = read(line, "entry " + index, ENTRY);
        if (index >= signed.size()) {
            throw new Failed("there are more entries than the checkpoint's " + signed.size());
        }
        if (!entry.path("index").isIntegralNumber() || entry.path("index").asLong(-1) != index) {
            throw new Failed("entry " + index + " is missing, or not in its place");
        }
        if (!entry.path("leaf").isArray()) {
            throw new Failed("entry " + index + " was deleted");
        }
        if (entry.has("damaged")) {
            throw new Failed(
                    "entry " + index + " was altered: a sealed value of it no longer opens");
        }
        List<@Nullable String> values = new ArrayList<>();
        for (JsonNode each : entry.path("leaf")) {
            values.add(text(each, index));
        }
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
        String nonce = text(entry.path("nonce"), index);
        byte @Nullable [] bytes = nonce == null ? null : bytes(nonce, index);
        for (String field : AuditLeaf.SEALED) {
            String value = text(entry.path(field), index);
            // Without the nonce nothing proves a value, so there must be none.
            boolean fits =
                    bytes == null
                            ? value == null
                            : Objects.equals(
                                    value == null
                                            ? null
                                            : AuditLeaf.commitment(bytes, field, value),
                                    leaf.commitmentTo(field));
            if (!fits) {
                throw new Failed("entry " + index + ": its " + field + " is not what was logged");
            }
        }
        if (bytes != null) {
            opened++;
        }
    }

    /** Null where there is none; whatever is neither text nor null is no part of an entry. */
    private static @Nullable String text(JsonNode node, long index) throws Failed {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw new Failed("entry " + index + " holds what is neither text nor null");
        }
        return node.asString("");
    }

    private static byte[] bytes(String nonce, long index) throws Failed {
        try {
            byte[] bytes = Base64.getDecoder().decode(nonce);
            if (bytes.length == AuditLeaf.NONCE_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException noBase64) {
            // told of below
        }
        throw new Failed("entry " + index + ": its nonce is damaged");
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

    private static JsonNode read(String line, String what, Set<String> members) throws Failed {
        JsonNode document;
        try {
            document = JSON.readTree(line);
        } catch (JacksonException garbage) {
            throw new Failed(what + " is no JSON object whose members stand once each");
        }
        if (document == null || !document.isObject()) {
            throw new Failed(what + " is no JSON object");
        }
        if (!members.containsAll(document.propertyNames())) {
            throw new Failed(what + " has a member that no export has");
        }
        return document;
    }
}
