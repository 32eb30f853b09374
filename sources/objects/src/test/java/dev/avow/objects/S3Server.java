package dev.avow.objects;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** A server that speaks S3 and checks signatures, in memory; one bucket, empty. */
public final class S3Server implements AutoCloseable {

    static final String BUCKET = "avow-test";
    static final S3Location LOCATION = new S3Location(BUCKET, "some/where/");

    private static final S3Access.Credentials KEY =
            new S3Access.Credentials("fictitious-id", "fictitious-secret");

    private final BlobStore blobs = BlobStores.create("transient-nio2", new Properties());
    private final S3Proxy server;

    private S3Server() {
        server =
                S3Proxy.builder()
                        .blobStore(blobs)
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(
                                AuthenticationType.AWS_V4, KEY.accessKeyId(), KEY.plaintextSecret())
                        .build();
    }

    public static S3Server start() {
        S3Server started = new S3Server();
        try {
            started.server.start();
        } catch (Exception failed) {
            throw new AssertionError("no server", failed);
        }
        started.blobs.createContainer(BUCKET);
        return started;
    }

    /** What points Avow at it. */
    public Map<String, String> settings() {
        return Map.of(
                "AVOW_S3_ENDPOINT",
                "http://127.0.0.1:" + server.getPort(),
                "AVOW_S3_ACCESS_KEY_ID",
                KEY.accessKeyId(),
                "AVOW_S3_SECRET_ACCESS_KEY",
                KEY.plaintextSecret());
    }

    /** Makes another bucket, which keeps what is deleted from it. */
    public void keepVersions(String bucket) {
        blobs.createContainer(bucket);
        blobs.putBucketVersioning(bucket, BucketVersioningStatus.ENABLED);
    }

    /** Removes all that is in the bucket. */
    void empty() {
        try (S3Store store = store()) {
            S3Bucket all = new S3Bucket(store.client(), new S3Location(BUCKET, ""));
            for (S3Bucket.Begun each : all.begun("")) {
                all.abort(each.name(), each.id());
            }
            for (String each : all.names("")) {
                all.delete(each);
            }
        } catch (java.io.IOException failed) {
            throw new AssertionError(failed);
        }
    }

    S3Store store() {
        return S3Store.open(LOCATION, access());
    }

    S3Access access() {
        return access(KEY);
    }

    S3Access access(S3Access.Credentials key) {
        return access(URI.create("http://127.0.0.1:" + server.getPort()), key);
    }

    static S3Access access(URI endpoint, S3Access.Credentials key) {
        return new S3Access(
                Optional.of(endpoint), "eu-west-1", true, Optional.of(key), Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new AssertionError("the server does not end", failed);
        }
    }
}
