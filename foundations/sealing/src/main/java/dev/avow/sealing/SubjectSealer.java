package dev.avow.sealing;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * Seals many values that are about one person, with one look at the store of keys. Where the key is
 * destroyed meanwhile, what this seals opens for nobody. To be used for one run of something. Safe
 * for any thread.
 */
public final class SubjectSealer {

    private final Aead aead;
    private final SealingAlgorithm algorithm;

    SubjectSealer(Aead aead, SealingAlgorithm algorithm) {
        this.aead = aead;
        this.algorithm = algorithm;
    }

    /** Seals a value for one place. */
    public byte[] seal(byte[] plaintext, Place place) {
        try {
            byte[] sealed = algorithm.seal(aead, plaintext, place.associatedData());
            return ByteBuffer.allocate(sealed.length + 1).put(SubjectKeys.MARK).put(sealed).array();
        } catch (GeneralSecurityException impossible) {
            throw new SealingException(
                    "sealing failed for " + place.table() + "." + place.column());
        }
    }

    @Override
    public String toString() {
        return "SubjectSealer";
    }
}
