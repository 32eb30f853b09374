package dev.avow.objects;

import dev.avow.objects.S3Check.Versions;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Looks at a store once, at the start. */
final class S3Probe {

    private static final int SERVERS_FAULT = 500;

    private final S3Client client;
    private final AwsCredentialsProvider credentials;
    private final S3Location location;

    S3Probe(S3Client client, AwsCredentialsProvider credentials, S3Location location) {
        this.client = client;
        this.credentials = credentials;
        this.location = location;
    }

    S3Check check() {
        try {
            Object _ = credentials.resolveCredentials();
        } catch (SdkException none) {
            return new S3Check.Refused(
                    "there are no credentials for the store of bucket "
                            + location.bucket()
                            + "; set AVOW_S3_ACCESS_KEY_ID and AVOW_S3_SECRET_ACCESS_KEY");
        }
        try {
            // Not the question whether the bucket is there: it is answered without a reason.
            Object _ =
                    client.listObjectsV2(of ->
                            of.bucket(location.bucket()).prefix(location.prefix()).maxKeys(1));
        } catch (SdkException failed) {
            String why = String.valueOf(S3Failure.of(location, failed).getMessage());
            return failed instanceof AwsServiceException answer
                            && answer.statusCode() < SERVERS_FAULT
                    ? new S3Check.Refused(why)
                    : new S3Check.Unreachable(why);
        }
        return new S3Check.Usable(versions());
    }

    /** Not every store knows the question, and not every key may ask it. */
    private Versions versions() {
        try {
            return client.getBucketVersioning(of -> of.bucket(location.bucket())).status()
                            == BucketVersioningStatus.ENABLED
                    ? Versions.KEPT
                    : Versions.NOT_KEPT;
        } catch (SdkException unsaid) {
            return Versions.UNKNOWN;
        }
    }
}
