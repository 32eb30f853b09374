package dev.avow.kms;

import com.google.crypto.tink.Aead;
import dev.avow.sealing.KeyServiceException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.KmsClientBuilder;

/**
 * A symmetric key of AWS KMS (API version 2014-11-01, {@code Encrypt} and {@code Decrypt}).
 * Associated data is the encryption context {@code associatedData}, in hexadecimal, as Tink has it.
 * Credentials are found as Amazon's own tools find them. Blocks; safe for any thread.
 */
final class AwsKms implements Aead {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,60}");
    private static final int DEPTH = 10;

    private final AwsKey key;
    private final KmsClient client;

    AwsKms(AwsKey key, KeyServiceAccess access, AwsCredentialsProvider credentials) {
        KmsClientBuilder builder =
                KmsClient.builder()
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(access.patience()))
                        .overrideConfiguration(config -> config.retryStrategy(RetryMode.STANDARD))
                        .credentialsProvider(credentials)
                        .region(Region.of(key.region()));
        access.endpoint().ifPresent(builder::endpointOverride);
        this.key = key;
        this.client = builder.build();
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        try {
            return client.encrypt(request ->
                            request.keyId(key.arn())
                                    .plaintext(SdkBytes.fromByteArray(plaintext))
                                    .encryptionContext(context(associatedData)))
                    .ciphertextBlob()
                    .asByteArray();
        } catch (SdkException failed) {
            throw told(failed);
        }
    }

    /** The key is named, so that no other key's ciphertext opens, whoever put it there. */
    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData)
            throws GeneralSecurityException {
        try {
            return client.decrypt(request ->
                            request.keyId(key.arn())
                                    .ciphertextBlob(SdkBytes.fromByteArray(ciphertext))
                                    .encryptionContext(context(associatedData)))
                    .plaintext()
                    .asByteArray();
        } catch (SdkException failed) {
            throw told(failed);
        }
    }

    private static Map<String, String> context(byte[] associatedData) {
        return associatedData.length == 0
                ? Map.of()
                : Map.of("associatedData", HexFormat.of().formatHex(associatedData));
    }

    /** The status and the service's own code alone; what else it says may name accounts. */
    private static KeyServiceException told(SdkException failed) {
        if (failed instanceof AwsServiceException answer) {
            String code =
                    answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
                            ? ""
                            : answer.awsErrorDetails().errorCode();
            return new KeyServiceException(
                    "AWS KMS answered "
                            + answer.statusCode()
                            + (CODE.matcher(code).matches() ? " " + code : "")
                            + "; "
                            + remedy(answer.statusCode(), code));
        }
        return new KeyServiceException("AWS KMS " + unanswered(failed));
    }

    private static String remedy(int status, String code) {
        return switch (code) {
            case "InvalidCiphertextException", "IncorrectKeyException" ->
                    "the master key file was not wrapped by this key: check AVOW_MASTER_KEY_KMS and"
                            + " AVOW_MASTER_KEY_FILE";
            case "NotFoundException" -> "there is no such key: check AVOW_MASTER_KEY_KMS";
            case "DisabledException", "KMSInvalidStateException" ->
                    "enable that key again, or cancel its deletion";
            default ->
                    status >= 500 || status == 429 || code.equals("ThrottlingException")
                            ? "wait until it has recovered"
                            : "check the credentials (AWS_ACCESS_KEY_ID, a profile, the machine's"
                                    + " role) and that they may kms:Encrypt and kms:Decrypt with"
                                    + " the key of AVOW_MASTER_KEY_KMS";
        };
    }

    private static String unanswered(SdkException failed) {
        @Nullable Throwable cause = failed;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            switch (cause) {
                case UnknownHostException _ -> {
                    return "is on a host that cannot be found; check the region in"
                            + " AVOW_MASTER_KEY_KMS, and AVOW_MASTER_KEY_KMS_ENDPOINT";
                }
                case ConnectException _ -> {
                    return "cannot be reached; check the network, and AVOW_MASTER_KEY_KMS_ENDPOINT";
                }
                case SocketTimeoutException _ -> {
                    return "did not answer in time; check the network, and"
                            + " AVOW_MASTER_KEY_KMS_TIMEOUT_MS";
                }
                default -> cause = cause.getCause();
            }
        }
        return "cannot be used ("
                + failed.getClass().getSimpleName()
                + "); check the credentials and AVOW_MASTER_KEY_KMS";
    }

    /** Prints no address: it names an account. */
    @Override
    public String toString() {
        return "AwsKms";
    }
}
