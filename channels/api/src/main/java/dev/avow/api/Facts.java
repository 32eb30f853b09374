package dev.avow.api;

import dev.avow.classify.Classification;
import dev.avow.decide.Decision;
import dev.avow.json.JsonSplice;
import dev.avow.record.Recipient;
import dev.avow.restore.Acted;
import dev.avow.restore.AnswerFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is told of a request beside its answer, as JSON. */
final class Facts {

    private Facts() {}

    /** For the record: the findings of the prompt. */
    static String classifications(List<Classification> prompt) {
        StringBuilder json = new StringBuilder(64).append('[');
        add(prompt, "prompt", List.of(), json);
        return json.append(']').toString();
    }

    /**
     * For the record: the findings of the prompt, then those of the answer, and what policies did
     * with these.
     */
    static String classifications(List<Classification> prompt, AnswerFacts answer) {
        StringBuilder json = new StringBuilder(64).append('[');
        add(prompt, "prompt", List.of(), json);
        add(withActed(answer), "answer", answer.acted(), json);
        return json.append(']').toString();
    }

    /** What policies acted on may lie in a part that the watch had not come to. */
    private static List<Classification> withActed(AnswerFacts answer) {
        List<Classification> all = new ArrayList<>(answer.classifications());
        for (Acted each : answer.acted()) {
            if (all.stream().noneMatch(one -> one.type().equals(each.found().type()))) {
                all.add(each.found());
            }
        }
        return all;
    }

    private static void add(
            List<Classification> all, String where, List<Acted> acted, StringBuilder json) {
        for (Classification each : all) {
            json.append(json.length() == 1 ? "" : ",")
                    .append("{\"type\":\"")
                    .append(each.type())
                    .append("\",\"confidence\":")
                    .append(Math.round(each.confidence() * 100) / 100.0)
                    .append(",\"tier\":")
                    .append(each.tier())
                    .append(",\"count\":")
                    .append(each.count())
                    .append(",\"in\":\"")
                    .append(where)
                    .append('"');
            for (Acted by : acted) {
                if (by.found().type().equals(each.type())) {
                    json.append(",\"policy\":");
                    JsonSplice.quote(by.policy(), json);
                    json.append(",\"action\":\"").append(by.action()).append('"');
                    break;
                }
            }
            json.append('}');
        }
    }

    /** The receipt that {@code Avow-Receipt: full} asks for. */
    static byte[] receipt(Sent sent, Optional<String> promptAsItLeft, List<Recipient> receivedBy) {
        StringBuilder json = new StringBuilder(256);
        json.append("{\"interaction_id\":\"")
                .append(sent.interactionId())
                .append("\",\"findings\":[");
        String comma = "";
        for (Classification each : sent.classifications()) {
            json.append(comma)
                    .append("{\"type\":\"")
                    .append(each.type())
                    .append("\",\"count\":")
                    .append(each.count())
                    .append('}');
            comma = ",";
        }
        json.append("],\"policy\":");
        JsonSplice.quote(sent.policy(), json);
        json.append(",\"action\":\"").append(sent.action()).append("\",\"risk_score\":");
        json.append(sent.risk()).append(",\"text\":");
        JsonSplice.quote(promptAsItLeft.orElse(null), json);
        json.append(",\"received_by\":").append(Recipient.json(receivedBy));
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The value of the header {@code Avow-Action}. */
    static String headerAction(Decision decision) {
        return switch (decision) {
            case Decision.Allow _ -> "allow";
            case Decision.Mask _ -> "mask";
            case Decision.Coach _ -> "coach";
            case Decision.Block _, Decision.Gap _ -> "block";
        };
    }
}
