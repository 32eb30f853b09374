package dev.avow.restore;

import dev.avow.classify.Classification;
import dev.avow.classify.Tally;
import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches an answer as the provider gave it, before originals are put back: what personal data the
 * model itself brought, and the digest of the text.
 *
 * <p>A long text is scanned in windows, so that memory stays bounded. What begins in the last part
 * of a window is left to the next one, which begins at white space and never inside a finding; a
 * value longer than the overlap could be cut and missed. Not safe for more than one thread.
 */
final class AnswerWatch {

    /** Counted where part of an answer could not be looked at. */
    private static final FindingType UNSCANNED = new FindingType("unscanned", 1);

    private static final int WINDOW = 16_384;
    private static final int OVERLAP = 256;

    private final Detector detector;
    private final long budgetNanos;
    private final Tally tally = new Tally();
    private final MessageDigest sha256;
    private final Map<String, StringBuilder> windows = new HashMap<>();
    private long spentNanos;

    AnswerWatch(Detector detector, long budgetNanos) {
        this.detector = detector;
        this.budgetNanos = budgetNanos;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Sees a piece of one of the answer's texts. */
    void see(String lane, String piece) {
        if (piece.isEmpty()) {
            return;
        }
        sha256.update(piece.getBytes(StandardCharsets.UTF_8));
        StringBuilder window = windows.get(lane);
        if (window == null) {
            window = new StringBuilder();
            windows.put(lane, window);
        }
        window.append(piece);
        if (window.length() > WINDOW) {
            int cut = cutBefore(window, window.length() - OVERLAP);
            window.delete(0, scan(window.toString(), cut));
        }
    }

    private static int cutBefore(StringBuilder text, int from) {
        for (int at = from; at > from - OVERLAP * 16 && at > 0; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return from;
    }

    /** Counts what begins before the cut; returns the cut, or the end of a finding across it. */
    private int scan(String text, int cut) {
        long left = budgetNanos - spentNanos;
        if (left <= 0) {
            tally.add(UNSCANNED, 1);
            return cut;
        }
        int done = cut;
        long before = System.nanoTime();
        try {
            Scan scan = detector.scan(text, new Budget(Integer.MAX_VALUE, left));
            for (Finding finding : scan.findings()) {
                if (finding.start() < cut) {
                    tally.add(finding);
                    done = Math.max(done, finding.end());
                }
            }
            if (scan.coverage() instanceof Coverage.Partial) {
                tally.add(UNSCANNED, 1);
            }
        } catch (RuntimeException detectorBrokeItsPromise) {
            tally.add(UNSCANNED, 1);
        }
        spentNanos += System.nanoTime() - before;
        return done;
    }

    /** Looks at what is left, and counts. */
    List<Classification> finish() {
        for (StringBuilder window : windows.values()) {
            if (!window.isEmpty()) {
                scan(window.toString(), window.length());
            }
        }
        windows.clear();
        return tally.classifications();
    }

    /** 32 bytes. Ends the digest. */
    byte[] sha256() {
        return sha256.digest();
    }
}
