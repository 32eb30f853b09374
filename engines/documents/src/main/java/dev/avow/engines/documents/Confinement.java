package dev.avow.engines.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the kernel keeps from a process that reads documents, should one of them get a parser to do
 * its will: it may read this program and its Java, write in its own folder, and nothing else; no
 * home folder, no keys, no other process, no program, no network.
 *
 * <p>It comes in two steps, since Landlock binds a thread and not a process, and a JVM has threads
 * before its {@code main} begins (the finalizer's, the compiler's, the one for signals). The first
 * binds a thread that then becomes the reader ({@link ConfinedExec}), so that the reader is born in
 * it with all its threads. The second is the reader's own, for which it need not become anything
 * more.
 */
final class Confinement {

    private static final int PR_SET_NO_NEW_PRIVS = 38;

    /** A part of a document that a parser writes to a file; there is none larger. */
    private static final long MOST_FILE_BYTES = 2L * Unpacking.MOST;

    private static final int F_SETOWN = 8;
    private static final int F_SETSIG = 10;
    private static final int F_SETOWN_EX = 15;
    private static final int CLONE_THREAD = 0x10000;

    private Confinement() {}

    /**
     * Confines the thread that calls, those that it makes from here on, and the program that it
     * becomes.
     *
     * @param folder where it may write
     * @param readable what it may read beside its Java
     * @return whether all of it is in force; what the system has of it is, in any case
     */
    static boolean toReading(Path folder, List<Path> readable) {
        if (!Kernel.IS_LINUX) {
            return false;
        }
        Kernel.limitFiles(MOST_FILE_BYTES);
        boolean unprivileged = Kernel.control(PR_SET_NO_NEW_PRIVS, 1);
        boolean withoutFiles = confineFiles(folder, readable);
        boolean withoutCalls = Machine.here().map(Confinement::confineCalls).orElse(false);
        return unprivileged && withoutFiles && withoutCalls;
    }

    private static boolean confineFiles(Path folder, List<Path> readable) {
        try (Landlock files = Landlock.create()) {
            if (!files.isThere()) {
                return false;
            }
            Path java = Path.of(System.getProperty("java.home"));
            files.allowReading(java);
            files.allowReading(securityOf(java));
            for (String each : List.of("/dev/random", "/dev/urandom", "/etc/ld.so.cache")) {
                files.allowReading(Path.of(each));
            }
            readable.forEach(files::allowReading);
            loaded().forEach(files::allowRunning);
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

    /**
     * The program of this process, the loader and the libraries: with them the same program starts
     * again. As {@code /proc/self/maps} has them: range, rights, three numbers, file.
     */
    private static Set<Path> loaded() {
        Set<Path> files = new LinkedHashSet<>();
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
                int file = line.indexOf('/');
                if (file > 0 && line.startsWith("r-xp", line.indexOf(' ') + 1)) {
                    files.add(Path.of(line.substring(file)));
                }
            }
        } catch (IOException none) {
            // Nothing can be run then, and so nothing read.
        }
        return files;
    }

    private static boolean confineCalls(Machine machine) {
        CallFilter filter = new CallFilter(machine).hideFrom(Call.FIRST_UNKNOWN);
        Call.NEVER.forEach(filter::refuse);
        return filter.refuseUnless(Call.TGKILL, 0, Kernel.self())
                .refuseUnless(Call.PRLIMIT64, 0, 0)
                // A pipe can be made to send signals to others.
                .refuseWhere(Call.FCNTL, 1, F_SETOWN)
                .refuseWhere(Call.FCNTL, 1, F_SETOWN_EX)
                .refuseWhere(Call.FCNTL, 1, F_SETSIG)
                .enforce(false);
    }

    /**
     * No thread of this process, whenever it was made, runs a program, makes a process or takes
     * back a limit from here on.
     *
     * @return whether it is in force
     */
    static boolean toThisProgram() {
        return Kernel.IS_LINUX && Machine.here().map(Confinement::confineThreads).orElse(false);
    }

    private static boolean confineThreads(Machine machine) {
        return new CallFilter(machine)
                .refuse(Call.EXECVE)
                .refuse(Call.EXECVEAT)
                .refuse(Call.PRLIMIT64)
                .refuse(Call.SETRLIMIT)
                .refuse(Call.FORK)
                .refuse(Call.VFORK)
                .refuseWithout(Call.CLONE, 0, CLONE_THREAD)
                // Its flags stand in memory, where no filter sees them. Threads come by the other.
                .hide(Call.CLONE3)
                .enforce(true);
    }
}
