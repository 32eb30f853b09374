package dev.avow.objects;

import dev.avow.backup.BackupPlace;
import dev.avow.retain.ObjectStore;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket of an S3-compatible store. Safe for any thread; blocks.
 *
 * <p>Source: Amazon S3's API reference, 2006-03-01; of it what other makers' stores have too.
 */
public final class S3Store implements AutoCloseable {

    private final S3Client client;
    private final AwsCredentialsProvider credentials;
    private final S3Bucket bucket;

    private S3Store(S3Client client, AwsCredentialsProvider credentials, S3Location location) {
        this.client = client;
        this.credentials = credentials;
        this.bucket = new S3Bucket(client, location);
    }

    /** Opens one; it is not reached before the first use. */
    public static S3Store open(S3Location location, S3Access access) {
        AwsCredentialsProvider credentials = S3Clients.credentials(access);
        return new S3Store(S3Clients.client(access, credentials), credentials, location);
    }

    /** For archives. */
    public ObjectStore objects() {
        return new S3Objects(bucket);
    }

    /** For backups. */
    public BackupPlace place() {
        return new S3Place(bucket);
    }

    /** The SDK's, for tests of what stands below. */
    S3Client client() {
        return client;
    }

    /** Looks whether it can be used; writes nothing. */
    public S3Check check() {
        return new S3Probe(client, credentials, bucket.location()).check();
    }

    @Override
    public void close() {
        client.close();
    }

    /** Prints where it is. */
    @Override
    public String toString() {
        return bucket.toString();
    }
}
