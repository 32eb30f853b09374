package dev.avow.mirror;

import static dev.avow.mirror.Json.bytes;
import static dev.avow.mirror.Json.quote;

import java.util.ArrayList;
import java.util.List;

/**
 * An answer in OpenAI's shape {@code response}, and as its stream of events.
 *
 * @param id what follows {@code resp_} and {@code msg_}
 * @param created in seconds since 1970
 * @param model as it was asked for
 * @param question what is answered
 */
record ResponsesAnswer(String id, long created, String model, Question question) implements Answer {

    @Override
    public byte[] whole() {
        return bytes(response("completed", "[" + item("completed", parts()) + "]", usage()));
    }

    @Override
    public List<byte[]> events() {
        List<byte[]> events = new ArrayList<>();
        String place = ",\"item_id\":" + quote("msg_" + id) + ",\"output_index\":0";
        String inPart = place + ",\"content_index\":0";
        String begun = response("in_progress", "[]", "null");
        add("response.created", ",\"response\":" + begun, events);
        add("response.in_progress", ",\"response\":" + begun, events);
        add(
                "response.output_item.added",
                ",\"output_index\":0,\"item\":" + item("in_progress", ""),
                events);
        add("response.content_part.added", inPart + ",\"part\":" + part(""), events);
        for (String piece : question.pieces()) {
            add(
                    "response.output_text.delta",
                    inPart + ",\"delta\":" + quote(piece) + ",\"logprobs\":[]",
                    events);
        }
        add(
                "response.output_text.done",
                inPart + ",\"text\":" + quote(question.text()) + ",\"logprobs\":[]",
                events);
        add("response.content_part.done", inPart + ",\"part\":" + parts(), events);
        add(
                "response.output_item.done",
                ",\"output_index\":0,\"item\":" + item("completed", parts()),
                events);
        String whole = response("completed", "[" + item("completed", parts()) + "]", usage());
        add("response.completed", ",\"response\":" + whole, events);
        return events;
    }

    private static void add(String type, String members, List<byte[]> into) {
        into.add(
                bytes(
                        "{\"type\":\""
                                + type
                                + "\",\"sequence_number\":"
                                + into.size()
                                + members
                                + "}"));
    }

    private String parts() {
        return part(question.text());
    }

    private static String part(String text) {
        return "{\"type\":\"output_text\",\"text\":"
                + quote(text)
                + ",\"annotations\":[],\"logprobs\":[]}";
    }

    private String item(String status, String content) {
        return "{\"id\":"
                + quote("msg_" + id)
                + ",\"type\":\"message\",\"role\":\"assistant\",\"status\":\""
                + status
                + "\",\"content\":["
                + content
                + "]}";
    }

    private String response(String status, String output, String usage) {
        return "{\"id\":"
                + quote("resp_" + id)
                + ",\"object\":\"response\",\"created_at\":"
                + created
                + ",\"status\":\""
                + status
                + "\",\"error\":null,\"incomplete_details\":null,\"instructions\":null,"
                + "\"metadata\":{},\"model\":"
                + quote(model)
                + ",\"output\":"
                + output
                + ",\"parallel_tool_calls\":true,\"temperature\":1,\"top_p\":1,"
                + "\"tool_choice\":\"auto\",\"tools\":[],\"usage\":"
                + usage
                + "}";
    }

    private String usage() {
        int in = question.tokensIn();
        int out = question.tokensOut();
        return "{\"input_tokens\":"
                + in
                + ",\"input_tokens_details\":{\"cached_tokens\":0,\"cache_write_tokens\":0},\"output_tokens\":"
                + out
                + ",\"output_tokens_details\":{\"reasoning_tokens\":0},\"total_tokens\":"
                + (in + out)
                + "}";
    }
}
