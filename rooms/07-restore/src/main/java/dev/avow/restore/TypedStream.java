package dev.avow.restore;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonSplice;
import dev.avow.mask.Keepsake;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The streams of {@code /v1/responses} and {@code /v1/messages}. What is held back of a text comes
 * out in a delta of its own, before the event that ends its part of the answer. An event that says
 * a text again, whole, is restored by itself. The last event waits for the stream's end, since a
 * receipt goes with it.
 */
final class TypedStream implements StreamRestorer {

    private final TypedEvents kind;
    private final AnswerWatch watch;
    private final Keepsake keepsake;
    private final @Nullable AnswerGuard guard;
    private final TokenCounts tokens = new TokenCounts();
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final List<Shown> last = new ArrayList<>(1);
    private boolean anyPiece;
    private long added;

    /** A text under way, and the delta that last brought some of it. */
    private static final class Text {
        private final TextFlow flow;
        private final String part;
        private Delta delta;

        private Text(TextFlow flow, String part, Delta delta) {
            this.flow = flow;
            this.part = part;
            this.delta = delta;
        }
    }

    /** A delta, in which another piece can be put. */
    private record Delta(TypedEvent event, JsonNode piece) {}

    /**
     * @param guard null where no policy looks at answers
     */
    TypedStream(
            TypedEvents kind, AnswerWatch watch, Keepsake keepsake, @Nullable AnswerGuard guard) {
        this.kind = kind;
        this.guard = guard;
        this.watch = watch;
        this.keepsake = keepsake;
    }

    @Override
    public List<Shown> restore(byte[] json) {
        TypedEvent event = new TypedEvent(json, kind);
        List<Shown> shown = new ArrayList<>(1);
        boolean isDelta = kind.isDelta(event.type());
        if (!isDelta && !kind.silent().contains(event.type())) {
            rests(event, shown);
        }
        Shown restored = new Shown(event.type(), restored(event, isDelta));
        (kind.last().contains(event.type()) ? last : shown).add(restored);
        return shown;
    }

    private byte[] restored(TypedEvent event, boolean isDelta) {
        JsonSplice into = new JsonSplice(event.document().bytes());
        for (JsonNode node : event.document().nodes()) {
            if (ReportedError.isIn(node, event.type())) {
                ReportedError.show(node, into);
                continue;
            }
            if (isDelta && kind.isPiece(node)) {
                replace(node, piece(event, node), into);
            } else if (guard != null && TokenList.isPartOf(node)) {
                TokenList.empty(node, into);
            } else if (node.kind() == JsonNode.Kind.STRING) {
                if (kind.isOpening(node) || (!anyPiece && kind.isRepeated(node))) {
                    watch.see(node.path().toString(), node.text());
                }
                AnswerGuard judge = TypedEvents.isStructure(node) ? null : guard;
                boolean json = Answer.isArguments(node);
                replace(node, TextFlow.alone(judge, keepsake, json, node.text()), into);
            } else if (node.kind() == JsonNode.Kind.NAME) {
                replace(node, TextFlow.alone(null, keepsake, false, node.text()), into);
            } else if (added > 0 && node.equals(event.number())) {
                into.replace(node.start(), node.end(), number(node, added));
            }
            tokens.see(node);
        }
        return into.finish();
    }

    private String piece(TypedEvent event, JsonNode node) {
        anyPiece = true;
        String lane = event.lane(node);
        watch.see(lane, node.text());
        Delta delta = new Delta(event, node);
        Text text =
                texts.computeIfAbsent(
                        lane,
                        _ ->
                                new Text(
                                        new TextFlow(
                                                guard, keepsake, kind.isJson(event.type(), node)),
                                        event.part(),
                                        delta));
        text.delta = delta;
        return text.flow.feed(node.text());
    }

    /** Deltas for what is still held back of the part that an event is about. */
    private void rests(TypedEvent event, List<Shown> into) {
        for (Text text : texts.values()) {
            if (text.flow.isHolding()
                    && (event.part().isEmpty() || event.part().equals(text.part))) {
                add(text, text.flow.finish(), event.number(), into);
            }
        }
    }

    @Override
    public List<Shown> overdue() {
        List<Shown> shown = new ArrayList<>(1);
        for (Text text : texts.values()) {
            add(text, text.flow.overdue(), null, shown);
        }
        return shown;
    }

    @Override
    public boolean isHolding() {
        return guard != null && texts.values().stream().anyMatch(text -> text.flow.isHolding());
    }

    private void add(Text text, String rest, @Nullable JsonNode numberOfNext, List<Shown> into) {
        if (!rest.isEmpty()) {
            into.add(rest(text, rest, numberOfNext));
        }
    }

    private Shown rest(Text text, String rest, @Nullable JsonNode numberOfNext) {
        TypedEvent before = text.delta.event();
        JsonSplice json = new JsonSplice(before.document().bytes());
        added++;
        for (JsonNode node : before.document().nodes()) {
            if (node.equals(text.delta.piece())) {
                replace(node, rest, json);
            } else if (node.equals(before.number())) {
                byte[] number =
                        numberOfNext == null
                                ? number(node, added)
                                : number(numberOfNext, added - 1);
                json.replace(node.start(), node.end(), number);
            }
        }
        return new Shown(before.type(), json.finish());
    }

    private static void replace(JsonNode node, String shown, JsonSplice into) {
        if (!shown.equals(node.text())) {
            into.replace(node.start(), node.end(), JsonSplice.quote(shown));
        }
    }

    /** Numbers go on without a gap where a delta was put in between. */
    private static byte[] number(JsonNode node, long more) {
        String text = node.text();
        try {
            text = String.valueOf(Long.parseLong(text) + more);
        } catch (NumberFormatException noWholeNumber) {
            // It stays as it is: nobody counts by it.
        }
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public List<Shown> finish(byte @Nullable [] receipt) {
        List<Shown> shown = new ArrayList<>(1);
        for (Text text : texts.values()) {
            if (text.flow.isHolding()) {
                add(text, text.flow.finish(), null, shown);
            }
        }
        for (Shown each : last) {
            shown.add(
                    receipt == null
                            ? each
                            : new Shown(
                                    each.name(), Answer.withMember(each.json(), "avow", receipt)));
        }
        last.clear();
        return shown;
    }

    @Override
    public CompletableFuture<AnswerFacts> facts() {
        byte[] sha256 = watch.sha256();
        return watch.finish()
                .thenApply(found -> new AnswerFacts(found, sha256, tokens.usage(), guard));
    }
}
