package dev.avow.classify;

import dev.avow.admit.Admitted;
import dev.avow.arrive.AttachmentKind;
import dev.avow.arrive.Segment;
import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Room 03: has the detector look at every segment, all of them within one budget of time.
 *
 * <p>Safe for any thread. Where the detector waits for something, all segments are looked at at
 * once and this waits too: call it where that is allowed. Otherwise it computes; for bodies above
 * some hundred kilobytes call it away from the event loop.
 */
public final class Classifier {

    /** Found where a request carries what is not looked into. */
    public static final FindingType ATTACHMENT = new FindingType("attachment", 1);

    /** Found beside it, where it is told what that is. */
    public static final Set<String> ATTACHMENT_KINDS =
            Arrays.stream(AttachmentKind.values())
                    .map(AttachmentKind::type)
                    .filter(type -> !type.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());

    private final Detector detector;
    private final Detector ofLabels;
    private final boolean detectorWaits;
    private final long budgetNanos;
    private final @Nullable TopicStage topics;
    private final Guards guards;

    /** With a detector that does not wait. */
    public Classifier(Detector detector, Duration budget) {
        this(detector, detector, false, budget, null);
    }

    /** Without a look at what texts are about. */
    public Classifier(
            Detector detector, Detector ofLabels, boolean detectorWaits, Duration budget) {
        this(detector, ofLabels, detectorWaits, budget, null);
    }

    /**
     * @param detector for texts
     * @param ofLabels for names such as a model's; it does not wait
     * @param detectorWaits whether the first one does
     * @param budget time for one request
     * @param topics says what texts are about; null where nothing does
     */
    public Classifier(
            Detector detector,
            Detector ofLabels,
            boolean detectorWaits,
            Duration budget,
            @Nullable TopicStage topics) {
        this(detector, ofLabels, detectorWaits, budget, topics, Guards.NONE);
    }

    /** With guards. */
    Classifier(
            Detector detector,
            Detector ofLabels,
            boolean detectorWaits,
            Duration budget,
            @Nullable TopicStage topics,
            Guards guards) {
        this.guards = guards;
        this.detector = detector;
        this.ofLabels = ofLabels;
        this.detectorWaits = detectorWaits;
        this.budgetNanos = budget.toNanos();
        this.topics = topics;
    }

    /** What looks at an answer: the same, and what guards look for there. */
    public Detector detector() {
        Detector more = guards.ofAnswers();
        return more == null ? detector : new Beside(detector, more);
    }

    /** Looks at everything; says in the result where it could not. */
    public Classified classify(Admitted admitted) {
        List<Segment> segments = admitted.arrived().segments();
        long deadline = System.nanoTime() + budgetNanos;
        Walk walk = new Walk(deadline, detectorWaits ? atOnce(segments, deadline) : Map.of());
        walk.all(segments);
        walk.again(segments);
        if (topics != null) {
            walk.about(topics, segments);
        }
        Detector signals = guards.signals();
        if (signals != null) {
            walk.count(signals, segments, deadline);
        }
        TextGuard model = guards.model();
        if (model != null) {
            walk.judged(model, segments);
        }
        return new Classified(admitted, walk.findings, walk.tally.classifications(), walk.coverage);
    }

    /** Looks at one label, such as a model's name. */
    public Scan scan(String label) {
        return scan(ofLabels, label, budgetNanos);
    }

    /** Every text's scan. */
    private Map<String, Scan> atOnce(List<Segment> segments, long deadline) {
        Map<String, Future<Scan>> underWay = new HashMap<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            Set<String> texts = texts(segments);
            Segment.eachLeaf(
                    segments,
                    leaf -> {
                        if (NamedValue.isOne(leaf)) {
                            texts.add(NamedValue.of(leaf).unmaskedText());
                        }
                    });
            for (String text : texts) {
                underWay.put(
                        text,
                        each.submit(() -> scan(detector, text, deadline - System.nanoTime())));
            }
        }
        Map<String, Scan> scans = new HashMap<>();
        underWay.forEach((text, scan) -> scans.put(text, scan.resultNow()));
        return scans;
    }

    /** Equal ones, such as the roles of messages, once. */
    private static Set<String> texts(List<Segment> segments) {
        Set<String> texts = new HashSet<>();
        Segment.eachLeaf(segments, leaf -> texts.add(leaf.unmaskedText()));
        return texts;
    }

    private static Scan scan(Detector detector, String text, long nanosLeft) {
        return scan(detector, text, nanosLeft, true);
    }

    private static Scan scan(Detector detector, String text, long nanosLeft, boolean decodes) {
        if (nanosLeft <= 0) {
            return new Scan(List.of(), new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
        }
        try {
            return detector.scan(text, new Budget(Integer.MAX_VALUE, nanosLeft, decodes));
        } catch (RuntimeException detectorBrokeItsPromise) {
            return new Scan(List.of(), new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED));
        }
    }

    /** One request's walk over its segments. */
    private final class Walk {

        private final long deadline;
        private final Map<String, Scan> known;
        private final List<List<Finding>> findings = new ArrayList<>();
        private final Tally tally = new Tally();
        private Coverage coverage = Coverage.COMPLETE;

        Walk(long deadline, Map<String, Scan> known) {
            this.deadline = deadline;
            this.known = known;
        }

        void all(List<Segment> segments) {
            for (Segment segment : segments) {
                switch (segment) {
                    case Segment.Leaf leaf -> leaf(leaf);
                    case Segment.Nested nested -> all(nested.parts());
                    case Segment.Attachment attachment -> attachment(attachment);
                    case Segment.Document document -> document(document);
                    case Segment.Opaque opaque -> attachment(opaque.kind());
                    case Segment.Kept kept -> kept(kept);
                }
            }
        }

        /** One that could not be read as a whole is not clean, whatever was found in it. */
        private void document(Segment.Document document) {
            attachment(AttachmentKind.DOCUMENT);
            if (!document.whole()) {
                coverage = new Coverage.Partial(Coverage.Why.UNAVAILABLE);
            }
            all(document.scanned());
        }

        /** It was looked at when it came; one that nobody knows of is not clean. */
        private void kept(Segment.Kept kept) {
            Segment.Known known = kept.known();
            if (known == null) {
                coverage = new Coverage.Partial(Coverage.Why.UNAVAILABLE);
                return;
            }
            known.found()
                    .forEach(each ->
                            tally.add(
                                    new Classification(
                                            each.type(),
                                            each.tier(),
                                            each.confidence(),
                                            each.count())));
        }

        private void attachment(AttachmentKind kind) {
            tally.add(ATTACHMENT, 1);
            if (!kind.type().isEmpty()) {
                tally.add(new FindingType(kind.type(), ATTACHMENT.tier()), 1);
            }
        }

        /**
         * What the texts are about counts for policies. It is no place in a text, so that there is
         * nothing of it to mask.
         */
        void about(TopicStage topics, List<Segment> segments) {
            count(topics.detector(), segments, topics.until(deadline));
        }

        /** Counts what a detector finds in each text, once. */
        void count(Detector detector, List<Segment> segments, long until) {
            for (String text : texts(segments)) {
                Scan scan = Classifier.scan(detector, text, until - System.nanoTime());
                scan.findings().forEach(tally::add);
                if (scan.coverage() instanceof Coverage.Partial) {
                    coverage = scan.coverage();
                }
            }
        }

        /** Has the prompt judged, with findings replaced by their types where they must be. */
        void judged(TextGuard guard, List<Segment> segments) {
            List<String> texts = new ArrayList<>();
            Iterator<List<Finding>> found = findings.iterator();
            Segment.eachLeaf(
                    segments,
                    leaf -> {
                        List<Finding> its = found.next();
                        if (leaf.isPrompt()) {
                            String text = leaf.unmaskedText();
                            texts.add(guard.seesOriginals() ? text : replaced(text, its));
                        }
                    });
            TextGuard.Verdict verdict = guard.judge(texts, deadline - System.nanoTime());
            FindingType type = verdict.type();
            if (type != null) {
                tally.add(type, verdict.confidence());
            }
            if (verdict.coverage() instanceof Coverage.Partial) {
                coverage = verdict.coverage();
            }
        }

        private static String replaced(String text, List<Finding> found) {
            StringBuilder replaced = new StringBuilder(text.length());
            int done = 0;
            for (Finding each : found) {
                replaced.append(text, done, each.start())
                        .append('<')
                        .append(each.type().id().toUpperCase(Locale.ROOT))
                        .append('>');
                done = each.end();
            }
            return replaced.append(text, done, text.length()).toString();
        }

        /** Its letters stand for the numbers that they may be; what they say is its content. */
        private void attachment(Segment.Attachment attachment) {
            leaf(attachment.head());
            leaf(attachment.content());
            Segment.Text letters = attachment.letters();
            if (letters != null) {
                long left = deadline - System.nanoTime();
                add(Classifier.scan(detector, letters.unmaskedText(), left, false));
            }
        }

        private void leaf(Segment.Leaf leaf) {
            Scan scan = scanned(leaf.unmaskedText());
            if (NamedValue.isOne(leaf)) {
                NamedValue named = NamedValue.of(leaf);
                scan = named.joined(scan, scanned(named.unmaskedText()));
            }
            add(scan);
        }

        private Scan scanned(String text) {
            Scan earlier = known.get(text);
            return earlier != null
                    ? earlier
                    : Classifier.scan(detector, text, deadline - System.nanoTime());
        }

        /** What was found in one text is found in the others. */
        void again(List<Segment> segments) {
            List<String> texts = new ArrayList<>(findings.size());
            Segment.eachLeaf(segments, leaf -> texts.add(leaf.unmaskedText()));
            SaidAgain said = new SaidAgain();
            for (int i = 0; i < findings.size(); i++) {
                said.know(texts.get(i), findings.get(i));
            }
            for (int i = 0; i < findings.size() && !said.isEmpty(); i++) {
                List<Finding> more = said.in(texts.get(i), findings.get(i));
                if (!more.isEmpty()) {
                    more.forEach(tally::add);
                    more.addAll(findings.get(i));
                    more.sort(Comparator.comparingInt(Finding::start));
                    findings.set(i, List.copyOf(more));
                }
            }
        }

        private void add(Scan scan) {
            findings.add(scan.findings());
            scan.findings().forEach(tally::add);
            if (scan.coverage() instanceof Coverage.Partial) {
                coverage = scan.coverage();
            }
        }
    }
}
