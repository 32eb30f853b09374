package dev.avow.engines.documents;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Has the kernel refuse calls to a thread, to those that it makes and to the program that it
 * becomes, for good (seccomp(2)); what is not refused is allowed. The filter is a program of
 * classic BPF over {@code struct seccomp_data}: the call's number at 0, the architecture at 4, the
 * arguments from 16 on.
 */
final class CallFilter {

    private static final long SET_MODE_FILTER = 1;
    private static final long FOR_ALL_THREADS = 1;

    private static final int LOAD = 0x20;
    private static final int IF_EQUAL = 0x15;
    private static final int IF_NOT_LESS = 0x35;
    private static final int IF_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int ALLOW = 0x7fff0000;
    private static final int NOT_PERMITTED = 0x00050000 | 1;
    private static final int NO_SUCH_CALL = 0x00050000 | 38;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int ARGUMENTS = 16;

    private final Machine machine;
    private final List<Long> steps = new ArrayList<>();

    /** Refuses the calls of any other machine, and nothing else yet. */
    CallFilter(Machine machine) {
        this.machine = machine;
        step(LOAD, 0, 0, ARCHITECTURE);
        step(IF_EQUAL, 1, 0, machine.architecture());
        step(RETURN, 0, 0, NOT_PERMITTED);
        step(LOAD, 0, 0, NUMBER);
    }

    CallFilter refuse(Call call) {
        return answer(call, NOT_PERMITTED);
    }

    /** As if the kernel were too old for it, so that libraries take what was before. */
    CallFilter hide(Call call) {
        return answer(call, NO_SUCH_CALL);
    }

    private CallFilter answer(Call call, int answer) {
        step(IF_EQUAL, 0, 1, machine.number(call));
        step(RETURN, 0, 0, answer);
        return this;
    }

    /** All calls from a number on, as if the kernel were too old for them. */
    CallFilter hideFrom(int number) {
        step(IF_NOT_LESS, 0, 1, number);
        step(RETURN, 0, 0, NO_SUCH_CALL);
        return this;
    }

    /** Refuses a call where the low half of an argument is this value. */
    CallFilter refuseWhere(Call call, int argument, int value) {
        return refuseBy(call, argument, IF_EQUAL, 0, 1, value);
    }

    /** Refuses a call where the low half of an argument is any other value. */
    CallFilter refuseUnless(Call call, int argument, int value) {
        return refuseBy(call, argument, IF_EQUAL, 1, 0, value);
    }

    /** Refuses a call where an argument lacks a bit of its low half. */
    CallFilter refuseWithout(Call call, int argument, int bit) {
        return refuseBy(call, argument, IF_ANY_BIT, 1, 0, bit);
    }

    private CallFilter refuseBy(
            Call call, int argument, int condition, int ifTrue, int ifFalse, int value) {
        step(IF_EQUAL, 0, 4, machine.number(call));
        step(LOAD, 0, 0, ARGUMENTS + 8 * argument);
        step(condition, ifTrue, ifFalse, value);
        step(RETURN, 0, 0, NOT_PERMITTED);
        step(LOAD, 0, 0, NUMBER);
        return this;
    }

    /** {@code struct sock_filter}: 16 bits of code, 8 of either jump, 32 of value. */
    private void step(int code, int ifTrue, int ifFalse, int value) {
        steps.add(code | ifTrue << 16 | (long) ifFalse << 24 | (long) value << 32);
    }

    /**
     * From here on. New privileges must have been given up before.
     *
     * @param everyThread also those that the process has already, and not the calling one alone
     * @return whether it is in force
     */
    boolean enforce(boolean everyThread) {
        step(RETURN, 0, 0, ALLOW);
        try (Arena arena = Arena.ofConfined()) {
            long[] all = new long[steps.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = steps.get(i);
            }
            // struct sock_fprog: how many, and where they are
            MemorySegment program =
                    arena.allocateFrom(
                            JAVA_LONG, all.length, arena.allocateFrom(JAVA_LONG, all).address());
            return Kernel.call(
                            machine.number(Call.SECCOMP),
                            SET_MODE_FILTER,
                            everyThread ? FOR_ALL_THREADS : 0,
                            program.address(),
                            0)
                    == 0;
        }
    }
}
