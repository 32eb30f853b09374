package dev.avow.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonDocumentTest {

    @Test
    void read_everyKindOfValue_saysWhereItsBytesAre() throws JsonProblem {
        for (long seed = 10_000; seed < 12_000; seed++) {
            byte[] json = new RandomJson(seed).document().getBytes(UTF_8);
            for (JsonNode node : JsonDocument.read(json).nodes()) {
                String slice = new String(json, node.start(), node.end() - node.start(), UTF_8);
                switch (node.kind()) {
                    case STRING, NAME -> {
                        assertThat(slice).startsWith("\"").endsWith("\"").hasSizeGreaterThan(1);
                        assertThat(
                                        JsonDocument.read(slice.getBytes(UTF_8))
                                                .nodes()
                                                .getFirst()
                                                .text())
                                .isEqualTo(node.text());
                    }
                    case NUMBER -> assertThat(slice).isEqualTo(node.text());
                    case BOOLEAN -> assertThat(slice).isEqualTo(node.text());
                    case NULL -> assertThat(slice).isEqualTo("null");
                    case OBJECT -> assertThat(slice).isEqualTo("{");
                    case ARRAY -> assertThat(slice).isEqualTo("[");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '"\\u0041\\u00e9\\u8bed"', 'Aé语'
                    '"\\ud83d\\ude00"', '😀'
                    '"\\uD83D\\uDE00"', '😀'
                    '"\\/\\\\\\""', '/\\"'
                    '"x\\u0040y.example"', 'x@y.example'
                    """)
    void read_escapes_areUndone(String json, String text) throws JsonProblem {
        assertThat(read(json).nodes().getFirst().text()).isEqualTo(text);
    }

    @Test
    void read_loneSurrogateEscapes_areKeptAsTheyAre() throws JsonProblem {
        assertThat(read("\"\\ud800\"").nodes().getFirst().text()).isEqualTo("\ud800");
        assertThat(read("\"a\\udc00b\"").nodes().getFirst().text()).isEqualTo("a\udc00b");
        assertThat(read("\"\\udc00\\ud800\"").nodes().getFirst().text()).isEqualTo("\udc00\ud800");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void read_otherUnicodeForms_areRefused(String charset) {
        JsonProblem problem = refuse("{\"a\":\"b\"}".getBytes(Charset.forName(charset)));

        assertThat(problem.kind()).isEqualTo(JsonProblem.Kind.INVALID_UTF8);
    }

    @ParameterizedTest
    @CsvSource({
        "a zero byte in a string, 22610022",
        "a zero byte after the value, 2200",
        "a lone continuation byte, 228022",
        "a sequence cut by the string's end, 22c322",
        "a sequence cut by the document's end, 22c3",
        "an overlong slash, 22c0af22",
        "an overlong three-byte slash, 22e080af22",
        "a surrogate, 22eda08022",
        "a pair of surrogates (CESU-8), 22eda0bdedb88022",
        "above U+10FFFF, 22f490808022",
        "a byte that never stands, 22ff22",
        "latin-1, 22e922",
        "a UTF-16 mark, fffe2200"
    })
    void read_invalidUtf8_isRefused(String why, String hex) {
        JsonProblem problem = refuse(HexFormat.of().parseHex(hex));

        assertThat(problem.kind()).as(why).isEqualTo(JsonProblem.Kind.INVALID_UTF8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "[1,]",
                "{\"a\":}",
                "{\"a\" 1}",
                "{a:1}",
                "{'a':1}",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\ud8\"",
                "01",
                "+1",
                "1.",
                ".5",
                "0x1",
                "NaN",
                "Infinity",
                "nul",
                "tru",
                "{} {}",
                "{}x",
                "[1] //c",
                "/**/1",
                "\"a\nb\"",
                "\"a\u0001b\"",
                "[1 2]",
                "]",
                "{\"a\":1,}",
                "1 1",
                "\"a\"\"b\""
            })
    void read_malformed_isRefusedWithoutQuotingIt(String json) {
        JsonProblem problem = refuse(json.getBytes(UTF_8));

        assertThat(problem.kind()).isEqualTo(JsonProblem.Kind.MALFORMED);
        assertThat(problem.getMessage())
                .matches(
                        "the (JSON|body) [a-z, 0-9A-Z]+|something follows the end of the JSON"
                                + " value");
        assertThat(problem.getCause()).isNull();
    }

    @Test
    void read_malformedWithContent_saysThePlaceOnly() {
        String message =
                refuse("{\"a\":\n \"ok\", \"secret-name\" \"s3cret\"}".getBytes(UTF_8))
                        .getMessage();

        assertThat(message).contains("line 2").doesNotContain("cret");
    }

    @Test
    void read_byteOrderMark_isLeftOut() throws JsonProblem {
        JsonDocument document = read("\ufeff{\"a\":\"b\"}");

        assertThat(new String(document.bytes(), UTF_8)).isEqualTo("{\"a\":\"b\"}");
        assertThat(document.nodes().getFirst().start()).isZero();
    }

    @Test
    void read_byteOrderMarkElsewhere_isMalformedOrText() throws JsonProblem {
        assertThat(refuse("{}\ufeff".getBytes(UTF_8)).kind()).isEqualTo(JsonProblem.Kind.MALFORMED);
        assertThat(read("\"\ufeffa\"").nodes().getFirst().text()).isEqualTo("\ufeffa");
    }

    @Test
    void read_nameWithALoneSurrogate_isRefused() {
        assertThat(refuse("{\"\\ud800\":1}".getBytes(UTF_8)).kind())
                .isEqualTo(JsonProblem.Kind.MALFORMED);
    }

    @Test
    void read_twoHundredDeep_isTheLimit() throws JsonProblem {
        assertThat(read("[".repeat(200) + "]".repeat(200)).nodes()).hasSize(200);
        assertThat(refuse(("[".repeat(201) + "]".repeat(201)).getBytes(UTF_8)).kind())
                .isEqualTo(JsonProblem.Kind.MALFORMED);
        assertThat(refuse("{\"a\":".repeat(100_000).getBytes(UTF_8)).kind())
                .isEqualTo(JsonProblem.Kind.MALFORMED);
    }

    @Test
    void read_numbersOfAnyForm_standAsTheyWereWritten() throws JsonProblem {
        List<String> numbers =
                List.of("-0", "1e400", "-1.50E-07", "9".repeat(1_000), "0." + "1".repeat(900));
        List<JsonNode> nodes = read("[" + String.join(" , ", numbers) + "]").nodes();

        assertThat(nodes.subList(1, nodes.size()).stream().map(JsonNode::text)).isEqualTo(numbers);
    }

    @Test
    void read_numberTooLong_isRefused() {
        assertThat(refuse("9".repeat(1_001).getBytes(UTF_8)).kind())
                .isEqualTo(JsonProblem.Kind.MALFORMED);
    }

    @Test
    void read_duplicateNames_areAllSeen() throws JsonProblem {
        List<JsonNode> nodes = read("{\"a\":\"one\",\"\\u0061\":\"two\"}").nodes();

        assertThat(nodes.stream().map(JsonNode::text)).containsExactly("", "a", "one", "a", "two");
        assertThat(nodes.get(4).path().isTopLevel("a")).isTrue();
    }

    @Test
    void read_veryLongNameAndString_areTaken() throws JsonProblem {
        String longText = "x\\n".repeat(400_000);

        assertThat(read("\"" + longText + "\"").nodes().getFirst().text()).hasSize(800_000);
        assertThat(read("{\"" + "n".repeat(50_000) + "\":1}").nodes()).hasSize(3);
    }

    /** Ten megabytes of {@code [0,0,…]} once became a gigabyte of nodes. */
    @Test
    void read_millionsOfTinyValues_areRefusedBeforeTheyFillTheMemory() {
        byte[] json = ("[" + "0,".repeat(3_000_000) + "0]").getBytes(UTF_8);

        assertThat(refuse(json).kind()).isEqualTo(JsonProblem.Kind.TOO_MANY);
    }

    @Test
    void read_severalDocuments_shareTheirTokens() throws JsonProblem {
        JsonTokens tokens = new JsonTokens(6);

        JsonDocument.read("{\"a\":1}".getBytes(UTF_8), tokens);
        assertThat(tokens.left()).isEqualTo(3);
        JsonDocument.read("[1,2]".getBytes(UTF_8), tokens);
        assertThat(
                        catchThrowableOfType(
                                        JsonProblem.class,
                                        () -> JsonDocument.read("1".getBytes(UTF_8), tokens))
                                .kind())
                .isEqualTo(JsonProblem.Kind.TOO_MANY);
    }

    @Test
    void withoutNodes_keepsTheBytesOnly() throws JsonProblem {
        JsonDocument document = read("[1]");

        assertThat(document.withoutNodes().nodes()).isEmpty();
        assertThat(document.withoutNodes().bytes()).isSameAs(document.bytes());
    }

    @Test
    void toString_anyPart_holdsNoContent() throws JsonProblem {
        JsonDocument document = read("{\"alice@mail.example\":[{\"s3cret\":\"s3cret\"}]}");

        assertThat(document.toString()).isEqualTo("JSON of 44 bytes");
        assertThat(document.nodes().toString()).doesNotContain("alice").doesNotContain("s3cret");
        assertThat(document.nodes().getLast().path().toString()).isEqualTo("…[0].…");
    }

    @Test
    void path_steps_areReachableByDepth() throws JsonProblem {
        JsonPath path = read("{\"a\":[0,{\"b\":\"c\"}]}").nodes().getLast().path();

        assertThat(path.depth()).isEqualTo(3);
        assertThat(path.toString()).isEqualTo("a[1].b");
        assertThat(path.at(1).name()).isEqualTo("a");
        assertThat(path.at(2).index()).isEqualTo(1);
        assertThat(path.at(0)).isSameAs(JsonPath.ROOT);
    }

    private static JsonDocument read(String json) throws JsonProblem {
        return JsonDocument.read(json.getBytes(UTF_8));
    }

    private static JsonProblem refuse(byte[] json) {
        return catchThrowableOfType(JsonProblem.class, () -> JsonDocument.read(json));
    }
}
