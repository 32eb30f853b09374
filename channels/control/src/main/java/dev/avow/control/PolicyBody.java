package dev.avow.control;

import dev.avow.decide.Manner;
import dev.avow.decide.MaskRules;
import dev.avow.decide.Policy;
import dev.avow.decide.Rarely;
import dev.avow.decide.Risk;
import dev.avow.decide.Side;
import dev.avow.policies.CelExpression;
import dev.avow.policies.PolicyDraft;
import dev.avow.policies.PolicyValues;
import dev.avow.words.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy as a caller sends it. What is left out is enabled, without conditions or texts. */
record PolicyBody(
        String name,
        @Nullable String description,
        @Nullable Boolean enabled,
        Integer priority,
        @Nullable Conditions conditions,
        String action,
        @Nullable String message,
        @Nullable MaskingBody masking,
        @Nullable Boolean shadow,
        @Nullable Integer justification,
        @Nullable String appliesTo) {

    /** Null asks nothing. */
    record Conditions(
            @Nullable List<@Nullable String> platformId,
            @Nullable List<@Nullable String> userGroup,
            @Nullable List<@Nullable String> model,
            @Nullable List<@Nullable String> findingTypes,
            @Nullable String riskLevel,
            @Nullable TimeBody time,
            @Nullable Double sample,
            @Nullable String expression) {

        Policy.Conditions read() {
            if (expression != null && expression.indexOf('\0') >= 0) {
                throw Fault.wrong("conditions.expression", "an expression holds no U+0000");
            }
            return PolicyValues.conditions(
                    values("platform_id", platformId),
                    values("user_group", userGroup),
                    values("model", model),
                    values("finding_types", findingTypes),
                    riskLevel == null ? null : level(riskLevel),
                    new Rarely(
                            time == null ? null : time.read(),
                            sample,
                            expression == null ? null : CelExpression.written(expression)));
        }

        private static List<String> values(String name, @Nullable List<@Nullable String> values) {
            if (values == null) {
                return List.of();
            }
            String field = "conditions." + name;
            if (values.isEmpty()) {
                throw Fault.wrong(field, "give at least one value, or null to ask nothing");
            }
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) == null) {
                    throw Fault.wrong(field + "[" + i + "]", "a value is a string");
                }
            }
            return values.stream().map(String::valueOf).toList();
        }

        private static Risk.Level level(String id) {
            return Risk.Level.of(id)
                    .orElseThrow(() ->
                            Fault.wrong(
                                    "conditions.risk_level",
                                    "a risk level is low, medium, high or critical"));
        }
    }

    PolicyDraft read() {
        Policy.Action known = Policy.Action.of(action);
        if (known == null) {
            throw Fault.wrong("action", "an action is Block, Coach, Mask or Log");
        }
        return new PolicyDraft(
                name,
                description == null ? "" : description,
                enabled == null || enabled,
                priority,
                conditions == null
                        ? PolicyValues.conditions(List.of(), List.of(), List.of(), List.of(), null)
                        : conditions.read(),
                known,
                message,
                new Manner(
                        masking == null ? MaskRules.PSEUDONYMS : masking.read(),
                        shadow != null && shadow,
                        justification == null ? 0 : justification,
                        side()));
    }

    private Side side() {
        return Side.of(appliesTo == null ? "request" : appliesTo)
                .orElseThrow(() -> Fault.wrong("applies_to", "one of request, answer, both"));
    }
}
