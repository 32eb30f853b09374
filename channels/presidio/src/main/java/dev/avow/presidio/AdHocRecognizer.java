package dev.avow.presidio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A caller's own recognizer, for one request.
 *
 * @param language the language of texts that it looks at
 * @param denyList null where there is none
 */
record AdHocRecognizer(
        String name,
        String entity,
        String language,
        List<AdHocPattern> patterns,
        @Nullable DenyList denyList,
        double denyListScore,
        int flags,
        List<String> context) {

    private static final Set<String> KNOWN =
            Set.of(
                    "name",
                    "supported_entity",
                    "supported_entities",
                    "supported_language",
                    "patterns",
                    "deny_list",
                    "deny_list_score",
                    "context",
                    "global_regex_flags",
                    "version",
                    "country_code");

    /** Reads one; refuses by field what Presidio would not take. */
    static AdHocRecognizer of(Fields fields, PresidioLimits limits) {
        fields.only(KNOWN);
        int flags = fields.flags("global_regex_flags", RegexFlags.USUAL);
        RegexFlags.re2(flags, fields.at("global_regex_flags"));
        List<AdHocPattern> patterns = new ArrayList<>();
        for (Fields each : fields.objects("patterns")) {
            patterns.add(pattern(each, flags, fields.at("global_regex_flags"), limits));
        }
        List<String> terms = fields.texts("deny_list");
        if (patterns.isEmpty() && terms.isEmpty()) {
            throw PresidioError.unreadable(
                    "Pattern recognizer should be initialized with patterns or with deny list; give"
                            + " "
                            + fields.at("patterns")
                            + " or "
                            + fields.at("deny_list"));
        }
        return new AdHocRecognizer(
                fields.text("name", "PatternRecognizer"),
                entity(fields),
                fields.text("supported_language", "en"),
                List.copyOf(patterns),
                terms.isEmpty() ? null : new DenyList(terms, (flags & 2) != 0),
                fields.score("deny_list_score", 1),
                flags,
                fields.texts("context"));
    }

    private static String entity(Fields fields) {
        String entity = fields.text("supported_entity");
        List<String> several = fields.texts("supported_entities");
        if (entity != null && !several.isEmpty()) {
            throw PresidioError.unreadable(
                    fields.at("supported_entity")
                            + " and supported_entities are both present; give one");
        }
        if (entity == null && !several.isEmpty()) {
            entity = several.getFirst();
        }
        if (entity == null || entity.isEmpty()) {
            throw PresidioError.unreadable(
                    "Pattern recognizer should be initialized with entity; give "
                            + fields.at("supported_entity"));
        }
        return entity;
    }

    private static AdHocPattern pattern(
            Fields fields, int flags, String flagsField, PresidioLimits limits) {
        fields.only(Set.of("name", "regex", "score"));
        String name = fields.text("name");
        String regex = fields.text("regex");
        if (name == null || regex == null || fields.get("score") == null) {
            throw PresidioError.unreadable(fields.at("name") + ", regex and score are all needed");
        }
        return new AdHocPattern(
                name,
                regex,
                fields.score("score", 0),
                Regex.compile(regex, flags, fields.at("regex"), flagsField, limits),
                flags);
    }

    /** What it finds in a text, context words counted in. */
    List<Result> find(String text, List<String> givenContext, Deadline deadline, Results results) {
        List<Result> found = new ArrayList<>();
        for (AdHocPattern pattern : patterns) {
            pattern.find(text, entity, name, deadline, results, found);
        }
        if (denyList != null) {
            Explanation why =
                    Explanation.ofPattern(name, "deny_list", "deny_list", denyListScore, flags);
            denyList.find(text, entity, denyListScore, why, deadline, results, found);
        }
        List<Result> boosted = new ArrayList<>();
        for (Result each : Result.withoutDuplicates(found)) {
            boosted.add(ContextBoost.boost(text, each, context, givenContext));
        }
        return boosted;
    }

    /** No pattern and no word: they are the caller's. */
    @Override
    public String toString() {
        return "AdHocRecognizer";
    }
}
