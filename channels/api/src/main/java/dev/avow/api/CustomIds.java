package dev.avow.api;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import dev.avow.mask.Errands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that callers gave to the lines of a batch, where no text is kept. An identifier in
 * which nothing is found is no text: it is kept, sealed as all of a batch is, so that answers can
 * be told apart. Any other name is replaced by the line's place, and no name ever leaves.
 */
final class CustomIds {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Looked at together, since most of what one costs is the same for many. */
    private static final int AT_ONCE = 100;

    private final List<String> given;

    /**
     * @param given one for each line, all different
     */
    CustomIds(List<String> given) {
        this.given = List.copyOf(given);
    }

    /**
     * A name for each line, all different: its own where that may be kept.
     *
     * @param time for each look; what was not looked at in time is not kept
     */
    List<String> kept(Detector detector, Duration time) {
        Set<String> taken = new HashSet<>(given);
        List<String> kept = new ArrayList<>(given.size());
        for (int from = 0; from < given.size(); from += AT_ONCE) {
            int to = Math.min(given.size(), from + AT_ONCE);
            boolean[] clean = clean(given.subList(from, to), detector, time);
            for (int i = from; i < to; i++) {
                kept.add(clean[i - from] ? given.get(i) : place(i + 1, taken));
            }
        }
        return kept;
    }

    /** How many names are others than those that were given. */
    int replaced(List<String> kept) {
        int replaced = 0;
        for (int i = 0; i < given.size(); i++) {
            replaced += given.get(i).equals(kept.get(i)) ? 0 : 1;
        }
        return replaced;
    }

    /** {@code line-7}; longer where a line is named so by its caller. */
    private static String place(int number, Set<String> taken) {
        StringBuilder place = new StringBuilder(Errands.LINE).append(number);
        while (taken.contains(place.toString())) {
            place.append('_');
        }
        return place.toString();
    }

    /** Which of these are identifiers in which nothing is found. */
    private static boolean[] clean(List<String> ids, Detector detector, Duration time) {
        boolean[] clean = new boolean[ids.size()];
        int[] ends = new int[ids.size()];
        StringBuilder text = new StringBuilder(ids.size() * 32);
        for (int i = 0; i < clean.length; i++) {
            clean[i] = IDENTIFIER.matcher(ids.get(i)).matches();
            text.append(clean[i] ? ids.get(i) : "").append('\n');
            ends[i] = text.length();
        }
        Scan scan = detector.scan(text, new Budget(Integer.MAX_VALUE, time.toNanos()));
        if (!(scan.coverage() instanceof Coverage.Complete)) {
            return new boolean[ids.size()];
        }
        for (Finding finding : scan.findings()) {
            for (int i = 0; i < ends.length; i++) {
                int start = i == 0 ? 0 : ends[i - 1];
                clean[i] &= finding.end() <= start || finding.start() >= ends[i];
            }
        }
        return clean;
    }
}
