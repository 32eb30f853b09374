package dev.avow.engines.documents;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the kernel keeps from a process that reads documents, should one of them get a parser to do
 * its will: it may read this program and its Java, write in its own folder, and nothing else; no
 * home folder, no keys, no other process, no program, no network.
 */
final class Confinement {

    private static final int PR_SET_NO_NEW_PRIVS = 38;

    /** A part of a document that a parser writes to a file; there is none larger. */
    private static final long MOST_FILE_BYTES = 2L * Unpacking.MOST;

    private Confinement() {}

    /**
     * Confines the thread that calls, and those that it makes from here on.
     *
     * @return whether all of it is in force; what the system has of it is, in any case
     */
    static boolean to(Path folder) {
        if (!Kernel.IS_LINUX) {
            return false;
        }
        Kernel.limitFiles(MOST_FILE_BYTES);
        boolean unprivileged = Kernel.control(PR_SET_NO_NEW_PRIVS, 1, 0);
        boolean withoutFiles = confineFiles(folder);
        boolean withoutSockets = NoSockets.enforce();
        return unprivileged && withoutFiles && withoutSockets;
    }

    private static boolean confineFiles(Path folder) {
        try (Landlock files = Landlock.create()) {
            if (!files.isThere()) {
                return false;
            }
            Path java = Path.of(System.getProperty("java.home"));
            files.allowReading(java);
            files.allowReading(securityOf(java));
            for (String device : List.of("/dev/random", "/dev/urandom")) {
                files.allowReading(Path.of(device));
            }
            for (String place :
                    System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                files.allowReading(Path.of(place));
            }
            files.allowWork(folder);
            return files.enforce();
        }
    }

    /** Some systems keep a Java's settings elsewhere. */
    private static Path securityOf(Path java) {
        Path settings = java.resolve("conf/security/java.security");
        try {
            return settings.toRealPath().resolveSibling("");
        } catch (IOException none) {
            return java;
        }
    }
}
