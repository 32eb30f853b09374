package dev.avow.restore;

import dev.avow.detector.api.Detector;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonSplice;
import dev.avow.mask.Keepsake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Room 07 for a streamed answer. Every text of the stream (a choice's content, a tool call's
 * arguments …) is restored on its own, across events. What is held back of a text comes out at the
 * latest before the event that ends its choice.
 *
 * <p>For one answer; not safe for more than one thread.
 */
public final class StreamRestorer {

    private final Keepsake keepsake;
    private final AnswerWatch watch;
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private String envelope = "";
    private @Nullable Integer tokensIn;
    private @Nullable Integer tokensOut;

    /** A text under way. */
    private record Text(Lane lane, TextRestorer restorer) {}

    public StreamRestorer(Detector detector, Duration budget, Keepsake keepsake) {
        this(detector, budget, keepsake, Runnable::run);
    }

    /**
     * For a detector that waits.
     *
     * @param scanning runs what it is given in the order given, one after another, where waiting is
     *     allowed
     */
    public StreamRestorer(
            Detector detector, Duration budget, Keepsake keepsake, Executor scanning) {
        this.keepsake = keepsake;
        this.watch = new AnswerWatch(detector, budget.toNanos(), scanning);
    }

    /**
     * Takes an event and gives the events to be shown for it: mostly itself, sometimes others
     * before.
     *
     * @throws dev.avow.words.FaultException where it is no JSON object
     */
    public List<byte[]> restore(byte[] json) {
        StreamEvent event = new StreamEvent(json);
        JsonSplice restored = new JsonSplice(event.document().bytes());
        for (JsonNode node : event.document().nodes()) {
            if (Answer.isText(node)) {
                text(event, node, restored);
            } else if (node.kind() == JsonNode.Kind.STRING && !keepsake.isEmpty()) {
                TextRestorer alone = new TextRestorer(keepsake, false);
                replace(node, alone.feed(node.text()) + alone.finish(), restored);
            }
            Integer in = Answer.usage(node, "prompt_tokens");
            tokensIn = in != null ? in : tokensIn;
            Integer out = Answer.usage(node, "completion_tokens");
            tokensOut = out != null ? out : tokensOut;
        }
        if (keepsake.isEmpty()) {
            return List.of(json);
        }
        if (envelope.isEmpty()) {
            envelope = event.envelope();
        }
        List<byte[]> shown = rests(event.finishedChoices()::contains);
        shown.add(restored.finish());
        return shown;
    }

    private void text(StreamEvent event, JsonNode node, JsonSplice into) {
        Lane lane = event.lane(node);
        String key = lane.key();
        watch.see(key, node.text());
        if (keepsake.isEmpty()) {
            return;
        }
        Text text = texts.get(key);
        if (text == null) {
            text = new Text(lane, new TextRestorer(keepsake, Answer.isArguments(node)));
            texts.put(key, text);
        }
        String shown = text.restorer().feed(node.text());
        if (!lane.holdable() || event.finishedChoices().contains(lane.choice())) {
            shown += text.restorer().finish();
        }
        replace(node, shown, into);
    }

    private static void replace(JsonNode node, String shown, JsonSplice into) {
        if (!shown.equals(node.text())) {
            into.replace(node.start(), node.end(), JsonSplice.quote(shown));
        }
    }

    /** Events for what is still held back, at the end of a stream. */
    public List<byte[]> finish() {
        return rests(_ -> true);
    }

    private List<byte[]> rests(IntPredicate ofChoice) {
        List<byte[]> events = new ArrayList<>(1);
        for (Text text : texts.values()) {
            if (text.restorer().isHolding() && ofChoice.test(text.lane().choice())) {
                events.add(text.lane().event(envelope, text.restorer().finish()));
            }
        }
        return events;
    }

    /** What is known of the answer, once it has ended and was scanned. */
    public CompletableFuture<AnswerFacts> facts() {
        byte[] sha256 = watch.sha256();
        return watch.finish()
                .thenApply(found -> new AnswerFacts(found, sha256, tokensIn, tokensOut));
    }

    /** An event that brings a receipt and no choice, to be sent last. */
    public byte[] receiptEvent(byte[] receipt) {
        String json = "{" + envelope + (envelope.isEmpty() ? "" : ",") + "\"choices\":[]}";
        return Answer.withMember(
                json.getBytes(java.nio.charset.StandardCharsets.UTF_8), "avow", receipt);
    }
}
