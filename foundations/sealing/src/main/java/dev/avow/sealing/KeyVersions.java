package dev.avow.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The versions of a tenant's sealing key: the newest seals, all open. A version is a key of one
 * Tink keyset, and its number is Tink's key id, which stands in front of all that it seals.
 * Immutable, safe for any thread.
 *
 * @param all seals with the newest, opens with each
 * @param newest the newest alone big-endian
 * @param count how many there are
 */
record KeyVersions(Aead all, Aead newest, int id, int count) {

    static KeyVersions of(KeysetHandle keyset) throws GeneralSecurityException {
        int id = keyset.getPrimary().getId();
        return new KeyVersions(
                keyset.getPrimitive(AeadConfig2026.get(), Aead.class),
                only(keyset, each -> each == id).getPrimitive(AeadConfig2026.get(), Aead.class),
                id,
                keyset.size());
    }

    boolean isNewest(byte[] sealed) {
        byte[] prefix = prefix();
        int from = sealed.length > 0 && sealed[0] == SealingAlgorithm.MARK ? 1 : 0;
        int to = from + prefix.length;
        return sealed.length > to && Arrays.equals(prefix, 0, prefix.length, sealed, from, to);
    }

    /** With what the newest begins all that it seals: the byte 1 and its number, big-endian. */
    byte[] prefix() {
        return ByteBuffer.allocate(5).put((byte) 1).putInt(id).array();
    }

    /** Makes a keyset of one new key. */
    interface Fresh {
        KeysetHandle make() throws GeneralSecurityException;
    }

    /** The keyset with one more version, which does not seal yet; it is the last. */
    static KeysetHandle withAnother(KeysetHandle keyset) throws GeneralSecurityException {
        return withAnother(
                keyset,
                () ->
                        KeysetHandle.generateNew(
                                PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
    }

    static KeysetHandle withAnother(KeysetHandle keyset, Fresh made)
            throws GeneralSecurityException {
        KeysetHandle fresh = made.make();
        while (ids(keyset).contains(fresh.getPrimary().getId())) {
            fresh = made.make();
        }
        return merged(keyset, fresh);
    }

    /** The first keyset, whose newest version stays that, with what only the other one has. */
    @AccessesPartialKey
    static KeysetHandle merged(KeysetHandle keyset, KeysetHandle other)
            throws GeneralSecurityException {
        KeysetHandle.Builder both = KeysetHandle.newBuilder(keyset);
        Set<Integer> known = ids(keyset);
        for (int i = 0; i < other.size(); i++) {
            KeysetHandle.Entry entry = other.getAt(i);
            if (known.add(entry.getId())) {
                both.addEntry(KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId()));
            }
        }
        return both.build();
    }

    /** The keyset with another version as its newest. */
    @AccessesPartialKey
    static KeysetHandle led(KeysetHandle keyset, int id) throws GeneralSecurityException {
        KeysetHandle.Builder all = KeysetHandle.newBuilder();
        for (int i = 0; i < keyset.size(); i++) {
            KeysetHandle.Entry entry = keyset.getAt(i);
            KeysetHandle.Builder.Entry again =
                    KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId());
            all.addEntry(entry.getId() == id ? again.makePrimary() : again);
        }
        return all.build();
    }

    /** The keyset's newest version, and of the others those that are wanted. */
    @AccessesPartialKey
    static KeysetHandle only(KeysetHandle keyset, IntPredicate wanted)
            throws GeneralSecurityException {
        KeysetHandle.Builder some = KeysetHandle.newBuilder();
        for (int i = 0; i < keyset.size(); i++) {
            KeysetHandle.Entry entry = keyset.getAt(i);
            KeysetHandle.Builder.Entry again =
                    KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId());
            if (entry.isPrimary()) {
                some.addEntry(again.makePrimary());
            } else if (wanted.test(entry.getId())) {
                some.addEntry(again);
            }
        }
        return some.build();
    }

    static Set<Integer> ids(KeysetHandle keyset) {
        Set<Integer> ids = new HashSet<>();
        for (int i = 0; i < keyset.size(); i++) {
            ids.add(keyset.getAt(i).getId());
        }
        return ids;
    }

    @Override
    public String toString() {
        return "KeyVersions[" + count + "]";
    }
}
