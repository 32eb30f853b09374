package dev.avow.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** A place whose disk is full after some parts. */
final class FailingPlace implements BackupPlace {

    private final BackupPlace place;
    private int left;

    FailingPlace(BackupPlace place, int left) {
        this.place = place;
        this.left = left;
    }

    @Override
    public OutputStream write(String backup, String part) throws IOException {
        OutputStream out = place.write(backup, part);
        left--;
        return new FilterOutputStream(out) {
            @Override
            public void close() throws IOException {
                out.close();
                if (left < 0) {
                    throw new IOException("no space left");
                }
            }
        };
    }

    @Override
    public void commit(String backup, String part, byte[] content) throws IOException {
        throw new IOException("no space left");
    }

    @Override
    public InputStream read(String backup, String part) throws IOException {
        return place.read(backup, part);
    }

    @Override
    public List<String> names() throws IOException {
        return place.names();
    }

    @Override
    public boolean has(String backup, String part) throws IOException {
        return place.has(backup, part);
    }

    @Override
    public void remove(String backup) throws IOException {
        place.remove(backup);
    }

    @Override
    public String location(String backup) {
        return place.location(backup);
    }

    @Override
    public String toString() {
        return "a full disk";
    }
}
