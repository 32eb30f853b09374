package dev.avow.sealing;

import dev.avow.disk.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
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
        if (!Files.exists(file)) {
            byte[] made = newKey.make().getBytes(StandardCharsets.UTF_8);
            try {
                PrivateFiles.createFirst(file, made);
            } catch (IOException unwritable) {
                throw new SealingException(
                        "the master key file "
                                + file
                                + " cannot be made; check AVOW_MASTER_KEY_FILE and its folder's"
                                + " permissions",
                        unwritable);
            }
        }
        return read(file);
    }

    /** A file that is to be there. */
    static String read(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new SealingException(
                        "there is no master key at "
                                + file
                                + "; check AVOW_MASTER_KEY_FILE, or put it back from your key"
                                + " backup");
            }
            refuseWhatIsNoFile(file);
            refuseWhereOthersMayRead(file);
            return new String(PrivateFiles.read(file), StandardCharsets.UTF_8);
        } catch (IOException unusable) {
            throw new SealingException(
                    "the master key file "
                            + file
                            + " cannot be used; check AVOW_MASTER_KEY_FILE and its permissions",
                    unusable);
        }
    }

    /** Before anybody is told to close a folder such as /tmp to others. */
    private static void refuseWhatIsNoFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new SealingException(
                    "the master key file " + file + " is no file; check AVOW_MASTER_KEY_FILE");
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
