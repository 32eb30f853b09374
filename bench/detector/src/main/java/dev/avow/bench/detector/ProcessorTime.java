package dev.avow.bench.detector;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What an iteration scanned in how much of its thread's processor time. JMH counts the wall's time,
 * in which whatever else the machine does counts too; both are reported.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ProcessorTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Characters scanned in the iteration. */
    public long scanned;

    /** Processor time of the iteration in nanoseconds. */
    public long nanos;

    private long began;

    /** Begins an iteration. */
    @Setup(Level.Iteration)
    public void begin() {
        scanned = 0;
        nanos = 0;
        began = THREADS.getCurrentThreadCpuTime();
    }

    /** Ends it. */
    @TearDown(Level.Iteration)
    public void end() {
        nanos = THREADS.getCurrentThreadCpuTime() - began;
    }
}
