package dev.avow.engines.presidio;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds what a running Presidio analyzer finds.
 *
 * <p>It waits for the network: call it where waiting is allowed, never on an event loop. A text
 * goes there over the wire and is neither kept nor logged here. Whatever goes wrong there, be it
 * that nobody answers, that the answer is late, a status other than 200 or no list of results,
 * makes the scan partial: not clean. Safe for any number of threads.
 */
public final class PresidioDetector implements Detector, AutoCloseable {

    private static final Comparator<Finding> LONGEST_FIRST =
            Comparator.comparingInt((Finding each) -> -each.length())
                    .thenComparingDouble(each -> -each.confidence())
                    .thenComparing(each -> each.type().id())
                    .thenComparingInt(Finding::start);

    private final PresidioOptions options;
    private final Calls calls;
    private final Complaints complaints;

    public PresidioDetector(PresidioOptions options) {
        this.options = options;
        this.calls = new Calls(options);
        this.complaints = new Complaints(String.valueOf(options.base().getAuthority()));
    }

    /** The ids of what it can report; of all entities only those of Presidio's own list. */
    public Set<String> types() {
        return Entities.types(options.allEntities());
    }

    /** Whether it answers now, as a start wants to know; waits for the time of one call at most. */
    public boolean answers() {
        try {
            return scanOne("Is anybody there?", options.timeout().toNanos()).isEmpty();
        } catch (Unserved nobody) {
            return false;
        }
    }

    private List<Finding> scanOne(String text, long nanos) throws Unserved {
        return find(text, System.nanoTime() + nanos);
    }

    @Override
    public Scan scan(CharSequence text, Budget budget) {
        long deadline = System.nanoTime() + budget.maxNanos();
        String read = text.subSequence(0, Math.min(text.length(), budget.maxChars())).toString();
        Coverage coverage =
                read.length() < text.length()
                        ? new Coverage.Partial(Coverage.Why.TOO_LONG)
                        : Coverage.COMPLETE;
        if (!canHold(read)) {
            return new Scan(List.of(), coverage);
        }
        try {
            return new Scan(find(read, deadline), coverage);
        } catch (Unserved unserved) {
            complaints.because(String.valueOf(unserved.getMessage()));
            return new Scan(List.of(), new Coverage.Partial(unserved.why()));
        }
    }

    /** A name has a letter, anything else at least a letter or a digit. */
    private boolean canHold(String text) {
        return text.codePoints()
                .anyMatch(options.allEntities() ? Character::isLetterOrDigit : Character::isLetter);
    }

    private List<Finding> find(String text, long deadline) throws Unserved {
        List<Calls.Call> under = new ArrayList<>();
        try {
            for (Pieces.Piece piece : Pieces.of(text)) {
                for (String language : options.languages()) {
                    under.add(calls.begin(piece, language, deadline));
                }
            }
            List<Finding> all = new ArrayList<>();
            for (Calls.Call call : under) {
                all.addAll(
                        Answer.read(call.answer(deadline), call.piece(), !options.allEntities()));
            }
            return withoutOverlaps(all);
        } finally {
            under.forEach(Calls.Call::cancel);
        }
    }

    /** Of two that overlap the longer stays: the other may be what a piece cut off. */
    private static List<Finding> withoutOverlaps(List<Finding> all) {
        all.sort(LONGEST_FIRST);
        TreeMap<Integer, Finding> kept = new TreeMap<>();
        for (Finding each : all) {
            Map.Entry<Integer, Finding> left = kept.lowerEntry(each.end());
            if (left == null || left.getValue().end() <= each.start()) {
                kept.put(each.start(), each);
            }
        }
        return new ArrayList<>(kept.values());
    }

    /** Ends the calls under way; their scans are partial. */
    @Override
    public void close() {
        calls.close();
    }
}
