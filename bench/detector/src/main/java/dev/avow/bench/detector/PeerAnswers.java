package dev.avow.bench.detector;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Avow's detector in the comparison with its peers: answers the requests that {@code
 * bench/detector/peers/protocol.py} describes, one JSON object a line. Places are in code points.
 * Time is that of the whole process, with its collector and compiler, since a peer's is too.
 */
final class PeerAnswers {

    private static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    private static final Map<String, Tier> MODES =
            Map.of("tier1", Tier.FIRST, "patterns", Tier.PATTERNS, "names", Tier.WITH_NAMES);

    private Detector loaded = Tier.WITH_NAMES.detector();
    private List<String> texts = List.of();
    private long found;

    private PeerAnswers() {}

    public static void main(String[] args) throws IOException {
        PeerAnswers answers = new PeerAnswers();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(MAPPER.writeValueAsString(answers.to(MAPPER.readTree(line))));
        }
    }

    private Map<String, Object> to(JsonNode asked) {
        return switch (asked.get("do").asString()) {
            case "find" -> Map.of("findings", texts(asked).stream().map(this::find).toList());
            case "load" -> {
                String mode = asked.get("mode").asString();
                loaded = Objects.requireNonNull(MODES.get(mode), "no such mode").detector();
                texts = texts(asked);
                yield Map.of();
            }
            default -> work((long) (asked.get("seconds").asDouble() * 1e9));
        };
    }

    private static List<String> texts(JsonNode asked) {
        List<String> texts = new ArrayList<>();
        asked.get("texts").forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private List<List<Object>> find(String text) {
        return Tier.WITH_NAMES.detector().scan(text, AMPLE).findings().stream()
                .map(finding -> row(text, finding))
                .toList();
    }

    private static List<Object> row(String text, Finding finding) {
        return List.of(
                finding.type().id(),
                text.codePointCount(0, finding.start()),
                text.codePointCount(0, finding.end()),
                finding.confidence());
    }

    private Map<String, Object> work(long nanos) {
        long characters = 0;
        long spent;
        long began = PROCESS.getProcessCpuTime();
        do {
            // A batch, since to ask for the processor time costs as much as a short text.
            for (int done = 0; done < 200_000; ) {
                for (String text : texts) {
                    found += loaded.scan(text, AMPLE).findings().size();
                    done += text.length();
                    characters += text.codePointCount(0, text.length());
                }
            }
            spent = PROCESS.getProcessCpuTime() - began;
        } while (spent < nanos);
        // What was found goes out, so that no scan can be left out by the compiler.
        return Map.of("characters", characters, "cpu", spent / 1e9, "found", found);
    }
}
