package dev.avow.prove;

import dev.avow.merkle.Hash;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is about to be written, sealed already and with its leaf, so that nothing is left
 * to do while the tree is held but to find its place.
 */
final class NewEntry {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final AuditRecord entry;
    private final Map<String, byte[]> sealed;
    private final List<@Nullable String> commitments;
    private final byte[] nonce;
    private final Hash hash;

    private NewEntry(
            AuditRecord entry,
            Map<String, byte[]> sealed,
            List<@Nullable String> commitments,
            byte[] nonce) {
        this.entry = entry;
        this.sealed = sealed;
        this.commitments = commitments;
        this.nonce = nonce;
        this.hash = AuditLeaves.leaf(entry, commitments).hash();
    }

    /** Seals what can tell of a person; of whoever was erased nothing is kept. */
    static NewEntry of(Keyring keyring, AuditRecord entry) {
        EntryKeys keys = EntryKeys.toWrite(keyring, entry);
        SealedValues values = SealedValues.of(entry).without(keys::isErased);
        Map<String, byte[]> sealed = new HashMap<>();
        for (String field : AuditLeaf.SEALED) {
            Place place = new Place(entry.tenant(), "audit_logs", field + "_sealed", entry.id());
            byte[] bytes = keys.seal(field, values.of(field), place);
            if (bytes != null) {
                sealed.put(field, bytes);
            }
        }
        byte[] nonce = newNonce();
        return new NewEntry(
                entry, sealed, values.commitments(nonce), sealedNonce(keys, entry, nonce));
    }

    static byte[] newNonce() {
        byte[] nonce = new byte[AuditLeaf.NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    static byte[] sealedNonce(EntryKeys keys, AuditRecord entry, byte[] nonce) {
        return keys.sealNonce(
                Base64.getEncoder().encodeToString(nonce),
                AuditLeaves.nonceOf(entry.tenant(), entry.id()));
    }

    AuditRecord entry() {
        return entry;
    }

    /** A field of {@link AuditLeaf#SEALED} as it is kept; null where nothing is. */
    byte @Nullable [] sealed(String field) {
        return sealed.get(field);
    }

    List<@Nullable String> commitments() {
        return commitments;
    }

    /** What proves the values, sealed. */
    byte[] nonce() {
        return nonce;
    }

    /** Of its leaf. */
    Hash hash() {
        return hash;
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "NewEntry " + entry.id();
    }
}
