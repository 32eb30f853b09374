package dev.avow.bench.detector;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often the detector is right on a labelled set in the form of presidio-research: an array of
 * {@code full_text} and {@code spans} ({@code entity_type}, {@code start_position}, {@code
 * end_position} in code points). A finding counts as right where it is of the label's type and the
 * two touch. Where all types are counted, the labels are the detector's own, and a finding of a
 * type that nobody labelled is wrong.
 */
final class Accuracy {

    private static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);

    /** Labels by the types that stand for them. */
    private static final Map<String, String> LABELS =
            Map.ofEntries(
                    Map.entry("email", "EMAIL_ADDRESS"),
                    Map.entry("phone", "PHONE_NUMBER"),
                    Map.entry("payment_card", "CREDIT_CARD"),
                    Map.entry("iban", "IBAN_CODE"),
                    Map.entry("us_ssn", "US_SSN"),
                    Map.entry("us_driver_license", "US_DRIVER_LICENSE"),
                    Map.entry("ipv4", "IP_ADDRESS"),
                    Map.entry("ipv6", "IP_ADDRESS"),
                    Map.entry("person", "PERSON"),
                    Map.entry("address", "ADDRESS"),
                    Map.entry("organization", "ORGANIZATION"));

    private static final class Count {
        private int right;
        private int wrong;
        private int labelled;
        private int met;

        void add(Count other) {
            right += other.right;
            wrong += other.wrong;
            labelled += other.labelled;
            met += other.met;
        }
    }

    private record Label(String type, int start, int end) {}

    private final Map<String, Count> counts = new TreeMap<>();
    private final boolean allTypes;

    /**
     * @param allTypes whether the labels are the detector's types, all of which count; else they
     *     are presidio-research's, and other types are passed over
     */
    Accuracy(boolean allTypes) {
        this.allTypes = allTypes;
    }

    String table(Path file, Tier tier) throws IOException {
        JsonNode set = new JsonMapper().readTree(file.toFile());
        for (JsonNode each : set) {
            String text = each.get("full_text").asString();
            List<Label> labels = new ArrayList<>();
            for (JsonNode span : each.get("spans")) {
                labels.add(
                        new Label(
                                span.get("entity_type").asString(),
                                text.offsetByCodePoints(0, span.get("start_position").asInt()),
                                text.offsetByCodePoints(0, span.get("end_position").asInt())));
            }
            compare(labels, tier.detector().scan(text, AMPLE).findings());
        }
        return print();
    }

    private void compare(List<Label> labels, List<Finding> findings) {
        for (Finding finding : findings) {
            String type = label(finding);
            if (type != null) {
                Count count = counts.computeIfAbsent(type, _ -> new Count());
                if (labels.stream().anyMatch(label -> touches(label, finding, type))) {
                    count.right++;
                } else {
                    count.wrong++;
                }
            }
        }
        for (Label label : labels) {
            if (allTypes || LABELS.containsValue(label.type())) {
                Count count = counts.computeIfAbsent(label.type(), _ -> new Count());
                count.labelled++;
                boolean met =
                        findings.stream()
                                .anyMatch(finding ->
                                        label.type().equals(label(finding))
                                                && touches(label, finding, label.type()));
                count.met += met ? 1 : 0;
            }
        }
    }

    /** What a finding is called in the set; null where it does not count. */
    private @Nullable String label(Finding finding) {
        String id = finding.type().id();
        return allTypes ? id : LABELS.get(id);
    }

    private static boolean touches(Label label, Finding finding, String type) {
        return label.type().equals(type)
                && finding.start() < label.end()
                && label.start() < finding.end();
    }

    private String print() {
        StringBuilder table =
                new StringBuilder(
                        """
                        | label | labelled | precision | recall | F1 | F2 |
                        | --- | ---: | ---: | ---: | ---: | ---: |
                        """);
        counts.forEach((type, count) -> append(table, type, count));
        Count all = new Count();
        counts.values().forEach(all::add);
        append(table, "**all**", all);
        return table.toString();
    }

    private static void append(StringBuilder table, String type, Count count) {
        double precision = count.right / (double) Math.max(1, count.right + count.wrong);
        double recall = count.met / (double) Math.max(1, count.labelled);
        table.append(
                String.format(
                        Locale.ROOT,
                        "| %s | %d | %.3f | %.3f | %.3f | %.3f |%n",
                        type,
                        count.labelled,
                        precision,
                        recall,
                        f(1, precision, recall),
                        f(2, precision, recall)));
    }

    private static double f(double beta, double precision, double recall) {
        double weight = beta * beta;
        double sum = weight * precision + recall;
        return sum == 0 ? 0 : (1 + weight) * precision * recall / sum;
    }
}
