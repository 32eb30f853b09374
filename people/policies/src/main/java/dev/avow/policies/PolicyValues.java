package dev.avow.policies;

import dev.avow.decide.Expression;
import dev.avow.decide.MaskRules;
import dev.avow.decide.Policy;
import dev.avow.decide.Rarely;
import dev.avow.decide.Risk;
import dev.avow.decide.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A policy's values as plain maps and JSON: what the column {@code conditions} holds, what the
 * audit log keeps and what the API shows have the same names.
 */
public final class PolicyValues {

    private static final JsonMapper JSON = new JsonMapper();

    private PolicyValues() {}

    /** All eight members; null where the condition asks nothing. */
    public static Map<String, @Nullable Object> of(Policy.Conditions conditions) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("platform_id", orNull(conditions.platforms()));
        values.put("user_group", orNull(conditions.groups()));
        values.put("model", orNull(conditions.models()));
        values.put("finding_types", orNull(conditions.findingTypes()));
        values.put(
                "risk_level", conditions.riskLevel() == null ? null : conditions.riskLevel().id());
        values.put("time", RareValues.of(conditions.rarely().time()));
        values.put("sample", conditions.rarely().share());
        Expression expression = conditions.rarely().expression();
        values.put("expression", expression == null ? null : expression.source());
        return values;
    }

    private static @Nullable List<String> orNull(List<String> values) {
        return values.isEmpty() ? null : values;
    }

    /** What the audit log keeps of a policy before or after a change; nulls are left out. */
    static Map<String, Object> forAudit(Policy policy, String description) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        of(policy.conditions())
                .forEach((name, value) -> {
                    if (value != null) {
                        conditions.put(name, value);
                    }
                });
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", policy.name());
        values.put("description", description);
        values.put("enabled", policy.enabled());
        values.put("priority", policy.priority());
        values.put("conditions", conditions);
        values.put("action", policy.action().id());
        if (policy.message() != null) {
            values.put("message", policy.message());
        }
        if (!policy.manner().masking().equals(MaskRules.PSEUDONYMS)) {
            values.put("masking", MannerValues.of(policy.manner().masking()));
        }
        if (policy.manner().shadow()) {
            values.put("shadow", true);
        }
        if (policy.manner().justification() > 0) {
            values.put("justification", policy.manner().justification());
        }
        if (policy.manner().appliesTo() != Side.REQUEST) {
            values.put("applies_to", policy.manner().appliesTo().id());
        }
        return values;
    }

    static String json(Policy.Conditions conditions) {
        return JSON.writeValueAsString(of(conditions));
    }

    /** Reads what {@link #json} wrote. */
    static Policy.Conditions conditions(String json) {
        JsonNode values = JSON.readTree(json);
        JsonNode level = values.path("risk_level");
        return conditions(
                strings(values, "platform_id"),
                strings(values, "user_group"),
                strings(values, "model"),
                strings(values, "finding_types"),
                level.isString() ? Risk.Level.of(level.stringValue()).orElseThrow() : null,
                RareValues.rarely(values));
    }

    /** Conditions from their parts; null for a level that asks nothing. */
    // NullAway does not see the annotation of a nested type in another module's class file.
    @SuppressWarnings("NullAway")
    public static Policy.Conditions conditions(
            List<String> platforms,
            List<String> groups,
            List<String> models,
            List<String> findingTypes,
            Risk.@Nullable Level riskLevel) {
        return conditions(platforms, groups, models, findingTypes, riskLevel, Rarely.NOTHING);
    }

    /** Conditions from their parts; null for a level that asks nothing. */
    // NullAway does not see the annotation of a nested type in another module's class file.
    @SuppressWarnings("NullAway")
    public static Policy.Conditions conditions(
            List<String> platforms,
            List<String> groups,
            List<String> models,
            List<String> findingTypes,
            Risk.@Nullable Level riskLevel,
            Rarely rarely) {
        return new Policy.Conditions(platforms, groups, models, findingTypes, riskLevel, rarely);
    }

    private static List<String> strings(JsonNode values, String name) {
        List<String> strings = new ArrayList<>();
        values.path(name).forEach(each -> strings.add(each.stringValue()));
        return strings;
    }
}
