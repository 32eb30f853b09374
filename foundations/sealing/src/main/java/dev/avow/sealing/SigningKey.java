package dev.avow.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.signature.Ed25519Parameters;
import com.google.crypto.tink.signature.Ed25519PrivateKey;
import com.google.crypto.tink.signature.SignatureConfig2026;
import java.security.GeneralSecurityException;

/** A tenant's key for signatures that anybody may check. Safe for any thread. */
final class SigningKey {

    /** No prefix, so that signatures are RFC 8032's and tools other than Tink check them. */
    static final Ed25519Parameters PARAMETERS =
            Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX);

    private final PublicKeySign signer;
    private final byte[] publicKey;

    private SigningKey(PublicKeySign signer, byte[] publicKey) {
        this.signer = signer;
        this.publicKey = publicKey;
    }

    @AccessesPartialKey // the public half alone, which is handed out
    static SigningKey of(KeysetHandle keyset) throws GeneralSecurityException {
        Ed25519PrivateKey key = (Ed25519PrivateKey) keyset.getPrimary().getKey();
        return new SigningKey(
                keyset.getPrimitive(SignatureConfig2026.get(), PublicKeySign.class),
                key.getPublicKey().getPublicKeyBytes().toByteArray());
    }

    byte[] sign(byte[] text) {
        try {
            return signer.sign(text);
        } catch (GeneralSecurityException impossible) {
            throw new SealingException("signing failed");
        }
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
