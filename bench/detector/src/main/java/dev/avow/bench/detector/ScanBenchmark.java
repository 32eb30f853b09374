package dev.avow.bench.detector;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Scan;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One scan of one text. An operation is a character of ASCII, so operations in a microsecond are
 * megabytes in a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScanBenchmark {

    private static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);

    /** The name of a {@link Tier}. */
    @Param({"1", "1+2", "1+2+names"})
    private String tier = "";

    /** The name of a {@link TextKind}. */
    @Param({"CHAT", "DENSE", "LOG", "CODE", "JSON"})
    private String text = "";

    private Detector detector = (_, _) -> Scan.clean();
    private String content = "";

    /** Makes the text and the detector; not measured. */
    @Setup
    public void prepare() {
        detector = Tier.named(tier).detector();
        content = TextKind.valueOf(text).text();
    }

    /** Scans it once. */
    @Benchmark
    @OperationsPerInvocation(TextKind.LENGTH)
    public Scan scan(ProcessorTime time) {
        time.scanned += TextKind.LENGTH;
        return detector.scan(content, AMPLE);
    }
}
