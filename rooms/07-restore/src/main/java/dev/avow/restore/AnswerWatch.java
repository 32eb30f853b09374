package dev.avow.restore;

import dev.avow.classify.Classification;
import dev.avow.classify.Tally;
import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import dev.avow.mask.Keepsake;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches an answer as the provider gave it, before originals are put back: what personal data the
 * model itself brought, and the digest of the text.
 *
 * <p>A long text is scanned in windows, so that memory stays bounded. What begins in the last part
 * of a window is left to the next one, which begins at white space and never inside a finding; a
 * value longer than the overlap could be cut and missed. A detector that waits scans elsewhere,
 * behind the answer; what it falls too far behind with is counted as not looked at.
 *
 * <p>Not safe for more than one thread; what scans may be another.
 */
final class AnswerWatch {

    /** Counted where part of an answer could not be looked at. */
    private static final FindingType UNSCANNED = new FindingType("unscanned", 1);

    private static final int WINDOW = 16_384;
    private static final int OVERLAP = 256;
    private static final int MOST_WAITING = 16 * WINDOW;

    private final MessageDigest sha256;
    private final Map<String, StringBuilder> windows = new HashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Executor scanning;
    private final Scanning scans;

    /** Scans where the answer is seen. */
    AnswerWatch(Detector detector, long budgetNanos, Keepsake keepsake) {
        this(detector, budgetNanos, keepsake, Runnable::run);
    }

    /**
     * @param keepsake what stands in the answer for the caller's own values is not the model's
     * @param scanning runs what it is given in the order given, one after another
     */
    AnswerWatch(Detector detector, long budgetNanos, Keepsake keepsake, Executor scanning) {
        this.scans = new Scanning(detector, budgetNanos, keepsake);
        this.scanning = scanning;
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
            handOver(lane, window.toString(), cut);
            window.delete(0, cut);
        }
    }

    private void handOver(String lane, String text, int cut) {
        if (waiting.get() > MOST_WAITING) {
            scanning.execute(() -> scans.pass(lane));
            return;
        }
        waiting.addAndGet(text.length());
        scanning.execute(() -> {
            scans.look(lane, text, cut);
            waiting.addAndGet(-text.length());
        });
    }

    private static int cutBefore(StringBuilder text, int from) {
        for (int at = from; at > from - OVERLAP * 16 && at > 0; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return from;
    }

    /** Looks at what is left, and counts; complete once everything was scanned. */
    CompletableFuture<List<Classification>> finish() {
        windows.forEach((lane, window) -> {
            if (!window.isEmpty()) {
                handOver(lane, window.toString(), window.length());
            }
        });
        windows.clear();
        CompletableFuture<List<Classification>> counted = new CompletableFuture<>();
        scanning.execute(() -> counted.complete(scans.tally.classifications()));
        return counted;
    }

    /** 32 bytes. Ends the digest. */
    byte[] sha256() {
        return sha256.digest();
    }

    /** What happens where the scanning is done. One step after another. */
    private static final class Scanning {

        private final Detector detector;
        private final long budgetNanos;
        private final Keepsake keepsake;
        private final Tally tally = new Tally();

        /** How much of a text's next window belongs to a finding that began in the last one. */
        private final Map<String, Integer> ahead = new HashMap<>();

        private long spentNanos;

        Scanning(Detector detector, long budgetNanos, Keepsake keepsake) {
            this.keepsake = keepsake;
            this.detector = detector;
            this.budgetNanos = budgetNanos;
        }

        /** Counts a window that is not looked at. */
        void pass(String lane) {
            ahead.remove(lane);
            tally.add(UNSCANNED, 1);
        }

        /** Counts what begins before the cut. */
        void look(String lane, String window, int cut) {
            Integer counted = ahead.remove(lane);
            int from = counted == null ? 0 : counted;
            int done = from + scan(window.substring(from), cut - from);
            ahead.put(lane, done - cut);
        }

        /** Counts; returns the cut, or the end of a finding across it. */
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
                        if (!keepsake.gaveOut(text.substring(finding.start(), finding.end()))) {
                            tally.add(finding);
                        }
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
    }
}
