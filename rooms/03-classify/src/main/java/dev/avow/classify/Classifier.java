package dev.avow.classify;

import dev.avow.admit.Admitted;
import dev.avow.arrive.Segment;
import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Room 03: has the detector look at every segment, all of them within one budget of time.
 *
 * <p>Safe for any thread. It computes and does not wait; for bodies above some hundred kilobytes
 * call it away from the event loop.
 */
public final class Classifier {

    /** Found where a request carries what is not looked into. */
    public static final FindingType ATTACHMENT = new FindingType("attachment", 1);

    private final Detector detector;
    private final long budgetNanos;

    public Classifier(Detector detector, Duration budget) {
        this.detector = detector;
        this.budgetNanos = budget.toNanos();
    }

    /** What looks: an answer is looked at with the same. */
    public Detector detector() {
        return detector;
    }

    /** Looks at everything; says in the result where it could not. */
    public Classified classify(Admitted admitted) {
        Walk walk = new Walk(System.nanoTime() + budgetNanos);
        walk.all(admitted.arrived().segments());
        return new Classified(admitted, walk.findings, walk.tally.classifications(), walk.coverage);
    }

    /** Looks at one text, for a dry run. */
    public Scan scan(String text) {
        return scan(text, budgetNanos);
    }

    private Scan scan(String text, long nanosLeft) {
        if (nanosLeft <= 0) {
            return new Scan(List.of(), new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
        }
        try {
            return detector.scan(text, new Budget(Integer.MAX_VALUE, nanosLeft));
        } catch (RuntimeException detectorBrokeItsPromise) {
            return new Scan(List.of(), new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED));
        }
    }

    /** One request's walk over its segments. */
    private final class Walk {

        private final long deadline;
        private final List<List<Finding>> findings = new ArrayList<>();
        private final Tally tally = new Tally();
        private Coverage coverage = Coverage.COMPLETE;

        Walk(long deadline) {
            this.deadline = deadline;
        }

        void all(List<Segment> segments) {
            for (Segment segment : segments) {
                switch (segment) {
                    case Segment.Leaf leaf -> leaf(leaf);
                    case Segment.Nested nested -> all(nested.parts());
                    case Segment.Attachment attachment -> all(attachment.parts());
                    case Segment.Opaque _ -> tally.add(ATTACHMENT, 1);
                }
            }
        }

        private void leaf(Segment.Leaf leaf) {
            Scan scan = scan(leaf.unmaskedText(), deadline - System.nanoTime());
            findings.add(scan.findings());
            scan.findings().forEach(tally::add);
            if (scan.coverage() instanceof Coverage.Partial) {
                coverage = scan.coverage();
            }
        }
    }
}
