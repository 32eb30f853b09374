package dev.avow.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The file that the server writes to. At most two files of about 10 MB: the older one is {@code
 * postgres.log.1}.
 */
record ServerLog(Path file, long startedAt) {
    static final long LIMIT_BYTES = 10L * 1024 * 1024;
    private static final int TAIL_BYTES = 16 * 1024;

    /**
     * Rotates where it is due, makes the file (mode 600) where it is missing, and notes where this
     * start begins.
     */
    static ServerLog open(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > LIMIT_BYTES) {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.notExists(file)) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        return new ServerLog(file, Files.size(file));
    }

    /**
     * What was written since {@link #open}, at most the last 16 KiB; empty where it cannot be read.
     */
    String sinceStart() {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(Math.max(startedAt, in.length() - TAIL_BYTES));
            byte[] bytes = new byte[(int) Math.max(0, in.length() - in.getFilePointer())];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
