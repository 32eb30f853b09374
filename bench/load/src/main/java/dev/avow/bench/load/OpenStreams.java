package dev.avow.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How many streams can stand open at once, each with a word every few seconds, and what memory they
 * take. One gateway after the other, since memory does not vary with what else the machine does.
 */
final class OpenStreams {
    private static final Duration DRIP = Duration.ofSeconds(5);
    private static final Duration LATELY = DRIP.multipliedBy(3);

    private final int streams;
    private final Duration hold;
    private final boolean http2;

    /**
     * @param streams how many to open
     * @param hold how long to hold them once all were asked for
     * @param http2 whether the client shares connections by HTTP/2, which halves the gateway's
     *     files
     */
    OpenStreams(int streams, Duration hold, boolean http2) {
        this.http2 = http2;
        this.streams = streams;
        this.hold = hold;
    }

    /** Goes through {@code gateways} one by one. */
    OpenStreamsReport through(List<Gateway> gateways, Stage stage) throws IOException {
        List<OpenStreamsReport.Row> rows = new ArrayList<>();
        List<Started.NotRun> notRun = new ArrayList<>();
        for (Gateway gateway : gateways) {
            switch (stage.start(gateway, plan())) {
                case Started.Running up -> rows.add(hold(up));
                case Started.NotRun not -> notRun.add(not);
            }
            stage.clear();
        }
        return new OpenStreamsReport(rows, notRun);
    }

    /** Long enough that no stream ends by itself while it is watched. */
    private UpstreamPlan plan() {
        long opening = streams / 100;
        long seconds = opening + hold.toSeconds() + 60;
        return new UpstreamPlan(0, DRIP.toMillis(), (int) (seconds / DRIP.toSeconds()));
    }

    private OpenStreamsReport.Row hold(Started.Running gateway) {
        System.err.println(gateway.name() + ": opening " + streams + " streams");
        double before = Proc.memoryMegabytes(gateway.processes());
        try (HeldStreams held = new HeldStreams(gateway.target(), streams, http2)) {
            held.open();
            double cpuBefore = Proc.cpuSeconds(gateway.processes());
            pause();
            Set<Long> pids = gateway.processes();
            HeldStreams.State state = held.state(LATELY);
            double cpu = Proc.cpuSeconds(pids) - cpuBefore;
            return new OpenStreamsReport.Row(
                    gateway.name(),
                    streams,
                    state,
                    before,
                    Proc.memoryMegabytes(pids),
                    cpu / hold.toSeconds(),
                    JavaHeap.of(pids));
        }
    }

    private void pause() {
        try {
            Thread.sleep(hold);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
