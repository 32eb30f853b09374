package dev.avow.api;

import dev.avow.classify.Classification;
import dev.avow.decide.Decision;
import dev.avow.json.JsonSplice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is told of a request beside its answer, as JSON. */
final class Facts {

    private Facts() {}

    /** For the record: the findings of the prompt, then those of the answer. */
    static String classifications(List<Classification> prompt, List<Classification> answer) {
        StringBuilder json = new StringBuilder(64).append('[');
        add(prompt, "prompt", json);
        add(answer, "answer", json);
        return json.append(']').toString();
    }

    private static void add(List<Classification> all, String where, StringBuilder json) {
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
                    .append("\"}");
        }
    }

    /** The receipt that {@code Avow-Receipt: full} asks for. */
    static byte[] receipt(UUID interaction, Decision decision, Optional<String> promptAsItLeft) {
        StringBuilder json = new StringBuilder(256);
        json.append("{\"interaction_id\":\"").append(interaction).append("\",\"findings\":[");
        String comma = "";
        for (Classification each : decision.classified().classifications()) {
            json.append(comma)
                    .append("{\"type\":\"")
                    .append(each.type())
                    .append("\",\"count\":")
                    .append(each.count())
                    .append('}');
            comma = ",";
        }
        json.append("],\"policy\":");
        String policy = decision.policy();
        text(policy, json);
        json.append(",\"action\":\"").append(headerAction(decision)).append("\",\"risk_score\":");
        json.append(decision.risk().score()).append(",\"text\":");
        text(promptAsItLeft.orElse(null), json);
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
