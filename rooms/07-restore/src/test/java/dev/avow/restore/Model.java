package dev.avow.restore;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.avow.admit.Admitted;
import dev.avow.admit.Caller;
import dev.avow.arrive.Arrival;
import dev.avow.arrive.ChatCompletions;
import dev.avow.arrive.RequestHead;
import dev.avow.classify.Classified;
import dev.avow.classify.Classifier;
import dev.avow.decide.Decider;
import dev.avow.decide.Decision;
import dev.avow.decide.MaskRules;
import dev.avow.decide.PolicySet;
import dev.avow.detector.api.Detector;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.recognizers.Recognizers;
import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonProblem;
import dev.avow.json.JsonSplice;
import dev.avow.mask.Keepsake;
import dev.avow.mask.Masked;
import dev.avow.mask.Masking;
import dev.avow.words.Destination;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A scripted model: it says what it is told to, with the pseudonyms that it was given. */
final class Model {

    static final Detector DETECTOR = Detectors.of(Recognizers.tier1());
    static final Duration BUDGET = Duration.ofMinutes(1);

    private Model() {}

    /** The keepsake of a prompt that holds this text. */
    static Masked masked(String prompt) {
        return masked(prompt, MaskRules.PSEUDONYMS);
    }

    static Masked masked(String prompt, MaskRules rules) {
        Decision decision = Decider.decide(classified(prompt), PolicySet.EMPTY, false);
        return Masking.mint(
                new Decision.Mask(decision.classified(), null, decision.risk(), rules),
                text -> text);
    }

    /** What a prompt that is this text holds. */
    static Classified classified(String prompt) {
        String body =
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":"
                        + quote(prompt)
                        + "}]}";
        Arrival.Understood arrival =
                (Arrival.Understood)
                        ChatCompletions.arrive(
                                new RequestHead("api", "", null, true), body.getBytes(UTF_8));
        return new Classifier(DETECTOR, BUDGET)
                .classify(
                        new Admitted(
                                arrival.arrived(),
                                new Caller(TenantId.DEFAULT, null, null, Set.of(), List.of()),
                                new Destination(
                                        TenantId.DEFAULT, Ids.next(), "p", "h.example", "m"),
                                Ids.next(),
                                Instant.EPOCH));
    }

    static Keepsake keepsake(String prompt) {
        return masked(prompt).keepsake();
    }

    static String quote(String text) {
        return new String(JsonSplice.quote(text), UTF_8);
    }

    /** An event in which one text of a choice goes on. */
    static String event(int choice, String path, String text) {
        String value = quote(text);
        String delta =
                switch (path) {
                    case "arguments" ->
                            "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":"
                                    + value
                                    + "}}]}";
                    case "function_call" -> "{\"function_call\":{\"arguments\":" + value + "}}";
                    default -> "{\"" + path + "\":" + value + "}";
                };
        return "{\"id\":\"x\",\"choices\":[{\"index\":"
                + choice
                + ",\"delta\":"
                + delta
                + ",\"finish_reason\":null}]}";
    }

    static String finish(int choice) {
        return "{\"id\":\"x\",\"choices\":[{\"index\":"
                + choice
                + ",\"delta\":{},\"finish_reason\":\"stop\"}]}";
    }

    /** All that one text of a choice came to, as a client would put it together. */
    static String together(List<String> events, int choice, String path) {
        StringBuilder text = new StringBuilder();
        String member =
                path.equals("function_call") || path.equals("arguments") ? "arguments" : path;
        for (String event : events) {
            List<JsonNode> nodes = nodes(event);
            boolean ours =
                    nodes.stream()
                            .anyMatch(node ->
                                    node.path().depth() == 3
                                            && node.path().name().equals("index")
                                            && node.kind() == JsonNode.Kind.NUMBER
                                            && node.text().equals(Integer.toString(choice)));
            for (JsonNode node : nodes) {
                if (ours
                        && node.kind() == JsonNode.Kind.STRING
                        && node.path().name().equals(member)) {
                    text.append(node.text());
                }
            }
        }
        return text.toString();
    }

    static List<JsonNode> nodes(String json) {
        try {
            return JsonDocument.read(json.getBytes(UTF_8)).nodes();
        } catch (JsonProblem notJson) {
            throw new AssertionError("no JSON: " + json, notJson);
        }
    }
}
