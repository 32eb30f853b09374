package dev.avow.restore;

import dev.avow.detector.api.Detector;
import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonSplice;
import dev.avow.mask.Keepsake;
import dev.avow.words.Route;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Room 07 for an answer that comes in one piece. For one answer; not safe for more than one thread.
 */
public final class WholeRestorer {

    private final Keepsake keepsake;
    private final AnswerWatch watch;
    private final TokenCounts tokens = new TokenCounts();
    private final AnswerShape shape;
    private final @Nullable AnswerGuard guard;

    /** One for an answer of that route. The budget is the time to look at all of it. */
    public WholeRestorer(Route route, Detector detector, Duration budget, Keepsake keepsake) {
        this(route, detector, budget, keepsake, null);
    }

    /**
     * One for an answer of that route, which policies judge.
     *
     * @param guard has policies judge the answer; null where none looks at answers
     */
    public WholeRestorer(
            Route route,
            Detector detector,
            Duration budget,
            Keepsake keepsake,
            @Nullable AnswerGuard guard) {
        this.guard = guard;
        this.shape = AnswerShape.of(route);
        this.keepsake = keepsake;
        this.watch = new AnswerWatch(detector, budget.toNanos(), keepsake);
    }

    /**
     * The answer with originals in the place of their pseudonyms; other bytes stay as they came.
     *
     * @throws dev.avow.words.FaultException where it is no JSON object, or where a policy or a
     *     failing detector ends the answer
     */
    public byte[] restore(byte[] json) {
        JsonDocument document = Answer.read(json);
        for (JsonNode node : document.nodes()) {
            if (ReportedError.isIn(node, "")) {
                continue;
            }
            if (shape.isText(node)) {
                watch.see(node.path().toString(), node.text());
            }
            tokens.see(node);
        }
        JsonSplice restored = new JsonSplice(document.bytes());
        for (JsonNode node : document.nodes()) {
            if (ReportedError.isIn(node, "")) {
                ReportedError.show(node, restored);
            } else if (guard != null && TokenList.isPartOf(node)) {
                TokenList.empty(node, restored);
            } else if (node.kind() == Kind.STRING || node.kind() == Kind.NAME) {
                restore(node, restored);
            } else if (guard != null && node.kind() == Kind.NUMBER && shape.isInput(node)) {
                number(guard, node, restored);
            }
        }
        return restored.finish();
    }

    /** A bare number becomes a string where it is not released. */
    private static void number(AnswerGuard guard, JsonNode node, JsonSplice into) {
        String shown = guard.whole(node.text(), false);
        if (!shown.equals(node.text())) {
            into.replace(node.start(), node.end(), JsonSplice.quote(shown));
        }
    }

    /** A text, or a member's name: what a tool is called with may be keyed by values. */
    private void restore(JsonNode node, JsonSplice into) {
        boolean judged = node.kind() == Kind.NAME ? shape.isInput(node) : shape.isText(node);
        AnswerGuard judge = judged ? guard : null;
        if (judge == null && keepsake.isEmpty()) {
            return;
        }
        String shown = TextFlow.alone(judge, keepsake, Answer.isArguments(node), node.text());
        if (!shown.equals(node.text())) {
            into.replace(node.start(), node.end(), JsonSplice.quote(shown));
        }
    }

    /** What is known of the answer, once it was restored. */
    public AnswerFacts facts() {
        return new AnswerFacts(watch.finish().join(), watch.sha256(), tokens.usage(), guard);
    }

    /** An answer with a receipt as its top-level member {@code avow}. */
    public static byte[] withReceipt(byte[] json, byte[] receipt) {
        return Answer.withMember(json, "avow", receipt);
    }
}
