package dev.avow.restore;

import dev.avow.classify.Classification;
import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonPath;
import dev.avow.json.JsonProblem;
import dev.avow.json.JsonSplice;
import dev.avow.mask.Keepsake;
import dev.avow.mask.UnmaskAccess;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a batch as they are kept: sealed, one JSON object a line, in the order of the file.
 * No originals come out but sealed. Pure; safe for any thread.
 */
public final class KeptLines {

    private KeptLines() {}

    /** The lines, sealed. */
    public static byte[] sealed(List<KeptLine> lines, UnaryOperator<byte[]> sealing) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(lines.size() * 256);
        for (KeptLine line : lines) {
            all.writeBytes(json(line).getBytes(StandardCharsets.UTF_8));
            all.write('\n');
        }
        return sealing.apply(all.toByteArray());
    }

    private static String json(KeptLine line) {
        StringBuilder json = new StringBuilder(256);
        text("{\"custom_id\":", line.customId(), json);
        text(",\"interaction\":", line.interaction().toString(), json);
        text(",\"at\":", line.at().toString(), json);
        text(",\"model\":", line.model(), json);
        json.append(",\"bytes\":").append(line.bytes());
        json.append(",\"tokens_each\":").append(line.tokensEach());
        json.append(",\"answers\":").append(line.answers());
        json.append(",\"picos\":").append(line.picos());
        json.append(",\"tokens\":").append(line.tokens());
        json.append(",\"in_clear\":").append(line.inClear()).append(",\"found\":[");
        String comma = "";
        for (Classification each : line.found()) {
            text(comma + "{\"type\":", each.type(), json);
            json.append(",\"tier\":").append(each.tier());
            json.append(",\"confidence\":").append(each.confidence());
            json.append(",\"count\":").append(each.count()).append('}');
            comma = ",";
        }
        json.append("],\"values\":{");
        comma = "";
        for (Map.Entry<String, String> each :
                new TreeMap<>(line.keepsake().unmaskedOriginals(UnmaskAccess.granted()))
                        .entrySet()) {
            text(comma, each.getKey(), json);
            text(":", each.getValue(), json);
            comma = ",";
        }
        return json.append("}}").toString();
    }

    private static void text(String before, String text, StringBuilder json) {
        json.append(before);
        JsonSplice.quote(text, json);
    }

    /**
     * Reads what {@link #sealed} made.
     *
     * @param unsealed as it was before it was sealed
     */
    public static List<KeptLine> opened(byte[] unsealed) {
        List<KeptLine> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < unsealed.length; at++) {
            if (unsealed[at] == '\n') {
                lines.add(line(java.util.Arrays.copyOfRange(unsealed, from, at)));
                from = at + 1;
            }
        }
        return lines;
    }

    private static KeptLine line(byte[] json) {
        List<JsonNode> nodes;
        try {
            nodes = JsonDocument.read(json).nodes();
        } catch (JsonProblem altered) {
            throw new IllegalStateException("what was kept of a batch's line is no JSON", altered);
        }
        Map<String, String> top = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        List<Map<String, String>> found = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonPath path = node.path();
            if (path.depth() == 0
                    || node.kind() == JsonNode.Kind.NAME
                    || node.kind() == JsonNode.Kind.NULL) {
                continue;
            }
            if (path.depth() == 1) {
                top.put(path.name(), node.text());
            } else if (path.depth() == 2 && path.at(1).name().equals("values")) {
                values.put(path.name(), node.text());
            } else if (path.depth() == 2) {
                found.add(new LinkedHashMap<>());
            } else {
                found.getLast().put(path.name(), node.text());
            }
        }
        return new KeptLine(
                of(top, "custom_id"),
                UUID.fromString(of(top, "interaction")),
                Instant.parse(of(top, "at")),
                of(top, "model"),
                found.stream().map(KeptLines::classification).toList(),
                Integer.parseInt(of(top, "bytes")),
                number(top, "tokens_each"),
                Long.parseLong(of(top, "answers")),
                number(top, "picos"),
                Long.parseLong(of(top, "tokens")),
                inClear(top, found.isEmpty() || !values.isEmpty()),
                Keepsake.of(values, UnmaskAccess.granted()));
    }

    /** What was kept before this was told is in clear unless something shows that it is not. */
    private static boolean inClear(Map<String, String> members, boolean surelyNot) {
        String told = members.get("in_clear");
        return told == null ? !surelyNot : Boolean.parseBoolean(told);
    }

    private static Classification classification(Map<String, String> one) {
        return new Classification(
                of(one, "type"),
                Integer.parseInt(of(one, "tier")),
                Double.parseDouble(of(one, "confidence")),
                Integer.parseInt(of(one, "count")));
    }

    private static @Nullable Long number(Map<String, String> members, String name) {
        String text = members.get(name);
        return text == null ? null : Long.valueOf(text);
    }

    private static String of(Map<String, String> members, String name) {
        return members.getOrDefault(name, "");
    }
}
