package dev.avow.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A chat's chunks as the stream of a response, one by one (OpenAI's API reference, "Responses:
 * streaming events"). That stream says every text again at its end, so the answer is kept, up to a
 * bound. For one stream.
 */
final class ResponseEvents {

    /** Above what any model writes, below what hurts. */
    private static final int MOST_CHARS = 8 << 20;

    private final ResponseHead head;
    private final List<byte[]> told = new ArrayList<>(4);
    private final List<String> output = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String id = "";
    private String model = "";
    private String reason = "";
    private Tokens tokens = Tokens.NONE;
    private boolean begun;
    private long kept;
    private int number;

    /** The item under way, and under which name chunks speak of it. */
    private @Nullable ResponseItem open;

    private String openAs = "";

    ResponseEvents(ResponseHead head) {
        this.head = head;
    }

    List<byte[]> of(Value chunk) {
        told.clear();
        if (!chunk.get("error").isAbsent()) {
            throw Faults.brokeOff(chunk.get("error").get("type").text(), MessageEvents.ERRORS);
        }
        List<Value> choices = chunk.get("choices").items();
        if (!choices.isEmpty()) {
            begin(chunk);
            Value choice = choices.getFirst();
            delta(choice.get("delta"));
            if (!choice.get("finish_reason").text().isEmpty()) {
                reason = choice.get("finish_reason").text();
            }
        }
        tokens = Tokens.openAi(chunk.get("usage"), tokens);
        return List.copyOf(told);
    }

    private void begin(Value chunk) {
        if (begun) {
            return;
        }
        begun = true;
        id = chunk.get("id").text();
        model = chunk.get("model").text();
        String response = head.response(id, model, "", "", null);
        tell("response.created", event -> event.name("response").raw(response));
        tell("response.in_progress", event -> event.name("response").raw(response));
    }

    private void delta(Value delta) {
        said("output_text", delta.get("content").text());
        said("refusal", delta.get("refusal").text());
        int place = 0;
        for (Value call : delta.get("tool_calls").items()) {
            Value index = call.get("index");
            called(call, index.isNumber() ? index.text() : "at " + place);
            place++;
        }
    }

    private void said(String kind, String piece) {
        if (piece.isEmpty()) {
            return;
        }
        ResponseItem item = open;
        if (item == null || !openAs.equals(kind)) {
            item = new ResponseItem(kind, "msg_" + id + "_" + output.size(), "", "");
            open(item, kind);
            ResponseItem begun = item;
            tell(
                    "response.content_part.added",
                    event -> in(begun, event).name("part").raw(begun.part("")));
        }
        more(item, piece);
    }

    /** Another id is another call, also where a server numbers all of them alike. */
    private void called(Value call, String index) {
        String callId = call.get("id").text();
        ResponseItem item = open;
        if (item == null
                || !openAs.equals(index)
                || !(callId.isEmpty() || callId.equals(item.callId()))) {
            String name = call.get("function").get("name").text();
            if (name.isEmpty()) {
                throw Faults.invalid(
                        "the provider's stream goes on with a tool call that it ended");
            }
            item = new ResponseItem("function_call", "fc_" + callId, callId, name);
            open(item, index);
        }
        String piece = call.get("function").get("arguments").text();
        if (!piece.isEmpty()) {
            more(item, piece);
        }
    }

    private void open(ResponseItem item, String as) {
        close();
        open = item;
        openAs = as;
        tell(
                "response.output_item.added",
                event ->
                        event.member("output_index", output.size())
                                .name("item")
                                .raw(item.json("", false)));
    }

    private void more(ResponseItem item, String piece) {
        kept += piece.length();
        if (kept > MOST_CHARS) {
            throw Faults.invalid("the provider's answer is longer than a response can be here");
        }
        text.append(piece);
        tell(
                item.events() + ".delta",
                event -> {
                    in(item, event).member("delta", piece);
                    logprobs(item, event);
                });
    }

    private void close() {
        ResponseItem item = open;
        if (item == null) {
            return;
        }
        String all = text.toString();
        tell(
                item.events() + ".done",
                event -> {
                    in(item, event).member(item.member(), all);
                    logprobs(item, event);
                    if (item.isCall()) {
                        event.member("name", item.name());
                    }
                });
        if (!item.isCall()) {
            tell(
                    "response.content_part.done",
                    event -> in(item, event).name("part").raw(item.part(all)));
        }
        String json = item.json(all, true);
        tell(
                "response.output_item.done",
                event -> event.member("output_index", output.size()).name("item").raw(json));
        output.add(json);
        text.setLength(0);
        open = null;
    }

    private Writer in(ResponseItem item, Writer event) {
        event.member("item_id", item.id()).member("output_index", output.size());
        return item.isCall() ? event : event.member("content_index", 0);
    }

    private static void logprobs(ResponseItem item, Writer event) {
        if (item.kind().equals("output_text")) {
            event.name("logprobs").raw("[]");
        }
    }

    List<byte[]> end() {
        told.clear();
        if (!begun) {
            throw Faults.invalid("the provider's stream ended before it held a choice");
        }
        close();
        String ended = reason.isEmpty() ? "stop" : reason;
        String response = head.response(id, model, ended, String.join(",", output), tokens);
        tell(
                "response." + ResponseHead.status(ended),
                event -> event.name("response").raw(response));
        return List.copyOf(told);
    }

    private void tell(String type, Consumer<Writer> more) {
        Writer event = new Writer().open('{').member("type", type);
        event.member("sequence_number", number++);
        more.accept(event);
        told.add(event.close('}').bytes());
    }
}
