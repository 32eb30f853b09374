package dev.avow.merkle;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Signatures of RFC 8032, by the JDK. Stateless. */
final class Ed25519 {

    /** Bytes of a public key. */
    static final int KEY_BYTES = 32;

    /** Bytes of a signature. */
    static final int SIGNATURE_BYTES = 64;

    private Ed25519() {}

    static boolean verifies(byte[] key, byte[] text, byte[] signature) {
        try {
            Signature ed = Signature.getInstance("Ed25519");
            ed.initVerify(publicKey(key));
            ed.update(text);
            return ed.verify(signature);
        } catch (GeneralSecurityException notItsSignature) {
            return false;
        }
    }

    /** RFC 8032, section 5.1.2: little-endian y, the sign of x in the last byte's highest bit. */
    private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        byte[] bigEndian = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            bigEndian[i] = key[KEY_BYTES - 1 - i];
        }
        boolean xOdd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(
                                NamedParameterSpec.ED25519,
                                new EdECPoint(xOdd, new BigInteger(1, bigEndian))));
    }
}
