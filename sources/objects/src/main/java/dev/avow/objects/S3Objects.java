package dev.avow.objects;

import dev.avow.backup.PlaceUnusable;
import dev.avow.retain.ObjectStore;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.Optional;

/** Archives in a bucket. */
final class S3Objects implements ObjectStore {

    private final S3Bucket bucket;

    S3Objects(S3Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public void put(String name, byte[] content) {
        try {
            bucket.put(name, content, content.length);
        } catch (PlaceUnusable why) {
            throw unusable(why);
        }
    }

    @Override
    public Optional<byte[]> get(String name) {
        try {
            return bucket.get(name);
        } catch (PlaceUnusable why) {
            throw unusable(why);
        }
    }

    @Override
    public void delete(String name) {
        try {
            bucket.delete(name);
        } catch (PlaceUnusable why) {
            throw unusable(why);
        }
    }

    private static RuntimeException unusable(PlaceUnusable why) {
        return Fault.of(
                        FaultCode.STORE_UNAVAILABLE,
                        "the archive cannot be used: " + why.getMessage())
                .asException();
    }

    @Override
    public String toString() {
        return bucket.toString();
    }
}
