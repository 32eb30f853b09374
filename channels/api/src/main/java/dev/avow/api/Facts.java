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
                    text(by.policy(), json);
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
        text(sent.policy(), json);
        json.append(",\"action\":\"").append(sent.action()).append("\",\"risk_score\":");
        json.append(sent.risk()).append(",\"text\":");
        text(promptAsItLeft.orElse(null), json);
        json.append(",\"received_by\":[");
        comma = "";
        for (Recipient each : receivedBy) {
            json.append(comma).append("{\"purpose\":");
            text(each.purpose(), json);
            json.append(",\"provider\":");
            text(each.provider(), json);
            json.append(",\"host\":");
            text(each.host(), json);
            json.append(",\"region\":");
            text(each.region(), json);
            json.append(",\"agreement\":");
            text(each.agreement(), json);
            json.append('}');
            comma = ",";
        }
        json.append(']');
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void text(@org.jspecify.annotations.Nullable String text, StringBuilder json) {
        if (text == null) {
            json.append("null");
        } else {
            json.append('"');
            JsonSplice.escape(text, json);
            json.append('"');
        }
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
