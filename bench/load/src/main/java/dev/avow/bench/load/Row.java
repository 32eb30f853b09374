package dev.avow.bench.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A gateway's line in the table: medians over its rounds. Times in µs or ms as named, memory in MB
 * of 10^6 bytes.
 *
 * @param scenario the load
 * @param gateway whose line it is
 * @param rounds how many rounds the medians are over
 * @param cpuMicros CPU of the gateway's processes for one request
 * @param perSecond answers a second at most
 * @param rate the one at which latency was taken, in requests a second
 * @param busy how busy the machine's processors were at that rate, 0 to 1
 * @param addedP50 ms added to the median whole answer, at that rate
 * @param addedP99 ms added to the 99th percentile
 * @param firstP50 ms added to the median first byte
 * @param firstP99 ms added to the 99th percentile of the first byte
 * @param megabytes memory after the load
 * @param sawValues share of requests whose e-mail or phone number the upstream saw, 0 to 1
 * @param restored share of answers that held the request's values in the clear, 0 to 1
 * @param answered whole answers in all rounds
 * @param failed answers that did not count in all rounds, by reason
 */
record Row(
        String scenario,
        String gateway,
        int rounds,
        double cpuMicros,
        double perSecond,
        double rate,
        double busy,
        double addedP50,
        double addedP99,
        double firstP50,
        double firstP99,
        double megabytes,
        double sawValues,
        double restored,
        long answered,
        Map<String, Long> failed) {
    Row {
        failed = Map.copyOf(failed);
    }

    /** Sums up at least one round. */
    static Row of(String scenario, String gateway, List<Round> rounds) {
        UpstreamStats saw = UpstreamStats.NONE;
        long answered = 0;
        long restored = 0;
        Map<String, Long> failed = new TreeMap<>();
        for (Round round : rounds) {
            saw = saw.plus(round.saw());
            for (Measured window : List.of(round.most(), round.steady())) {
                answered += window.answered();
                restored += window.restored();
                window.failed().forEach((reason, n) -> failed.merge(reason, n, Long::sum));
            }
        }
        return new Row(
                scenario,
                gateway,
                rounds.size(),
                median(rounds, Round::cpuMicros),
                median(rounds, round -> round.most().perSecond()),
                median(rounds, Round::rate),
                median(rounds, Round::busy),
                median(rounds, round -> round.addedMillis(50)),
                median(rounds, round -> round.addedMillis(99)),
                median(rounds, round -> round.addedFirstMillis(50)),
                median(rounds, round -> round.addedFirstMillis(99)),
                median(rounds, Round::megabytes),
                share(Math.max(saw.sawEmail(), saw.sawPhone()), saw.requests()),
                share(restored, answered),
                answered,
                failed);
    }

    /** The middle value, or the mean of the two in the middle. */
    static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    long failures() {
        return failed.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
