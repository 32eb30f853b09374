package dev.avow.bench.detector;

import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries the detector with very many texts and says where it breaks a promise: a scan fails or is
 * not complete, a finding lies outside the text, cuts a surrogate pair, overlaps another or is out
 * of order, or the time is out of proportion to the length.
 *
 * <p>Every text is scanned with tiers 1 and 2; each {@value #SELDOM}th also with tier 1 alone and
 * with names, which take longer or share most of what is tried. What is reported names a seed, not
 * the text.
 */
final class Fuzz {

    private static final int SELDOM = 4;
    private static final int MOST_REPORTED = 20;
    private static final double SECONDS_PER_SCAN = 0.01;
    private static final double SECONDS_PER_CHAR = 100e-6;
    private static final int TRIES = 4;

    private final Mutations mutations;
    private final List<String> broken = new ArrayList<>();
    private long tried;

    Fuzz(List<String> examples) {
        this.mutations = new Mutations(examples);
    }

    /**
     * Tries so many texts.
     *
     * @param first seed of the first of them; the next ones follow
     */
    void run(long first, long cases) {
        for (long seed = first; seed < first + cases && broken.size() < MOST_REPORTED; seed++) {
            String text = mutations.text(seed);
            look(seed, Tier.PATTERNS, text);
            if (seed % SELDOM == 0) {
                look(seed, Tier.FIRST, text);
                look(seed, Tier.WITH_NAMES, text);
            }
            tried++;
            if (tried % 500_000 == 0) {
                System.err.println(tried + " texts, " + broken.size() + " broken promises");
            }
        }
    }

    /** How many texts were tried. */
    long tried() {
        return tried;
    }

    /** Which promises were broken, with tier and seed; no text. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    private void look(long seed, Tier tier, String text) {
        String what;
        try {
            what = problem(tier, text);
        } catch (RuntimeException thrown) {
            what = thrown.getClass().getSimpleName();
        }
        if (what != null) {
            broken.add("seed " + seed + ", " + tier.title() + ": " + what);
        }
    }

    private static @Nullable String problem(Tier tier, String text) {
        ProcessorClock.Timed timed = ProcessorClock.scan(tier.detector(), text);
        Scan scan = timed.scan();
        if (!scan.coverage().equals(Coverage.COMPLETE)) {
            return scan.coverage().toString();
        }
        int last = 0;
        for (Finding finding : scan.findings()) {
            if (finding.end() > text.length()) {
                return "a finding outside the text";
            }
            if (finding.start() < last) {
                return "findings overlap or are out of order";
            }
            if (cutsPair(text, finding.start()) || cutsPair(text, finding.end())) {
                return finding.type().id() + " cuts a surrogate pair";
            }
            last = finding.end();
        }
        double most = SECONDS_PER_SCAN + SECONDS_PER_CHAR * text.length();
        double seconds = timed.seconds();
        for (int i = 1; i < TRIES && seconds > most; i++) {
            seconds = Math.min(seconds, ProcessorClock.scan(tier.detector(), text).seconds());
        }
        return seconds > most ? "slow" : null;
    }

    private static boolean cutsPair(String text, int place) {
        return place > 0
                && place < text.length()
                && Character.isHighSurrogate(text.charAt(place - 1))
                && Character.isLowSurrogate(text.charAt(place));
    }
}
