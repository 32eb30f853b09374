package dev.avow.engines.documents;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files and connections of a thread, of those that it makes and of the program that it becomes,
 * for good: what is not allowed is denied by the kernel (landlock(7), Linux 5.13 and later). Other
 * processes' memory and environment cannot be looked at, from Linux 6.7 on no TCP connection be
 * made, and from 6.12 on no other process be sent a signal.
 */
final class Landlock implements AutoCloseable {

    private static final long CREATE_RULESET = 444;
    private static final long ADD_RULE = 445;
    private static final long RESTRICT_SELF = 446;
    private static final long ONLY_THE_VERSION = 1;
    private static final long PATH_BENEATH = 1;

    private static final long EXECUTE = 1;
    private static final long WRITE_FILE = 1 << 1;
    private static final long READ_FILE = 1 << 2;
    private static final long READ_FOLDER = 1 << 3;
    private static final long REMOVE_FOLDER = 1 << 4;
    private static final long REMOVE_FILE = 1 << 5;
    private static final long MAKE_FOLDER = 1 << 7;
    private static final long MAKE_FILE = 1 << 8;
    private static final long TRUNCATE = 1 << 14;

    /** How many rights on files each version knows, from the first on. */
    private static final int[] RIGHTS = {13, 14, 15, 15, 16};

    private static final int BOTH_OF_TCP = 0b11;
    private static final int SIGNALS_AND_SOCKETS = 0b11;

    private final int ruleset;
    private final long handled;

    private Landlock(int ruleset, long handled) {
        this.ruleset = ruleset;
        this.handled = handled;
    }

    /** Nothing is allowed yet; {@link #isThere} says whether the kernel has it. */
    static Landlock create() {
        int version = (int) Kernel.call(CREATE_RULESET, 0, 0, ONLY_THE_VERSION, 0);
        if (version < 1) {
            return new Landlock(-1, 0);
        }
        long handled = (1L << RIGHTS[Math.min(version, RIGHTS.length) - 1]) - 1;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment rules =
                    arena.allocateFrom(
                            JAVA_LONG,
                            handled,
                            version >= 4 ? BOTH_OF_TCP : 0,
                            version >= 6 ? SIGNALS_AND_SOCKETS : 0);
            long size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
            return new Landlock(
                    (int) Kernel.call(CREATE_RULESET, rules.address(), size, 0, 0), handled);
        }
    }

    boolean isThere() {
        return ruleset >= 0;
    }

    void allowReading(Path place) {
        allow(place, Files.isDirectory(place) ? READ_FILE | READ_FOLDER : READ_FILE);
    }

    /** One file, which is a program or a part of one. */
    void allowRunning(Path program) {
        allow(program, READ_FILE | EXECUTE);
    }

    /** Files and folders in a folder; no programs, no links, no devices. */
    void allowWork(Path folder) {
        allow(
                folder,
                READ_FILE
                        | READ_FOLDER
                        | WRITE_FILE
                        | TRUNCATE
                        | MAKE_FILE
                        | MAKE_FOLDER
                        | REMOVE_FILE
                        | REMOVE_FOLDER);
    }

    private void allow(Path place, long rights) {
        int descriptor = Kernel.place(place.toString());
        if (descriptor < 0) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment rule = arena.allocate(12, 8);
            rule.asByteBuffer()
                    .order(ByteOrder.nativeOrder())
                    .putLong(rights & handled)
                    .putInt(descriptor);
            var _ = Kernel.call(ADD_RULE, ruleset, PATH_BENEATH, rule.address(), 0);
        } finally {
            Kernel.close(descriptor);
        }
    }

    /** From here on; whether it is in force. New privileges must have been given up before. */
    boolean enforce() {
        return Kernel.call(RESTRICT_SELF, ruleset, 0, 0, 0) == 0;
    }

    @Override
    public void close() {
        if (isThere()) {
            Kernel.close(ruleset);
        }
    }
}
