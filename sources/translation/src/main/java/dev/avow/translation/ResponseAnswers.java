package dev.avow.translation;

import dev.avow.wire.AnswerTranslator;
import java.util.ArrayList;
import java.util.List;

/** A chat completion, whole or in chunks, as a response or its events. For one call. */
final class ResponseAnswers implements AnswerTranslator {

    private final ResponseHead head;
    private final ResponseEvents events;

    ResponseAnswers(ResponseHead head) {
        this.head = head;
        this.events = new ResponseEvents(head);
    }

    @Override
    public byte[] whole(byte[] json) {
        Value completion = Faults.answer(json);
        Value choice = Faults.firstChoice(completion);
        Value message = choice.get("message");
        String id = completion.get("id").text();
        List<String> output = new ArrayList<>();
        for (String member : new String[] {"content", "refusal"}) {
            String text = message.get(member).text();
            if (!text.isEmpty()) {
                String kind = member.equals("content") ? "output_text" : "refusal";
                output.add(new ResponseItem(kind, "msg_" + id, "", "").json(text, true));
            }
        }
        for (Value call : message.get("tool_calls").items()) {
            Value function = call.get("function");
            String callId = call.get("id").text();
            ResponseItem item =
                    new ResponseItem(
                            "function_call", "fc_" + callId, callId, function.get("name").text());
            output.add(item.json(function.get("arguments").text(), true));
        }
        String reason = choice.get("finish_reason").text();
        return Writer.utf8(
                head.response(
                        id,
                        completion.get("model").text(),
                        reason.isEmpty() ? "stop" : reason,
                        String.join(",", output),
                        Tokens.openAi(completion.get("usage"), Tokens.NONE)));
    }

    @Override
    public List<byte[]> event(byte[] json) {
        return events.of(Faults.answer(json));
    }

    @Override
    public List<byte[]> end() {
        return events.end();
    }

    /** Both routes are of one API. */
    @Override
    public byte[] refusal(int status, byte[] json) {
        return Writer.utf8(Faults.refusal(json).raw());
    }
}
