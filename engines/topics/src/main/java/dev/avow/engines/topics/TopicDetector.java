package dev.avow.engines.topics;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import dev.avow.engines.onnx.BadModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Says what a text is about. A text is read in pieces of about a thousand characters; a finding is
 * a piece with its topic, and no finding for what is about none of them.
 *
 * <p>Of each piece the first stage reads all. Where it is less sure than {@value #SURE}, the second
 * stage reads the piece's beginning too, and the two are joined as the geometric mean of their
 * shares. Confidences order texts; they are no probabilities. A text shorter than {@value
 * #SHORTEST} characters is about nothing.
 *
 * <p>A scan may wait for the second stage, which computes on threads of its own: call it where
 * waiting is allowed, never on an event loop. Safe for any number of threads.
 *
 * <p>The stages, the numbers here and what they cost: docs/decisions/0013.
 */
public final class TopicDetector implements Detector, AutoCloseable {

    /** The types that it reports, all of tier 3. */
    public static final List<FindingType> TYPES =
            Arrays.stream(Topic.values())
                    .filter(topic -> topic != Topic.NONE)
                    .map(Topic::type)
                    .toList();

    static final int SHORTEST = 20;
    static final int PIECE = 1_000;
    static final float SURE = 0.4f;
    private static final float STRETCH = 4;

    private final Head words;
    private final Head meaning;
    private final Embedding embedding;
    private final double cutOff;

    private TopicDetector(Head words, Head meaning, Embedding embedding, double cutOff) {
        this.words = words;
        this.meaning = meaning;
        this.embedding = embedding;
        this.cutOff = cutOff;
    }

    /**
     * Loads the embedding model and learns from the examples; takes a second or two.
     *
     * @param cutOff findings below this confidence are dropped, 0 to 1
     * @throws BadModel where the model cannot be used on this system; the message is one line
     */
    public static TopicDetector open(double cutOff) throws BadModel, IOException {
        List<Examples.Example> examples = Examples.builtIn();
        Embedding embedding = Embedding.open();
        try {
            int[] labels = examples.stream().mapToInt(each -> each.topic().label()).toArray();
            List<Features> read = examples.stream().map(each -> Features.of(each.text())).toList();
            Vectors vectors = Vectors.builtIn();
            List<Features> meant =
                    examples.stream()
                            .map(each ->
                                    Features.dense(vectors.of(each.text(), embedding), STRETCH))
                            .toList();
            return new TopicDetector(
                    Head.train(read, labels, Topic.COUNT, Features.BUCKETS),
                    Head.train(meant, labels, Topic.COUNT, Embedding.SIZE),
                    embedding,
                    cutOff);
        } catch (RuntimeException failed) {
            embedding.close();
            throw failed;
        }
    }

    @Override
    public Scan scan(CharSequence text, Budget budget) {
        long deadline = System.nanoTime() + budget.maxNanos();
        int length = Math.min(text.length(), budget.maxChars());
        List<Finding> findings = new ArrayList<>();
        Coverage coverage =
                length < text.length()
                        ? new Coverage.Partial(Coverage.Why.TOO_LONG)
                        : Coverage.COMPLETE;
        for (int from = 0; from < length; ) {
            if (System.nanoTime() - deadline > 0) {
                return new Scan(findings, new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
            }
            int to = end(text, from, length);
            try {
                piece(text, from, to, deadline).ifPresent(findings::add);
            } catch (TimeoutException late) {
                return new Scan(findings, new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
            } catch (NoMeaning failed) {
                coverage = new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED);
            }
            from = to;
        }
        return new Scan(findings, coverage);
    }

    /** Where a piece ends: a last piece that would be short goes with the one before it. */
    private static int end(CharSequence text, int from, int length) {
        if (length - from < PIECE + PIECE / 2) {
            return length;
        }
        int to = from + PIECE;
        return Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to;
    }

    private Optional<Finding> piece(CharSequence text, int from, int to, long deadline)
            throws TimeoutException {
        if (to - from < SHORTEST) {
            return Optional.empty();
        }
        CharSequence piece = text.subSequence(from, to);
        float[] shares = words.shares(Features.of(piece));
        if (shares[most(shares)] < SURE) {
            Optional<float[]> vector = embedding.of(piece.toString(), Embedding.TOKENS, deadline);
            shares =
                    joined(
                            shares,
                            meaning.shares(
                                    Features.dense(vector.orElseThrow(NoMeaning::new), STRETCH)));
        }
        int most = most(shares);
        Topic topic = Topic.of(most);
        if (topic == Topic.NONE || shares[most] < cutOff) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(topic.type(), from, to, shares[most], Finding.Reason.CONTEXT));
    }

    private static float[] joined(float[] one, float[] other) {
        float[] both = new float[one.length];
        float all = 0;
        for (int i = 0; i < both.length; i++) {
            both[i] = (float) Math.sqrt((one[i] + 1e-6f) * (other[i] + 1e-6f));
            all += both[i];
        }
        for (int i = 0; i < both.length; i++) {
            both[i] = Math.min(1, both[i] / all);
        }
        return both;
    }

    private static int most(float[] shares) {
        int most = 0;
        for (int i = 1; i < shares.length; i++) {
            if (shares[i] > shares[most]) {
                most = i;
            }
        }
        return most;
    }

    /** Gives the model's memory back; scans under way are partial. */
    @Override
    public void close() {
        embedding.close();
    }

    /** The second stage failed. */
    private static final class NoMeaning extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoMeaning() {
            super(null, null, false, false);
        }
    }
}
