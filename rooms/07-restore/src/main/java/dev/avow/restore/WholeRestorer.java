package dev.avow.restore;

import dev.avow.detector.api.Detector;
import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonSplice;
import dev.avow.mask.Keepsake;
import dev.avow.words.Route;
import java.time.Duration;

/**
 * Room 07 for an answer that comes in one piece. For one answer; not safe for more than one thread.
 */
public final class WholeRestorer {

    private final Keepsake keepsake;
    private final AnswerWatch watch;
    private final TokenCounts tokens = new TokenCounts();
    private final AnswerShape shape;

    /** One for an answer of that route. The budget is the time to look at all of it. */
    public WholeRestorer(Route route, Detector detector, Duration budget, Keepsake keepsake) {
        this.shape = AnswerShape.of(route);
        this.keepsake = keepsake;
        this.watch = new AnswerWatch(detector, budget.toNanos(), keepsake);
    }

    /**
     * The answer with originals in the place of their pseudonyms; other bytes stay as they came.
     *
     * @throws dev.avow.words.FaultException where it is no JSON object
     */
    public byte[] restore(byte[] json) {
        JsonDocument document = Answer.read(json);
        JsonSplice restored = new JsonSplice(document.bytes());
        for (JsonNode node : document.nodes()) {
            if (ReportedError.isIn(node, "")) {
                ReportedError.show(node, restored);
                continue;
            }
            if (shape.isText(node)) {
                watch.see(node.path().toString(), node.text());
            }
            if (node.kind() == Kind.STRING && !keepsake.isEmpty()) {
                restore(node, restored);
            }
            tokens.see(node);
        }
        return restored.finish();
    }

    private void restore(JsonNode node, JsonSplice into) {
        TextRestorer text = new TextRestorer(keepsake, Answer.isArguments(node));
        String shown = text.feed(node.text()) + text.finish();
        if (!shown.equals(node.text())) {
            into.replace(node.start(), node.end(), JsonSplice.quote(shown));
        }
    }

    /** What is known of the answer, once it was restored. */
    public AnswerFacts facts() {
        return new AnswerFacts(watch.finish().join(), watch.sha256(), tokens.usage());
    }

    /** An answer with a receipt as its top-level member {@code avow}. */
    public static byte[] withReceipt(byte[] json, byte[] receipt) {
        return Answer.withMember(json, "avow", receipt);
    }
}
