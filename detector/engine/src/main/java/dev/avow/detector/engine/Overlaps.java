package dev.avow.detector.engine;

import dev.avow.detector.api.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes findings that overlap into findings that do not: no part of a text is two things.
 *
 * <p>Where two overlap, the first rule that tells them apart decides:
 *
 * <ol>
 *   <li>what may hold other values ({@link Recognizer#encloses}) beats what may not: an address in
 *       the password of a URL is part of the URL;
 *   <li>what was found by its at sign beats what was found by digits: digits in an address are part
 *       of the address;
 *   <li>a checksum or registered prefix beats a pattern, with or without context;
 *   <li>longer beats shorter: a SIRET is not a SIREN with five digits after it;
 *   <li>higher confidence beats lower;
 *   <li>the earlier recognizer in the list beats the later one.
 * </ol>
 *
 * <p>Time is n log n in the number of findings, not in the length of the text.
 */
final class Overlaps {

    /** A finding with what the rules need besides. */
    record Claim(Finding finding, boolean encloses, boolean atSign, int order) {

        /** The same found elsewhere. */
        Claim at(int start) {
            Finding moved =
                    new Finding(
                            finding.type(),
                            start,
                            start + finding.length(),
                            finding.confidence(),
                            finding.reason());
            return new Claim(moved, encloses, atSign, order);
        }
    }

    private Overlaps() {}

    /** The findings that remain, ordered by start. */
    static List<Finding> resolve(List<Claim> claims) {
        if (claims.size() == 1) {
            return List.of(claims.get(0).finding());
        }
        Claim[] sorted = claims.toArray(new Claim[0]);
        Arrays.sort(sorted, Overlaps::byStart);
        List<Finding> kept = new ArrayList<>(sorted.length);
        int from = 0;
        while (from < sorted.length) {
            int to = from + 1;
            int end = sorted[from].finding().end();
            while (to < sorted.length && sorted[to].finding().start() < end) {
                end = Math.max(end, sorted[to].finding().end());
                to++;
            }
            if (to == from + 1) {
                kept.add(sorted[from].finding());
            } else {
                strongest(sorted, from, to, kept);
            }
            from = to;
        }
        return kept;
    }

    /** Of claims that hang together by their overlaps; what lies apart cannot matter to them. */
    private static void strongest(Claim[] claims, int from, int to, List<Finding> kept) {
        Arrays.sort(claims, from, to, Overlaps::strongestFirst);
        if (covers(claims, from, to)) {
            kept.add(claims[from].finding());
            return;
        }
        TreeMap<Integer, Finding> some = new TreeMap<>();
        for (int i = from; i < to; i++) {
            Finding finding = claims[i].finding();
            Map.Entry<Integer, Finding> left = some.lowerEntry(finding.end());
            if (left == null || left.getValue().end() <= finding.start()) {
                some.put(finding.start(), finding);
            }
        }
        kept.addAll(some.values());
    }

    /** Whether the first of some claims overlaps all others, as it mostly does. */
    private static boolean covers(Claim[] claims, int from, int to) {
        Finding first = claims[from].finding();
        for (int i = from + 1; i < to; i++) {
            Finding other = claims[i].finding();
            if (other.end() <= first.start() || first.end() <= other.start()) {
                return false;
            }
        }
        return true;
    }

    private static int byStart(Claim one, Claim other) {
        return Integer.compare(one.finding().start(), other.finding().start());
    }

    private static int strongestFirst(Claim one, Claim other) {
        Finding a = one.finding();
        Finding b = other.finding();
        if (one.encloses() != other.encloses()) {
            return one.encloses() ? -1 : 1;
        }
        if (one.atSign() != other.atSign()) {
            return one.atSign() ? -1 : 1;
        }
        boolean checked = a.reason() == Finding.Reason.CHECKSUM;
        if (checked != (b.reason() == Finding.Reason.CHECKSUM)) {
            return checked ? -1 : 1;
        }
        if (a.length() != b.length()) {
            return Integer.compare(b.length(), a.length());
        }
        int surer = Double.compare(b.confidence(), a.confidence());
        if (surer != 0) {
            return surer;
        }
        int earlier = Integer.compare(one.order(), other.order());
        return earlier != 0 ? earlier : Integer.compare(a.start(), b.start());
    }
}
