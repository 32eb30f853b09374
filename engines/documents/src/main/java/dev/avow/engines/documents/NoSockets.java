package dev.avow.engines.documents;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Has the kernel refuse sockets of any kind to a thread and to those that it makes (seccomp(2)).
 * The filter is a program of classic BPF over {@code struct seccomp_data}: the call's number at 0,
 * the architecture at 4.
 */
final class NoSockets {

    private static final int PR_SET_SECCOMP = 22;
    private static final int SECCOMP_MODE_FILTER = 2;

    private static final int LOAD = 0x20;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_NOT_LESS = 0x35;
    private static final int RETURN = 0x06;

    private static final int ALLOW = 0x7fff0000;
    private static final int REFUSE = 0x00050000 | 1; // with EPERM
    private static final int IO_URING_SETUP = 425;

    /** Numbers from here on are calls of another kind (x32). */
    private static final int OTHER_CALLS = 0x40000000;

    private NoSockets() {}

    /** Whether it is in force. New privileges must have been given up before. */
    static boolean enforce() {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64" -> enforce(0xC000003E, 41);
            case "aarch64" -> enforce(0xC00000B7, 198);
            default -> false;
        };
    }

    private static boolean enforce(int architecture, int socket) {
        int[][] program = {
            {LOAD, 0, 0, 4},
            {JUMP_IF_EQUAL, 0, 5, architecture},
            {LOAD, 0, 0, 0},
            {JUMP_IF_NOT_LESS, 3, 0, OTHER_CALLS},
            {JUMP_IF_EQUAL, 2, 0, socket},
            {JUMP_IF_EQUAL, 1, 0, IO_URING_SETUP},
            {RETURN, 0, 0, ALLOW},
            {RETURN, 0, 0, REFUSE},
        };
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment filter = arena.allocate(8L * program.length, 8);
            for (int i = 0; i < program.length; i++) {
                int[] step = program[i];
                filter.set(JAVA_SHORT, 8L * i, (short) step[0]);
                filter.set(JAVA_SHORT, 8L * i + 2, (short) (step[1] | step[2] << 8));
                filter.set(JAVA_INT, 8L * i + 4, step[3]);
            }
            MemorySegment whole = arena.allocate(16, 8);
            whole.set(JAVA_SHORT, 0, (short) program.length);
            whole.set(ADDRESS, 8, filter);
            return Kernel.control(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, whole.address());
        }
    }
}
