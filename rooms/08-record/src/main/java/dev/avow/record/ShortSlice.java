package dev.avow.record;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has the kernel give the present thread a processor in short slices: soon after it wakes, and not
 * for long at a time. Its share stays what it was. It is for a thread that works for some
 * microseconds while everybody else waits for it.
 *
 * <p>Source: {@code sched_setattr(2)}; Linux 6.12 or newer heeds it, others do without. Nothing
 * depends on it, so a refusal is no failure.
 */
final class ShortSlice {

    /** The shortest that there is; the kernel's own choice is some 3 ms on two processors. */
    static final long NANOS = 100_000;

    /** Bytes of {@code struct sched_attr} in its first version, and where things stand in it. */
    private static final int SIZE = 48;

    private static final int RUNTIME_AT = 24;

    /** What {@code sched_setattr} and {@code sched_getattr} are to {@code syscall(2)}. */
    private record Numbers(long set, long get) {}

    private static final Map<String, Numbers> NUMBERS =
            Map.of("amd64", new Numbers(314, 315), "aarch64", new Numbers(274, 275));

    private ShortSlice() {}

    /** Asks for them; whether the kernel took note. */
    static boolean ask() {
        @Nullable Numbers numbers = numbers();
        if (numbers == null) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment present = arena.allocate(SIZE, Long.BYTES);
            long at = present.address();
            if (Native.call(numbers.get, 0, at, SIZE, 0) != 0) {
                return false;
            }
            present.set(JAVA_INT, 0, SIZE);
            present.set(JAVA_LONG, RUNTIME_AT, NANOS);
            return Native.call(numbers.set, 0, at, 0, 0) == 0;
        }
    }

    /** The present thread's, in nanoseconds; 0 where the kernel does not say. */
    static long nanos() {
        @Nullable Numbers numbers = numbers();
        if (numbers == null) {
            return 0;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment present = arena.allocate(SIZE, Long.BYTES);
            return Native.call(numbers.get, 0, present.address(), SIZE, 0) == 0
                    ? present.get(JAVA_LONG, RUNTIME_AT)
                    : 0;
        }
    }

    private static @Nullable Numbers numbers() {
        return System.getProperty("os.name", "").equals("Linux")
                ? NUMBERS.get(System.getProperty("os.arch", ""))
                : null;
    }

    /** Apart, so that nothing of it is made on other systems. */
    private static final class Native {

        /** Avow's command line gives leave for native calls. */
        @SuppressWarnings("restricted")
        private static final MethodHandle SYSCALL =
                Linker.nativeLinker()
                        .downcallHandle(
                                Linker.nativeLinker().defaultLookup().findOrThrow("syscall"),
                                FunctionDescriptor.of(
                                        JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                                        JAVA_LONG));

        static long call(long number, long a, long b, long c, long d) {
            try {
                return (long) SYSCALL.invokeExact(number, a, b, c, d);
            } catch (RuntimeException | Error fault) {
                throw fault;
            } catch (Throwable impossible) {
                throw new IllegalStateException("a native call threw", impossible);
            }
        }
    }
}
