package dev.avow.mask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonProblem;
import dev.avow.json.JsonSplice;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * B1: whatever holds a value, and wherever in a request it stands, no byte that leaves holds it,
 * and nothing else is changed.
 */
final class NothingLeaksTest {

    private static final List<String> VALUES =
            List.of(
                    "alice@mail.example",
                    "\"john doe\"@example.com",
                    "+33 6 12 34 56 78",
                    "+33612345678",
                    "4111 1111 1111 1111",
                    "4111111111111111",
                    "FR7630006000011234567890189",
                    "DE89 3704 0044 0532 0130 00",
                    "2 69 05 49 588 157 80",
                    "732 829 320 00074");

    /** Bare numbers that are found without a word beside them. */
    private static final List<String> NUMBERS = List.of("4111111111111111", "269054958815780");

    /** Each holds VALUE once, to be put there as text of a JSON string. */
    private static final List<String> PLACES =
            List.of(
                    messages("{\"role\":\"system\",\"content\":\"VALUE\"}"),
                    messages("{\"role\":\"user\",\"content\":\"a VALUE b\"}"),
                    messages("{\"role\":\"assistant\",\"content\":\"(VALUE)\"}"),
                    messages("{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":\"VALUE\"}"),
                    messages("{\"role\":\"user\",\"name\":\"VALUE\",\"content\":\"\"}"),
                    messages("{\"role\":\"VALUE\",\"content\":\"\"}"),
                    messages(
                            "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"VALUE\"}]}"),
                    messages("{\"role\":\"user\",\"content\":[{\"type\":\"VALUE\"}]}"),
                    messages(
                            "{\"role\":\"user\",\"content\":[{\"image_url\":{\"url\":\"https://h.example/?q=VALUE\"}}]}"),
                    messages(
                            "{\"role\":\"user\",\"content\":[{\"file\":{\"filename\":\"VALUE\"}}]}"),
                    messages("{\"role\":\"assistant\",\"refusal\":\"VALUE\",\"content\":null}"),
                    messages("{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"VALUE\"}]}"),
                    messages(
                            "{\"role\":\"assistant\",\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":\"VALUE\"}}]}"),
                    messages(
                            "{\"role\":\"assistant\",\"function_call\":{\"arguments\":\"VALUE\"}}"),
                    messages("{\"role\":\"user\",\"VALUE\":1}"),
                    messages("{\"role\":\"user\",\"x\":{\"y\":[{\"z\":\"VALUE\"}]}}"),
                    top("\"tools\":[{\"function\":{\"description\":\"for VALUE\"}}]"),
                    top(
                            "\"tools\":[{\"function\":{\"parameters\":{\"properties\":{\"p\":{\"enum\":[\"VALUE\"]}}}}}]"),
                    top(
                            "\"tools\":[{\"function\":{\"parameters\":{\"properties\":{\"VALUE\":{}}}}}]"),
                    top("\"metadata\":{\"k\":\"VALUE\"}"),
                    top("\"metadata\":{\"VALUE\":\"v\"}"),
                    top("\"user\":\"VALUE\""),
                    top("\"stop\":\"VALUE\""),
                    top("\"stop\":[\"x\",\"VALUE\"]"),
                    top("\"prediction\":{\"type\":\"content\",\"content\":\"VALUE\"}"),
                    top(
                            "\"response_format\":{\"json_schema\":{\"schema\":{\"description\":\"VALUE\"}}}"),
                    top("\"web_search_options\":{\"user_location\":{\"city\":\"VALUE\"}}"),
                    top("\"future\":\"VALUE\""),
                    top("\"VALUE\":null"),
                    top("\"metadata\":{\"model\":\"VALUE\",\"messages\":\"VALUE\"}"),
                    "{\"user\":\"VALUE\",\"messages\":[{\"role\":\"user\",\"content\":\"VALUE\",\"content\":\"VALUE\"}],\"model\":\"m\"}",
                    " {\n"
                        + "\t\"messages\" : [ { \"content\" : \"VALUE\" , \"role\" : \"user\" } ] ,"
                        + " \"model\" : \"m\" , \"n\" : 1.50 }\r\n");

    static Stream<String> places() {
        return PLACES.stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void mint_valueAsPlainText_isNowhereInWhatLeaves(String place) throws JsonProblem {
        for (String value : VALUES) {
            verify(place, value, escaped(value));
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void mint_valueInJsonEscapes_isNowhereInWhatLeaves(String place) throws JsonProblem {
        for (String value : VALUES) {
            StringBuilder units = new StringBuilder();
            value.chars().forEach(c -> units.append(String.format("\\u%04x", c)));
            verify(place, value, units.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void mint_valueInNestedJson_isNowhereInWhatLeaves(String place) throws JsonProblem {
        for (String value : VALUES) {
            String quoted = "\"" + escaped(value) + "\"";
            String at = "\"x " + escaped(value).replace("@", "\\u0040") + "\"";
            for (String nested :
                    List.of(
                            "{\"k\":" + quoted + "}",
                            "{" + quoted + ":1}",
                            "[0," + at + "]",
                            "{\"a\":{\"b\":[{\"c\":" + quoted + "}]}}",
                            " {\"k\" : " + quoted + " }\n",
                            "{\"k\":\"" + escaped("{\"in\":" + quoted + "}") + "\"}",
                            "{\"k\":" + quoted + ",}",
                            "{\"k\":" + quoted + "}\n{\"k\":" + quoted + "}")) {
                verify(place, value, escaped(nested));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void mint_bareNumberInNestedJson_isNowhereInWhatLeaves(String place) throws JsonProblem {
        for (String number : NUMBERS) {
            // Within longer text a decimal point makes it a decimal to the detector.
            boolean alone = place.matches("(?s).*[:\\[,] ?\"VALUE\"(?! ?:).*");
            for (String form :
                    alone ? List.of(number, number + ".0", number + "e0") : List.of(number)) {
                verify(place, number, escaped("{\"n\":" + form + "}"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void mint_bareNumberInAnyPlace_isNowhereInWhatLeaves(String place) throws JsonProblem {
        boolean mayBeNumber =
                place.contains(":\"VALUE\"")
                        && !place.matches(
                                "(?s).*\"(role|content|text|arguments)\" ?: ?\"VALUE\".*");
        if (mayBeNumber) {
            for (String number : NUMBERS) {
                for (String form : List.of(number, number + ".0", "-" + number)) {
                    String body = place.replace("\"VALUE\"", form);
                    nowhere(Letters.outbound(body), number);
                }
            }
        }
    }

    @Test
    void mint_valueInATextAttachment_isNowhereInWhatLeaves() throws JsonProblem {
        for (String value : VALUES) {
            String csv = "id;who\n1;" + value + "\n";
            String data = Base64.getEncoder().encodeToString(csv.getBytes(UTF_8));
            for (String head :
                    List.of("data:text/csv;base64,", "data:application/vnd.ms-excel;base64,", "")) {
                verify(
                        messages(
                                "{\"role\":\"user\",\"content\":[{\"file\":{\"file_data\":\"VALUE\"}}]}"),
                        value,
                        head + data);
            }
        }
    }

    @Test
    void mint_percentEncoded_isNowhereInWhatLeaves() throws JsonProblem {
        verify(PLACES.get(1), "alice@mail.example", "https://h.example/?to=alice%40mail.example&x");
        verify(PLACES.get(1), "+33612345678", "tel=%2B33612345678&x");
    }

    @Test
    void mint_theModel_isTheProvidersAndOnlyThere() {
        assertThat(
                        Letters.outbound(
                                "{\"x\":{\"model\":\"m\"},\"model\":\"p/m\",\"messages\":[{\"role\":\"u\",\"model\":\"m\"}],\"n\":1}"))
                .isEqualTo(
                        "{\"x\":{\"model\":\"m\"},\"model\":\"model-1\",\"messages\":[{\"role\":\"u\",\"model\":\"m\"}],\"n\":1}");
        assertThat(Letters.outbound("{\"messages\":[{\"role\":\"u\"}],\"model\":\"p/m\"}"))
                .isEqualTo("{\"messages\":[{\"role\":\"u\"}],\"model\":\"model-1\"}");
    }

    /** What is not a finding, a pseudonym or the model leaves as it came, byte for byte. */
    private static void verify(String place, String value, String inJson) throws JsonProblem {
        String body = place.replace("VALUE", inJson);
        String outbound = Letters.outbound(body);
        nowhere(outbound, value);
        List<JsonNode> before = JsonDocument.read(body.getBytes(UTF_8)).nodes();
        JsonDocument after = JsonDocument.read(outbound.getBytes(UTF_8));
        assertThat(after.nodes()).hasSameSizeAs(before);
        JsonSplice expected = new JsonSplice(body.getBytes(UTF_8));
        for (int i = 0; i < before.size(); i++) {
            JsonNode old = before.get(i);
            JsonNode now = after.nodes().get(i);
            if (!old.text().equals(now.text())) {
                assertThat(
                                old.path().isTopLevel("model")
                                        || now.text().contains("_1]")
                                        || decoded(now.text()).contains("_1]"))
                        .as(outbound)
                        .isTrue();
                byte[] written =
                        java.util.Arrays.copyOfRange(after.bytes(), now.start(), now.end());
                expected.replace(old.start(), old.end(), written);
            }
        }
        assertThat(outbound).isEqualTo(new String(expected.finish(), UTF_8));
    }

    private static void nowhere(String outbound, String value) {
        List<String> readings = new ArrayList<>();
        try {
            readings(outbound, 0, readings);
        } catch (JsonProblem notJson) {
            throw new AssertionError("what leaves is no JSON: " + outbound, notJson);
        }
        String bare = value.replace(" ", "");
        for (String reading : readings) {
            assertThat(reading).doesNotContain(value);
            assertThat(reading.replace(" ", "")).doesNotContain(bare);
        }
    }

    /** The bytes themselves, and every text in them with its own encodings undone. */
    private static void readings(String json, int depth, List<String> into) throws JsonProblem {
        into.add(json);
        for (JsonNode node : JsonDocument.read(json.getBytes(UTF_8)).nodes()) {
            String text = node.text();
            into.add(text);
            into.add(decoded(text));
            into.add(unescaped(text));
            if (text.contains("%") && !text.contains("% ")) {
                into.add(URLDecoder.decode(text, UTF_8));
            }
            if (depth < 4 && (text.strip().startsWith("{") || text.strip().startsWith("["))) {
                try {
                    readings(text, depth + 1, into);
                } catch (JsonProblem plainText) {
                    into.add(text);
                }
            }
        }
    }

    private static String unescaped(String text) {
        return java.util.regex.Pattern.compile("\\\\u([0-9a-fA-F]{4})")
                .matcher(text)
                .replaceAll(m ->
                        java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(m.group(1), 16))))
                .replace("\\\"", "\"");
    }

    private static String decoded(String text) {
        try {
            return new String(
                    Base64.getDecoder().decode(text.substring(text.indexOf(',') + 1)), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static String escaped(String text) {
        StringBuilder into = new StringBuilder();
        JsonSplice.escape(text, into);
        return into.toString();
    }

    private static String messages(String message) {
        return "{\"model\":\"m\",\"messages\":[" + message + "],\"temperature\":0.70}";
    }

    private static String top(String member) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],"
                + member
                + ",\"model\":\"m\"}";
    }
}
