package dev.avow.presidio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What {@code /presidio/analyze} is asked. {@code correlation_id} and {@code log_decision_process}
 * are taken and have no effect: nothing of a text is logged here.
 *
 * @param isBatch whether an array of texts was sent; the answer then is one
 * @param language two letters
 * @param entities what is looked for; empty for everything
 * @param scoreThreshold null where everything is answered
 * @param context words that count as standing near everything that is found
 */
record AnalyzeRequest(
        List<String> texts,
        boolean isBatch,
        String language,
        Set<String> entities,
        @Nullable Double scoreThreshold,
        boolean returnDecisionProcess,
        List<AdHocRecognizer> adHocRecognizers,
        List<String> context,
        AllowList allowList) {

    static AnalyzeRequest of(JsonNode json, PresidioLimits limits) {
        Fields body = new Fields(json, "");
        checkCounts(body, limits);
        List<AdHocRecognizer> adHoc = new ArrayList<>();
        for (Fields each : body.objects("ad_hoc_recognizers")) {
            adHoc.add(AdHocRecognizer.of(each, limits));
        }
        JsonNode text = body.get("text");
        List<String> texts = texts(text);
        String language = body.text("language");
        if (language == null || language.isEmpty()) {
            throw new PresidioError(500, "No language provided");
        }
        return new AnalyzeRequest(
                texts,
                text != null && text.isArray(),
                language,
                Set.copyOf(body.texts("entities")),
                body.number("score_threshold"),
                body.flag("return_decision_process"),
                List.copyOf(adHoc),
                body.texts("context"),
                AllowList.of(body, limits));
    }

    private static List<String> texts(@Nullable JsonNode text) {
        List<String> texts = new ArrayList<>();
        if (text != null && text.isArray()) {
            for (JsonNode each : text) {
                texts.add(text(each, "text[" + texts.size() + "]"));
            }
        } else if (text != null && !text.asString("").isEmpty()) {
            texts.add(text(text, "text"));
        } else if (text != null && text.isObject()) {
            throw notAText("text");
        }
        if (texts.isEmpty()) {
            throw new PresidioError(500, "No text provided"); // the original's own status
        }
        return List.copyOf(texts);
    }

    /** Presidio takes numbers and truth values as texts too. */
    private static String text(JsonNode text, String where) {
        if (text.isBoolean()) {
            return text.asBoolean() ? "True" : "False";
        }
        if (text.isNull()) {
            return "None";
        }
        if (!text.isString() && !text.isNumber()) {
            throw notAText(where);
        }
        return text.asString();
    }

    private static PresidioError notAText(String where) {
        return PresidioError.unreadable(where + " must be a string or an array of strings");
    }

    /** Before anything is compiled. */
    private static void checkCounts(Fields body, PresidioLimits limits) {
        int patterns = 0;
        int terms = body.texts("allow_list").size();
        for (Fields each : body.objects("ad_hoc_recognizers")) {
            patterns += each.objects("patterns").size();
            terms += each.texts("deny_list").size();
        }
        if (patterns > limits.maxPatterns()) {
            throw tooMany("patterns", limits.maxPatterns(), "AVOW_PRESIDIO_MAX_PATTERNS");
        }
        if (terms > limits.maxTerms()) {
            throw tooMany(
                    "terms of deny_list and allow_list",
                    limits.maxTerms(),
                    "AVOW_PRESIDIO_MAX_TERMS");
        }
    }

    private static PresidioError tooMany(String what, int most, String setting) {
        return PresidioError.unreadable(
                "There are more than " + most + " " + what + "; send fewer, or raise " + setting);
    }

    /** How many texts, never one. */
    @Override
    public String toString() {
        return "AnalyzeRequest of " + texts.size() + " texts";
    }
}
