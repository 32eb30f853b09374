package dev.avow.telemetry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Prometheus' text format strictly: what is no comment must be a sample of a family that was
 * announced, and no sample may come twice.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">the format</a>
 */
public final class PrometheusText {

    private static final Pattern TYPE =
            Pattern.compile(
                    "# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)");
    private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) .*");
    private static final Pattern SAMPLE =
            Pattern.compile(
                    "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]"
                            + "|\\\\[\\\\\"n])*\",?)*\\})? (NaN|[+-]Inf|[-+0-9.eE]+)");

    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();

    private PrometheusText() {}

    /**
     * Reads it.
     *
     * @throws AssertionError naming the line that is none of the format
     */
    public static PrometheusText of(String text) {
        if (!text.endsWith("\n")) {
            throw new AssertionError("the last line has no end");
        }
        PrometheusText read = new PrometheusText();
        text.lines().forEach(read::take);
        return read;
    }

    private void take(String line) {
        Matcher type = TYPE.matcher(line);
        Matcher sample = SAMPLE.matcher(line);
        if (type.matches()) {
            if (types.put(type.group(1), type.group(2)) != null) {
                throw new AssertionError("announced twice: " + line);
            }
        } else if (sample.matches()) {
            if (!isAnnounced(sample.group(1))) {
                throw new AssertionError("of no family: " + line);
            }
            String labels = sample.group(2);
            String series = sample.group(1) + (labels == null ? "" : labels);
            if (samples.put(series, number(sample.group(3))) != null) {
                throw new AssertionError("told twice: " + line);
            }
        } else if (!HELP.matcher(line).matches()) {
            throw new AssertionError("none of the format: " + line);
        }
    }

    private boolean isAnnounced(String name) {
        return types.containsKey(name)
                || types.containsKey(name.replaceAll("_(bucket|count|sum)$", ""));
    }

    private static double number(String text) {
        return text.endsWith("Inf")
                ? (text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                : Double.parseDouble(text);
    }

    /** All, by name and labels as they stand there. */
    public Map<String, Double> samples() {
        return samples;
    }

    /** The sum of all samples of a name whose labels hold these texts; 0 where there is none. */
    public double sum(String name, String... labels) {
        return samples.entrySet().stream()
                .filter(each -> each.getKey().equals(name) || each.getKey().startsWith(name + "{"))
                .filter(each ->
                        Arrays.stream(labels).allMatch(label -> each.getKey().contains(label)))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
