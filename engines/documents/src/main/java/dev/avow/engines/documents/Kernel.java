package dev.avow.engines.documents;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

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
        return (long)
                invoke(
                        function(
                                "syscall", JAVA_LONG, 1, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                                JAVA_LONG),
                        number,
                        a,
                        b,
                        c,
                        d);
    }

    /** {@code prctl(2)}; whether it was done. */
    static boolean control(int option, long a, long b) {
        return (int)
                        invoke(
                                function(
                                        "prctl", JAVA_INT, 1, JAVA_INT, JAVA_LONG, JAVA_LONG,
                                        JAVA_LONG, JAVA_LONG),
                                option,
                                a,
                                b,
                                0L,
                                0L)
                == 0;
    }

    /** A descriptor that names a place and cannot be read; negative where there is none. */
    static int place(String path) {
        try (Arena arena = Arena.ofConfined()) {
            return (int)
                    invoke(
                            function("open", JAVA_INT, 2, ADDRESS, JAVA_INT),
                            arena.allocateFrom(path),
                            O_PATH_CLOEXEC);
        }
    }

    static void close(int descriptor) {
        var _ = invoke(function("close", JAVA_INT, 1, JAVA_INT), descriptor);
    }

    /** No file may become larger, and a crash leaves no picture of the memory. */
    static void limitFiles(long mostBytes) {
        limit(RLIMIT_FSIZE, mostBytes);
        limit(RLIMIT_CORE, 0);
    }

    private static void limit(int resource, long most) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limit = arena.allocateFrom(JAVA_LONG, most, most);
            var _ = invoke(function("setrlimit", JAVA_INT, 2, JAVA_INT, ADDRESS), resource, limit);
        }
    }

    /** {@code alarm(2)}: ends the process then, whatever it is at; 0 calls that off. */
    static void endAfter(int seconds) {
        if (IS_LINUX) {
            var _ = invoke(function("alarm", JAVA_INT, 1, JAVA_INT), seconds);
        }
    }

    /** Native calls need leave, which a reader has by its command line. */
    @SuppressWarnings("restricted")
    private static MethodHandle function(
            String name, MemoryLayout result, int fixed, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        Linker.Option[] variadic =
                fixed < arguments.length
                        ? new Linker.Option[] {Linker.Option.firstVariadicArg(fixed)}
                        : new Linker.Option[0];
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(result, arguments),
                variadic);
    }

    private static Object invoke(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error fault) {
            throw fault;
        } catch (Throwable impossible) {
            throw new IllegalStateException("a native call threw", impossible);
        }
    }
}
