package dev.avow.objects;

import dev.avow.backup.PlaceUnusable;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What Avow asks of a bucket; names are those below the location's prefix. Safe for any thread;
 * blocks. Every failure is a {@link PlaceUnusable}.
 */
final class S3Bucket {

    private static final String BYTES = "application/octet-stream";

    private final S3Client client;
    private final S3Location location;

    S3Bucket(S3Client client, S3Location location) {
        this.client = client;
        this.location = location;
    }

    S3Location location() {
        return location;
    }

    void put(String name, byte[] content, int length) throws PlaceUnusable {
        Object _ =
                asked(() ->
                        client.putObject(
                                to -> to.bucket(location.bucket()).key(key(name)),
                                body(content, length)));
    }

    /** An object whole; empty where there is none of this name. */
    Optional<byte[]> get(String name) throws PlaceUnusable {
        return found(() ->
                client.getObjectAsBytes(of -> of.bucket(location.bucket()).key(key(name)))
                        .asByteArrayUnsafe());
    }

    /**
     * A piece of an object; empty where there is none of this name.
     *
     * @return less than was asked for, or nothing, where the object ends
     */
    Optional<byte[]> get(String name, long from, int length) throws PlaceUnusable {
        String range = "bytes=" + from + "-" + (from + length - 1);
        return found(() -> {
            try {
                return client.getObjectAsBytes(
                                of -> of.bucket(location.bucket()).key(key(name)).range(range))
                        .asByteArrayUnsafe();
            } catch (SdkException failed) {
                if (S3Failure.code(failed).filter("InvalidRange"::equals).isPresent()) {
                    return new byte[0];
                }
                throw failed;
            }
        });
    }

    void delete(String name) throws PlaceUnusable {
        Object _ =
                asked(() -> client.deleteObject(of -> of.bucket(location.bucket()).key(key(name))));
    }

    /** The names of all objects that begin so. */
    List<String> names(String begin) throws PlaceUnusable {
        return asked(() ->
                client
                        .listObjectsV2Paginator(
                                of -> of.bucket(location.bucket()).prefix(key(begin)))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .map(this::name)
                        .toList());
    }

    /** The first object's name in the order of names, of those that begin so. */
    Optional<String> first(String begin) throws PlaceUnusable {
        return asked(() ->
                client
                        .listObjectsV2(
                                of -> of.bucket(location.bucket()).prefix(key(begin)).maxKeys(1))
                        .contents()
                        .stream()
                        .findFirst()
                        .map(S3Object::key)
                        .map(this::name));
    }

    /** What stands before the first {@code /} in the names of objects. */
    List<String> folders() throws PlaceUnusable {
        return asked(() ->
                client
                        .listObjectsV2Paginator(of ->
                                of.bucket(location.bucket())
                                        .prefix(location.prefix())
                                        .delimiter("/"))
                        .commonPrefixes()
                        .stream()
                        .map(CommonPrefix::prefix)
                        .map(each -> name(each.substring(0, each.length() - 1)))
                        .toList());
    }

    /** Begins an object that is sent in parts. @return its id */
    String begin(String name) throws PlaceUnusable {
        return asked(() ->
                client.createMultipartUpload(of -> of.bucket(location.bucket()).key(key(name)))
                        .uploadId());
    }

    CompletedPart send(String name, String id, int number, byte[] content, int length)
            throws PlaceUnusable {
        String tag =
                asked(() ->
                        client.uploadPart(
                                        of ->
                                                of.bucket(location.bucket())
                                                        .key(key(name))
                                                        .uploadId(id)
                                                        .partNumber(number),
                                        body(content, length))
                                .eTag());
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    /** Makes an object of its parts. */
    void complete(String name, String id, List<CompletedPart> parts) throws PlaceUnusable {
        Object _ =
                asked(() ->
                        client.completeMultipartUpload(of ->
                                of.bucket(location.bucket())
                                        .key(key(name))
                                        .uploadId(id)
                                        .multipartUpload(whole -> whole.parts(parts))));
    }

    void abort(String name, String id) throws PlaceUnusable {
        Object _ =
                asked(() ->
                        client.abortMultipartUpload(
                                of -> of.bucket(location.bucket()).key(key(name)).uploadId(id)));
    }

    /** An object whose parts are being sent, or were until somebody died. */
    record Begun(String name, String id) {}

    /** All of them that begin so. */
    List<Begun> begun(String begin) throws PlaceUnusable {
        return asked(() ->
                client
                        .listMultipartUploadsPaginator(
                                of -> of.bucket(location.bucket()).prefix(key(begin)))
                        .stream()
                        .map(ListMultipartUploadsResponse::uploads)
                        .flatMap(List<MultipartUpload>::stream)
                        // Not every store heeds the prefix.
                        .filter(each -> each.key().startsWith(key(begin)))
                        .map(each -> new Begun(name(each.key()), each.uploadId()))
                        .toList());
    }

    private String key(String name) {
        return location.prefix() + name;
    }

    private String name(String key) {
        return key.substring(location.prefix().length());
    }

    /** Not copied, and given again where the SDK tries again. */
    private static RequestBody body(byte[] content, int length) {
        return RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(content, 0, length), length, BYTES);
    }

    private <T> Optional<T> found(Supplier<T> call) throws PlaceUnusable {
        try {
            return Optional.of(call.get());
        } catch (SdkException failed) {
            if (S3Failure.code(failed).filter("NoSuchKey"::equals).isPresent()) {
                return Optional.empty();
            }
            throw S3Failure.of(location, failed);
        }
    }

    private <T> T asked(Supplier<T> call) throws PlaceUnusable {
        try {
            return call.get();
        } catch (SdkException failed) {
            throw S3Failure.of(location, failed);
        }
    }

    @Override
    public String toString() {
        return location.toString();
    }
}
