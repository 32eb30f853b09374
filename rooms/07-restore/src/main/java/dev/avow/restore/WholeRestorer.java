package dev.avow.restore;

import dev.avow.detector.api.Detector;
import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonSplice;
import dev.avow.mask.Keepsake;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Room 07 for an answer that comes in one piece. For one answer; not safe for more than one thread.
 */
public final class WholeRestorer {

    private final Keepsake keepsake;
    private final AnswerWatch watch;
    private @Nullable Integer tokensIn;
    private @Nullable Integer tokensOut;

    public WholeRestorer(Detector detector, Duration budget, Keepsake keepsake) {
        this.keepsake = keepsake;
        this.watch = new AnswerWatch(detector, budget.toNanos());
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
            if (Answer.isText(node)) {
                watch.see(node.path().toString(), node.text());
            }
            if (node.kind() == Kind.STRING && !keepsake.isEmpty()) {
                restore(node, restored);
            }
            Integer in = Answer.usage(node, "prompt_tokens");
            tokensIn = in != null ? in : tokensIn;
            Integer out = Answer.usage(node, "completion_tokens");
            tokensOut = out != null ? out : tokensOut;
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
        return new AnswerFacts(watch.finish().join(), watch.sha256(), tokensIn, tokensOut);
    }

    /** An answer with a receipt as its top-level member {@code avow}. */
    public static byte[] withReceipt(byte[] json, byte[] receipt) {
        return Answer.withMember(json, "avow", receipt);
    }
}
