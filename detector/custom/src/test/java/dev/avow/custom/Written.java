package dev.avow.custom;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.recognizers.Recognizers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Definitions as somebody writes them, and what they find. */
final class Written {

    static final Map<String, Integer> BUILT_IN =
            Map.of("email", 1, "phone", 1, "payment_card", 1, "iban", 1, "person", 2);
    static final DefinitionRules RULES = new DefinitionRules(BUILT_IN, DefinitionLimits.usual());
    static final Detector TIER_1 = Detectors.of(Recognizers.tier1());
    static final Budget BUDGET = new Budget(Integer.MAX_VALUE, 60_000_000_000L);

    private Written() {}

    /** Single quotes for double ones. */
    static Definitions file(String json) {
        return DefinitionJson.file(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** A detector of recognizers and lists that were checked. */
    static Detector detector(String json) {
        Definitions definitions = file(json);
        RULES.checkAll(definitions);
        return RULES.detector(TIER_1, definitions);
    }

    static Scan scan(String json, String text) {
        return detector(json).scan(text, BUDGET);
    }

    /** What is found, as {@code type:value}. */
    static List<String> found(String json, String text) {
        return scan(json, text).findings().stream()
                .map(each -> each.type() + ":" + text.substring(each.start(), each.end()))
                .toList();
    }

    static Finding only(String json, String text) {
        List<Finding> findings = scan(json, text).findings();
        if (findings.size() != 1) {
            throw new AssertionError("findings: " + findings.size());
        }
        return findings.getFirst();
    }
}
