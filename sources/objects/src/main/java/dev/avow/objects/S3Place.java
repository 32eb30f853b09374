package dev.avow.objects;

import dev.avow.backup.BackupName;
import dev.avow.backup.BackupPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeSet;

/**
 * Backups in a bucket: a part is the object {@code PREFIX/BACKUP/PART}. An object appears whole or
 * not at all, so one whose sending died is none; what was sent of it is let go with its backup.
 */
final class S3Place implements BackupPlace {

    private final S3Bucket bucket;

    S3Place(S3Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public OutputStream write(String backup, String part) {
        return new S3Upload(bucket, name(backup, part));
    }

    @Override
    public void commit(String backup, String part, byte[] content) throws IOException {
        bucket.put(name(backup, part), content, content.length);
    }

    @Override
    public InputStream read(String backup, String part) throws IOException {
        return S3Download.begin(bucket, name(backup, part));
    }

    @Override
    public List<String> names() throws IOException {
        TreeSet<String> names = new TreeSet<>(bucket.folders());
        for (S3Bucket.Begun each : bucket.begun("")) {
            int end = each.name().indexOf('/');
            names.add(each.name().substring(0, Math.max(0, end)));
        }
        return names.stream().filter(BackupName::isOne).toList();
    }

    /**
     * By the list: it says whether the bucket is missing, which a question for the object hides.
     */
    @Override
    public boolean has(String backup, String part) throws IOException {
        return bucket.first(name(backup, part)).filter(name(backup, part)::equals).isPresent();
    }

    @Override
    public void remove(String backup) throws IOException {
        // Whoever ends Avow interrupts its backup; it is removed all the same.
        boolean interrupted = Thread.interrupted();
        try {
            String begin = backup + "/";
            bucket.delete(name(backup, MANIFEST));
            for (S3Bucket.Begun each : bucket.begun(begin)) {
                bucket.abort(each.name(), each.id());
            }
            for (String each : bucket.names(begin)) {
                bucket.delete(each);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public String location(String backup) {
        return bucket.location() + backup;
    }

    private static String name(String backup, String part) {
        return backup + "/" + part;
    }

    @Override
    public String toString() {
        return bucket.toString();
    }
}
