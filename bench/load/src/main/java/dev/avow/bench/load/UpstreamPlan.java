package dev.avow.bench.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the fake upstream is to answer, written into the base URL so that every gateway can carry it:
 * {@code /d200p4n50/v1/…} waits 200 ms, then sends 50 chunks, one every 4 ms. Each letter may be
 * left out, in that order only.
 *
 * @param delayMillis wait before the first byte, in ms; 0 answers at once
 * @param paceMillis time between two chunks of a stream, in ms; 0 sends each in its own write
 *     without waiting
 * @param chunks content chunks of a stream, at least 1
 */
record UpstreamPlan(long delayMillis, long paceMillis, int chunks) {
    static final UpstreamPlan AT_ONCE = new UpstreamPlan(0, 0, 50);

    private static final Pattern PREFIX =
            Pattern.compile("^/d(\\d{1,6})(?:p(\\d{1,6}))?(?:n(\\d{1,5}))?(?=/|$)");

    /** The plan a request path asks for; {@link #AT_ONCE} where it names none. */
    static UpstreamPlan of(String path) {
        Matcher matcher = PREFIX.matcher(path);
        if (!matcher.find()) {
            return AT_ONCE;
        }
        String pace = matcher.group(2);
        String chunks = matcher.group(3);
        return new UpstreamPlan(
                Long.parseLong(matcher.group(1)),
                pace == null ? 0 : Long.parseLong(pace),
                chunks == null ? AT_ONCE.chunks : Math.max(1, Integer.parseInt(chunks)));
    }

    /** The path prefix that {@link #of} reads back as this plan; empty for {@link #AT_ONCE}. */
    String prefix() {
        return equals(AT_ONCE) ? "" : "/d" + delayMillis + "p" + paceMillis + "n" + chunks;
    }
}
