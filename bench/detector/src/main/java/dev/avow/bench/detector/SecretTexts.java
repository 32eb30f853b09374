package dev.avow.bench.detector;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Finding;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.secrets.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often the detector is right on texts with and without secrets, as {@code
 * bench/detector/secrets} makes them: each belongs to a rule of gitleaks, which must match it or
 * must not. A key is found where a finding of any secret type touches it; a text that the rule must
 * not match is wrong where anything of these types is found in it.
 *
 * <p>The rules are parted in two by a hash of their names. While the detector is changed, one half
 * is looked at, and of the other totals alone are read.
 */
final class SecretTexts {

    /** Which half of the rules. */
    enum Half {
        LOOKED_AT,
        KEPT_APART;

        static Half of(String rule) {
            try {
                byte[] hash =
                        MessageDigest.getInstance("SHA-256")
                                .digest(rule.getBytes(StandardCharsets.UTF_8));
                return hash[0] >= 0 ? LOOKED_AT : KEPT_APART;
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        }

        String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);

    /** What is not told by the secrets' recognizers, but opens something too. */
    private static final Set<String> PATTERNS = Set.of("jwt", "url_credentials");

    private record Case(
            String rule, String text, List<Finding> found, boolean right, boolean secret) {}

    private static final class Count {
        private int keys;
        private int met;
        private int others;
        private int wrong;
        private int wrongWithKeyOfAnotherRule;
        private int wrongWithFormOfAKey;

        void add(Case each, boolean otherRule, boolean keyForm) {
            if (each.secret()) {
                keys++;
                met += each.right() ? 1 : 0;
            } else {
                others++;
                boolean no = !each.right();
                wrong += no ? 1 : 0;
                wrongWithKeyOfAnotherRule += no && otherRule ? 1 : 0;
                wrongWithFormOfAKey += no && keyForm ? 1 : 0;
            }
        }

        void add(Count other) {
            keys += other.keys;
            met += other.met;
            others += other.others;
            wrong += other.wrong;
            wrongWithKeyOfAnotherRule += other.wrongWithKeyOfAnotherRule;
            wrongWithFormOfAKey += other.wrongWithFormOfAKey;
        }

        double recall() {
            return met / (double) Math.max(1, keys);
        }

        double strict() {
            return met / (double) Math.max(1, met + wrong);
        }

        double otherRulesKeysCount() {
            return (met + wrongWithKeyOfAnotherRule) / (double) Math.max(1, met + wrong);
        }

        double formsLeftOut() {
            return met / (double) Math.max(1, met + wrong - wrongWithFormOfAKey);
        }
    }

    private final Set<String> types = new HashSet<>(PATTERNS);
    private final Map<String, Count> rules = new TreeMap<>();
    private final List<Case> disagreements = new ArrayList<>();

    /** Reads and scans the texts of a file. */
    SecretTexts(Path file) throws IOException {
        for (Recognizer recognizer : Secrets.tier2()) {
            types.add(recognizer.type().id());
        }
        for (JsonNode each : new JsonMapper().readTree(file.toFile())) {
            add(each);
        }
    }

    private void add(JsonNode labelled) {
        String rule = labelled.get("rule").asString();
        String text = labelled.get("text").asString();
        boolean secret = labelled.get("secret").asBoolean();
        int start = text.offsetByCodePoints(0, labelled.get("start").asInt());
        int end = text.offsetByCodePoints(0, labelled.get("end").asInt());
        List<Finding> found =
                Tier.PATTERNS.detector().scan(text, AMPLE).findings().stream()
                        .filter(finding -> types.contains(finding.type().id()))
                        .toList();
        boolean right =
                secret
                        ? found.stream().anyMatch(f -> f.start() < end && start < f.end())
                        : found.isEmpty();
        Case one = new Case(rule, text, found, right, secret);
        rules.computeIfAbsent(rule, _ -> new Count())
                .add(
                        one,
                        labelled.get("other_rule").asBoolean(),
                        labelled.get("key_form").asBoolean());
        if (!right) {
            disagreements.add(one);
        }
    }

    /** Totals of all rules and of each half. */
    String totals() {
        StringBuilder table =
                new StringBuilder(
                        """
                        | rules | with a key | recall | without | wrong | precision | where another rule's key is right | without texts that hold a key's form |
                        | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                        """);
        append(table, "all", sum(List.of(Half.values())));
        for (Half half : Half.values()) {
            append(table, half.title(), sum(List.of(half)));
        }
        return table.toString();
    }

    private Count sum(List<Half> halves) {
        Count sum = new Count();
        rules.forEach((rule, count) -> {
            if (halves.contains(Half.of(rule))) {
                sum.add(count);
            }
        });
        return sum;
    }

    private static void append(StringBuilder table, String title, Count count) {
        table.append(
                String.format(
                        Locale.ROOT,
                        "| %s | %d | %.3f | %d | %d | %.3f | %.3f | %.3f |%n",
                        title,
                        count.keys,
                        count.recall(),
                        count.others,
                        count.wrong,
                        count.strict(),
                        count.otherRulesKeysCount(),
                        count.formsLeftOut()));
    }

    /** The rules of a half with which the detector does not agree, without their texts. */
    String disagreements(Half half) {
        StringBuilder table =
                new StringBuilder("| " + half.title() + " | missed | of | wrong | of |\n")
                        .append("| --- | ---: | ---: | ---: | ---: |\n");
        rules.forEach((rule, count) -> {
            int missed = count.keys - count.met;
            if (Half.of(rule) == half && missed + count.wrong > 0) {
                table.append(
                        String.format(
                                Locale.ROOT,
                                "| %s | %d | %d | %d | %d |%n",
                                rule,
                                missed,
                                count.keys,
                                count.wrong,
                                count.others));
            }
        });
        return table.toString();
    }

    /** The texts of a half with which the detector does not agree, and what it found in them. */
    String texts(Half half) {
        StringBuilder list = new StringBuilder();
        for (Case each : disagreements) {
            if (Half.of(each.rule()) == half) {
                list.append(each.secret() ? "MISSED " : "WRONG ").append(each.rule());
                list.append('\n').append(each.text().indent(4));
                for (Finding finding : each.found()) {
                    String value = each.text().substring(finding.start(), finding.end());
                    list.append("  ").append(finding.type().id()).append(": ").append(value);
                    list.append('\n');
                }
            }
        }
        return list.toString();
    }
}
