package dev.avow.retain;

import java.util.List;

/** What a measurement tells of how long things took. */
final class Times {

    private Times() {}

    /**
     * The median, the 99th percentile and the longest, in milliseconds.
     *
     * @param nanos at least one
     */
    static String of(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return "median %.2f ms, 99th %.2f ms, longest %.1f ms"
                .formatted(
                        sorted.get(sorted.size() / 2) / 1e6,
                        sorted.get(sorted.size() * 99 / 100) / 1e6,
                        sorted.getLast() / 1e6);
    }
}
