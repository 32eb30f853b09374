package dev.avow.custom;

import dev.avow.detector.api.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Makes findings of several origins into findings that do not overlap.
 *
 * <p>Where two overlap, the first rule that tells them apart decides:
 *
 * <ol>
 *   <li>a deny list beats everything;
 *   <li>a checksum beats a pattern;
 *   <li>longer beats shorter;
 *   <li>what the tenant defined beats what is built in;
 *   <li>higher confidence beats lower;
 *   <li>the earlier definition beats the later one.
 * </ol>
 *
 * <p>What the weaker one covers besides stays a finding of its type where it holds a letter or a
 * digit: nothing that anybody found is left uncovered, so that a denied word in an address does not
 * lay the rest of the address open. Built-in findings never overlap each other.
 *
 * <p>Time is n log n in the number of findings. For one scan, one thread.
 */
final class Claims {

    /** Where a finding comes from, strongest first. */
    enum Origin {
        DENIED,
        CUSTOM,
        BUILT_IN
    }

    private record Claim(Finding finding, Origin origin, int order) {}

    private static final Comparator<Claim> STRONGEST_FIRST =
            Comparator.comparing((Claim c) -> c.origin() != Origin.DENIED)
                    .thenComparing(c -> c.finding().reason() != Finding.Reason.CHECKSUM)
                    .thenComparingInt(c -> -c.finding().length())
                    .thenComparing(Claim::origin)
                    .thenComparingDouble(c -> -c.finding().confidence())
                    .thenComparingInt(Claim::order)
                    .thenComparingInt(c -> c.finding().start());

    private final List<Claim> claims = new ArrayList<>();

    void add(Finding finding, Origin origin) {
        claims.add(new Claim(finding, origin, claims.size()));
    }

    /** The findings that remain, ordered by start. */
    List<Finding> resolve(String text) {
        claims.sort(STRONGEST_FIRST);
        TreeMap<Integer, Finding> kept = new TreeMap<>();
        for (Claim claim : claims) {
            keep(claim.finding(), kept, text);
        }
        return new ArrayList<>(kept.values());
    }

    private static void keep(Finding finding, NavigableMap<Integer, Finding> kept, String text) {
        int from = finding.start();
        Map.Entry<Integer, Finding> before = kept.floorEntry(from);
        if (before != null) {
            from = Math.max(from, before.getValue().end());
        }
        List<Finding> pieces = new ArrayList<>();
        while (from < finding.end()) {
            Map.Entry<Integer, Finding> next = kept.ceilingEntry(from);
            int to = next == null ? finding.end() : Math.min(finding.end(), next.getKey());
            piece(finding, from, to, text, pieces);
            if (next == null) {
                break;
            }
            from = Math.max(to, next.getValue().end());
        }
        pieces.forEach(each -> kept.put(each.start(), each));
    }

    private static void piece(
            Finding finding, int from, int to, String text, List<Finding> pieces) {
        int start = from;
        int end = to;
        if (end - start < finding.length()) {
            while (start < end && !Character.isLetterOrDigit(text.codePointAt(start))) {
                start++;
            }
            while (end > start && !Character.isLetterOrDigit(text.codePointBefore(end))) {
                end--;
            }
        }
        if (end > start) {
            pieces.add(
                    new Finding(
                            finding.type(), start, end, finding.confidence(), finding.reason()));
        }
    }
}
