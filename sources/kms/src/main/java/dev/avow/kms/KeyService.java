package dev.avow.kms;

import com.google.crypto.tink.Aead;
import dev.avow.sealing.KeyServiceException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Finds the service that an address names. */
public final class KeyService {

    private KeyService() {}

    /**
     * The service of a key. Nothing is asked of it yet, but by {@code encrypt} and {@code decrypt},
     * which block.
     *
     * @throws KeyServiceException where the address is of no service known here, or ill-formed, or
     *     what the service needs is missing
     */
    public static Aead of(KeyServiceAccess access) throws KeyServiceException {
        Optional<VaultKey> vault = VaultKey.of(access.key());
        if (vault.isPresent()) {
            return new VaultTransit(vault.get(), access);
        }
        Optional<AwsKey> aws = AwsKey.of(access.key());
        if (aws.isPresent()) {
            return new AwsKms(aws.get(), access, DefaultCredentialsProvider.builder().build());
        }
        throw new KeyServiceException(
                "AVOW_MASTER_KEY_KMS must be like aws-kms://arn:aws:kms:REGION:ACCOUNT:key/ID or"
                        + " hcvault://HOST:PORT/transit/keys/NAME");
    }
}
