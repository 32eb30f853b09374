package dev.avow.engines.documents;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * What Linux can be told about the process that calls; see the manual's pages of each. On other
 * systems nothing happens. A call that fails is told by its result, never by an exception.
 */
final class Kernel {

    static final boolean IS_LINUX = System.getProperty("os.name", "").equals("Linux");

    private static final int RLIMIT_FSIZE = 1;
    private static final int RLIMIT_CORE = 4;
    private static final int O_PATH_CLOEXEC = 0x200000 | 0x80000;

    private Kernel() {}

    /** {@code syscall(2)} with four arguments, of which addresses are numbers. */
    static long call(long number, long a, long b, long c, long d) {
        return Native.run("syscall", number, a, b, c, d);
    }

    /** {@code prctl(2)}; whether it was done. */
    static boolean control(int option, long a) {
        return (int) Native.run("prctl", option, a, 0, 0, 0) == 0;
    }

    /** A descriptor that names a place and cannot be read; negative where there is none. */
    static int place(String path) {
        try (Arena arena = Arena.ofConfined()) {
            long name = arena.allocateFrom(path).address();
            return (int) Native.run("open", name, O_PATH_CLOEXEC, 0, 0, 0);
        }
    }

    static void close(int descriptor) {
        var _ = Native.run("close", descriptor, 0, 0, 0, 0);
    }

    /** This process's number, as its own calls name it. */
    static int self() {
        return (int) Native.run("getpid", 0, 0, 0, 0, 0);
    }

    /** No file may become larger, and a crash leaves no picture of the memory. */
    static void limitFiles(long mostBytes) {
        limit(RLIMIT_FSIZE, mostBytes);
        limit(RLIMIT_CORE, 0);
    }

    private static void limit(int resource, long most) {
        try (Arena arena = Arena.ofConfined()) {
            long limit = arena.allocateFrom(JAVA_LONG, most, most).address();
            var _ = Native.run("setrlimit", resource, limit, 0, 0, 0);
        }
    }

    /** {@code alarm(2)}: ends the process then, whatever it is at; 0 calls that off. */
    static void endAfter(int seconds) {
        if (IS_LINUX) {
            var _ = Native.run("alarm", seconds, 0, 0, 0, 0);
        }
    }

    /**
     * {@code execve(2)}: this process is another program from here on, without environment. Comes
     * back where it could not be.
     *
     * @param line the program and what it is told
     */
    static void become(List<String> line) {
        try (Arena arena = Arena.ofConfined()) {
            // The place after the last word stays zero, which ends them.
            long[] words = new long[line.size() + 1];
            for (int i = 0; i < line.size(); i++) {
                words[i] = arena.allocateFrom(line.get(i)).address();
            }
            long all = arena.allocateFrom(JAVA_LONG, words).address();
            long none = arena.allocateFrom(JAVA_LONG, 0).address();
            var _ = Native.run("execve", words[0], all, none, 0, 0);
        }
    }

    /**
     * One way of calling serves all functions, since each that a JVM makes takes it as long as a
     * start: by the conventions of Linux a number, a shorter one and an address go the same way,
     * and what a function does not ask for it does not see.
     */
    private static final class Native {

        private static final Linker LINKER = Linker.nativeLinker();

        /** Native calls need leave, which a reader has by its command line. */
        @SuppressWarnings("restricted")
        private static final MethodHandle FUNCTION =
                LINKER.downcallHandle(
                        FunctionDescriptor.of(
                                JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));

        static long run(String name, long a, long b, long c, long d, long e) {
            MemorySegment function = LINKER.defaultLookup().findOrThrow(name);
            try {
                return (long) FUNCTION.invokeExact(function, a, b, c, d, e);
            } catch (RuntimeException | Error fault) {
                throw fault;
            } catch (Throwable impossible) {
                throw new IllegalStateException("a native call threw", impossible);
            }
        }
    }
}
