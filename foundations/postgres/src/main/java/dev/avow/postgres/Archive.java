package dev.avow.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A tar archive compressed with xz. */
final class Archive {
    private static final int OWNER_MAY_EXECUTE = 0100;

    private Archive() {}

    /**
     * Unpacks into an existing folder; an entry that would land outside fails the whole. Does not
     * close the stream.
     */
    static void unpack(InputStream archive, Path folder) throws IOException {
        var tar =
                new TarArchiveInputStream(
                        new BufferedInputStream(new XZInputStream(archive), 1 << 16));
        for (TarArchiveEntry entry = tar.getNextEntry();
                entry != null;
                entry = tar.getNextEntry()) {
            if (isForDevelopersOnly(entry.getName())) {
                continue;
            }
            Path target = inside(folder, folder.resolve(entry.getName()));
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else if (entry.isSymbolicLink()) {
                inside(folder, target.resolveSibling(entry.getLinkName()));
                Files.createDirectories(target.resolveSibling("."));
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(target.resolveSibling("."));
                Files.copy(tar, target);
                boolean program = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
                Files.setPosixFilePermissions(
                        target,
                        PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static boolean isForDevelopersOnly(String name) {
        return name.endsWith(".a") || name.contains("/pkgconfig/");
    }

    private static Path inside(Path folder, Path target) throws IOException {
        Path normal = target.normalize();
        if (!normal.startsWith(folder)) {
            throw new IOException("an archive entry points outside its folder");
        }
        return normal;
    }
}
