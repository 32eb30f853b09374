package dev.avow.bench.load;

/**
 * What one gateway showed in one round of one scenario.
 *
 * @param most as many requests as it takes
 * @param cpuSeconds CPU time of its processes in that window
 * @param steady the chosen share of that rate, held whatever the gateway does
 * @param rate the one of that, in requests a second
 * @param busy how busy the machine's processors were meanwhile, 0 to 1
 * @param direct the same rate without the gateway, right after
 * @param megabytes memory of its processes (PSS) after the load, in MB
 * @param saw what reached the upstream through it
 */
record Round(
        Measured most,
        double cpuSeconds,
        Measured steady,
        double rate,
        double busy,
        Measured direct,
        double megabytes,
        UpstreamStats saw) {

    /** CPU time for one request in microseconds; NaN where nothing was answered. */
    double cpuMicros() {
        return most.answered() == 0 ? Double.NaN : cpuSeconds * 1e6 / most.answered();
    }

    /** What the gateway adds to a percentile of the whole answer's time, in milliseconds. */
    double addedMillis(double percentile) {
        return steady.wholeMillis(percentile) - direct.wholeMillis(percentile);
    }

    /** What the gateway adds to a percentile of the time to the first byte, in milliseconds. */
    double addedFirstMillis(double percentile) {
        return steady.firstMillis(percentile) - direct.firstMillis(percentile);
    }
}
