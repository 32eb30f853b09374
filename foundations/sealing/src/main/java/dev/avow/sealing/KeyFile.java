package dev.avow.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/** The file that holds the master key: made once, never overwritten, closed to others. */
final class KeyFile {

    private KeyFile() {}

    /** Makes the text of a new key. */
    interface NewKey {
        String make() throws GeneralSecurityException;
    }

    static String readOrCreate(Path file, NewKey newKey) throws GeneralSecurityException {
        try {
            if (!Files.exists(file)) {
                create(file, newKey.make());
            }
            refuseWhereOthersMayRead(file);
            return Files.readString(file);
        } catch (IOException unusable) {
            throw new SealingException(
                    "the master key file "
                            + file
                            + " cannot be used; check AVOW_MASTER_KEY_FILE and its permissions",
                    unusable);
        }
    }

    /** Written beside and linked into place, so that a crash leaves a whole file or none. */
    private static void create(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft =
                Files.createTempFile(
                        folder,
                        ".master",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherProcessWasFirst) {
            // The other one's key is in place and is the one to use.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void refuseWhereOthersMayRead(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.contains(PosixFilePermission.OTHERS_READ)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || permissions.contains(PosixFilePermission.GROUP_WRITE)) {
            throw new SealingException(
                    "the master key file " + file + " is open to others; run: chmod 600 " + file);
        }
    }
}
