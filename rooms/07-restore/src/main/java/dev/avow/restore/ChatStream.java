package dev.avow.restore;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonSplice;
import dev.avow.mask.Keepsake;
import dev.avow.words.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The stream of {@code /v1/chat/completions}: chunks without names. What is held back of a text
 * comes out at the latest before the chunk that ends its choice.
 */
final class ChatStream implements StreamRestorer {

    private static final AnswerShape SHAPE = AnswerShape.of(Route.CHAT_COMPLETIONS);

    private final Keepsake keepsake;
    private final @Nullable AnswerGuard guard;
    private final AnswerWatch watch;
    private final TokenCounts tokens = new TokenCounts();
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private String envelope = "";

    /** A text under way. */
    private record Text(Lane lane, TextFlow flow) {}

    /**
     * @param guard null where no policy looks at answers
     */
    ChatStream(AnswerWatch watch, Keepsake keepsake, @Nullable AnswerGuard guard) {
        this.keepsake = keepsake;
        this.guard = guard;
        this.watch = watch;
    }

    @Override
    public List<Shown> restore(byte[] json) {
        StreamEvent event = new StreamEvent(json);
        JsonSplice restored = new JsonSplice(event.document().bytes());
        boolean reported = false;
        for (JsonNode node : event.document().nodes()) {
            if (ReportedError.isIn(node, "")) {
                ReportedError.show(node, restored);
                reported = true;
                continue;
            }
            if (SHAPE.isText(node)) {
                text(event, node, restored);
            } else if (guard != null && TokenList.isPartOf(node)) {
                TokenList.empty(node, restored);
            } else if (node.kind() == JsonNode.Kind.STRING && !keepsake.isEmpty()) {
                replace(node, TextFlow.alone(null, keepsake, false, node.text()), restored);
            }
            tokens.see(node);
        }
        if (passes()) {
            return List.of(new Shown("", reported ? restored.finish() : json));
        }
        if (envelope.isEmpty()) {
            envelope = event.envelope();
        }
        List<Shown> shown = rests(event.finishedChoices()::contains);
        shown.add(new Shown("", restored.finish()));
        return shown;
    }

    private void text(StreamEvent event, JsonNode node, JsonSplice into) {
        Lane lane = event.lane(node);
        String key = lane.key();
        watch.see(key, node.text());
        if (passes()) {
            return;
        }
        Text text = texts.get(key);
        if (text == null) {
            text = new Text(lane, new TextFlow(guard, keepsake, Answer.isArguments(node)));
            texts.put(key, text);
        }
        String shown = text.flow().feed(node.text());
        if (!lane.holdable() || event.finishedChoices().contains(lane.choice())) {
            shown += text.flow().finish();
        }
        replace(node, shown, into);
    }

    /** Whether nothing of this answer is ever changed. */
    private boolean passes() {
        return keepsake.isEmpty() && guard == null;
    }

    private static void replace(JsonNode node, String shown, JsonSplice into) {
        if (!shown.equals(node.text())) {
            into.replace(node.start(), node.end(), JsonSplice.quote(shown));
        }
    }

    @Override
    public List<Shown> finish(byte @Nullable [] receipt) {
        List<Shown> shown = rests(_ -> true);
        if (receipt != null) {
            shown.add(new Shown("", receiptEvent(receipt)));
        }
        return shown;
    }

    @Override
    public List<Shown> overdue() {
        List<Shown> events = new ArrayList<>(1);
        for (Text text : texts.values()) {
            String shown = text.flow().overdue();
            if (!shown.isEmpty()) {
                events.add(new Shown("", text.lane().event(envelope, shown)));
            }
        }
        return events;
    }

    @Override
    public boolean isHolding() {
        return guard != null && texts.values().stream().anyMatch(text -> text.flow().isHolding());
    }

    private List<Shown> rests(IntPredicate ofChoice) {
        List<Shown> events = new ArrayList<>(1);
        for (Text text : texts.values()) {
            if (text.flow().isHolding() && ofChoice.test(text.lane().choice())) {
                String shown = text.flow().finish();
                if (!shown.isEmpty()) {
                    events.add(new Shown("", text.lane().event(envelope, shown)));
                }
            }
        }
        return events;
    }

    @Override
    public CompletableFuture<AnswerFacts> facts() {
        byte[] sha256 = watch.sha256();
        return watch.finish()
                .thenApply(found -> new AnswerFacts(found, sha256, tokens.usage(), guard));
    }

    /** An event that brings a receipt and no choice, to be sent last. */
    private byte[] receiptEvent(byte[] receipt) {
        String json = "{" + envelope + (envelope.isEmpty() ? "" : ",") + "\"choices\":[]}";
        return Answer.withMember(
                json.getBytes(java.nio.charset.StandardCharsets.UTF_8), "avow", receipt);
    }
}
