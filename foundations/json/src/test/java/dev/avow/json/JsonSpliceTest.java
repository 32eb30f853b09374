package dev.avow.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B1: what is masked is replaced in place, and every other byte leaves as it came. */
final class JsonSpliceTest {

    private static final int DOCUMENTS = 2_000;

    @Test
    void finish_nothingReplaced_isByteIdentical() throws JsonProblem {
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            byte[] json = new RandomJson(seed).document().getBytes(UTF_8);
            assertThat(new JsonSplice(JsonDocument.read(json).bytes()).finish()).isEqualTo(json);
        }
    }

    @Test
    void finish_everyStringWrittenAnew_readsAsTheSameDocument() throws JsonProblem {
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            byte[] json = new RandomJson(seed).document().getBytes(UTF_8);
            JsonDocument before = JsonDocument.read(json);
            JsonSplice splice = new JsonSplice(json);
            for (JsonNode node : before.nodes()) {
                if (isString(node)) {
                    splice.replace(node.start(), node.end(), JsonSplice.quote(node.text()));
                }
            }
            assertThat(shape(JsonDocument.read(splice.finish()))).isEqualTo(shape(before));
        }
    }

    @Test
    void replace_randomStrings_changesThoseAndKeepsEveryOtherByte() throws JsonProblem {
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            Random random = new Random(seed);
            byte[] json = new RandomJson(seed).document().getBytes(UTF_8);
            JsonDocument before = JsonDocument.read(json);
            JsonSplice splice = new JsonSplice(json);
            List<String> wanted = new ArrayList<>();
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            int copied = 0;
            for (JsonNode node : before.nodes()) {
                String text = node.text();
                if (isString(node) && random.nextInt(3) == 0) {
                    text = "\"new\\ " + random.nextInt(100) + " 語😀\n";
                    byte[] quoted = JsonSplice.quote(text);
                    splice.replace(node.start(), node.end(), quoted);
                    expected.write(json, copied, node.start() - copied);
                    expected.writeBytes(quoted);
                    copied = node.end();
                }
                wanted.add(node.kind() + " " + text);
            }
            expected.write(json, copied, json.length - copied);
            byte[] after = splice.finish();
            assertThat(after).isEqualTo(expected.toByteArray());
            assertThat(shape(JsonDocument.read(after))).isEqualTo(wanted);
        }
    }

    @Test
    void replace_beforeAnEarlierOne_throws() {
        JsonSplice splice = new JsonSplice(new byte[10]).replace(4, 6, new byte[1]);

        assertThatThrownBy(() -> splice.replace(5, 7, new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "quote \" backslash \\ slash /",
                "\u0000\u0001\b\f\n\r\t\u001f\u007f",
                "é 語 😀 \u2028 \u2029",
                "\ud800",
                "\udc00",
                "\ud800\ud83d\ude00\udc00",
                "x\ud83d"
            })
    void quote_anyText_readsBackAsThatText(String text) throws JsonProblem {
        byte[] quoted = JsonSplice.quote(text);

        assertThat(JsonDocument.read(quoted).nodes().getFirst().text()).isEqualTo(text);
        assertThat(new String(quoted, UTF_8)).doesNotContain("\ufffd");
    }

    private static boolean isString(JsonNode node) {
        return node.kind() == JsonNode.Kind.STRING || node.kind() == JsonNode.Kind.NAME;
    }

    private static List<String> shape(JsonDocument document) {
        return document.nodes().stream().map(node -> node.kind() + " " + node.text()).toList();
    }
}
