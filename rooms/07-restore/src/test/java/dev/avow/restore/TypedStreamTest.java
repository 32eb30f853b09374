package dev.avow.restore;

import static dev.avow.restore.Model.quote;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.classify.Classification;
import dev.avow.json.JsonNode;
import dev.avow.mask.Keepsake;
import dev.avow.words.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** B1 on the routes whose events have a type. */
final class TypedStreamTest {

    private static final String SAID = "[[EMAIL_1], [PAYMENT_CARD_1][EMAIL_1]x [EMAIL_7] [EMAIL_";
    private static final String MEANT =
            "[\"john doe\"@example.com, 4111111111111111\"john doe\"@example.comx [EMAIL_7]"
                    + " [EMAIL_";

    private final Keepsake keepsake =
            Model.keepsake("\"john doe\"@example.com and 4111111111111111 [EMAIL_7]");

    /** How a route's stream says things. */
    enum Stream {
        MESSAGES(
                Route.MESSAGES,
                "{\"type\":\"content_block_delta\",\"index\":%d,\"delta\":{\"type\":\"text_delta\",\"text\":%s}}",
                "text",
                "{\"type\":\"content_block_delta\",\"index\":%d,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":%s}}",
                "partial_json",
                "{\"type\":\"content_block_stop\",\"index\":%d}",
                "{\"type\":\"message_stop\"}"),
        RESPONSES(
                Route.RESPONSES,
                "{\"type\":\"response.output_text.delta\",\"sequence_number\":4,\"item_id\":\"i\",\"output_index\":%d,\"content_index\":0,\"delta\":%s}",
                "delta",
                "{\"type\":\"response.function_call_arguments.delta\",\"sequence_number\":4,\"item_id\":\"i\",\"output_index\":%d,\"delta\":%s}",
                "delta",
                "{\"type\":\"response.output_item.done\",\"sequence_number\":5,\"output_index\":%d,\"item\":{}}",
                "{\"type\":\"response.completed\",\"sequence_number\":6,\"response\":{\"output\":[]}}");

        private final Route route;
        private final String text;
        private final String textMember;
        private final String arguments;
        private final String argumentsMember;
        private final String stop;
        private final String last;

        Stream(
                Route route,
                String text,
                String textMember,
                String arguments,
                String argumentsMember,
                String stop,
                String last) {
            this.route = route;
            this.text = text;
            this.textMember = textMember;
            this.arguments = arguments;
            this.argumentsMember = argumentsMember;
            this.stop = stop;
            this.last = last;
        }

        String says(int part, String piece) {
            return text.formatted(part, quote(piece));
        }

        String calls(int part, String piece) {
            return arguments.formatted(part, quote(piece));
        }

        String stops(int part) {
            return stop.formatted(part);
        }
    }

    @ParameterizedTest
    @EnumSource(Stream.class)
    void restore_cutAtEveryPairOfBorders_isWholeBeforeItsPartEnds(Stream stream) {
        for (int a = 0; a <= SAID.length(); a++) {
            for (int b = a; b <= SAID.length(); b++) {
                List<Shown> shown =
                        run(
                                stream,
                                stream.says(0, SAID.substring(0, a)),
                                stream.says(0, SAID.substring(a, b)),
                                stream.says(0, SAID.substring(b)),
                                stream.stops(0),
                                stream.last);
                assertThat(together(shown, 0, stream.textMember)).isEqualTo(MEANT);
                assertThat(json(shown.get(shown.size() - 2))).isEqualTo(renumbered(stream, shown));
            }
        }
    }

    /** The event that ends the part comes after all of its text, numbered one on for each rest. */
    private static String renumbered(Stream stream, List<Shown> shown) {
        int added = shown.size() - 5;
        return stream.stops(0).replace(":5,", ":" + (5 + added) + ",");
    }

    @ParameterizedTest
    @EnumSource(Stream.class)
    void restore_toolArgumentsCutAnywhere_areWellFormedJson(Stream stream) {
        String said = "{\"to\":\"[EMAIL_1]\",\"card\":\"[PAYMENT_CARD_1]\"}";
        for (int cut = 0; cut <= said.length(); cut++) {
            List<Shown> shown =
                    run(
                            stream,
                            stream.calls(1, said.substring(0, cut)),
                            stream.calls(1, said.substring(cut)),
                            stream.stops(1),
                            stream.last);
            List<JsonNode> nodes = Model.nodes(together(shown, 1, stream.argumentsMember));
            assertThat(nodes.get(2).text()).isEqualTo("\"john doe\"@example.com");
            assertThat(nodes.getLast().text()).isEqualTo("4111111111111111");
        }
    }

    @ParameterizedTest
    @EnumSource(Stream.class)
    void restore_partsInterleaved_areNotMixed(Stream stream) {
        for (int cut = 0; cut <= SAID.length(); cut++) {
            List<Shown> shown =
                    run(
                            stream,
                            stream.says(0, SAID.substring(0, cut)),
                            stream.says(1, SAID.substring(0, cut)),
                            stream.says(0, SAID.substring(cut)),
                            stream.stops(0),
                            stream.says(1, SAID.substring(cut)),
                            stream.stops(1),
                            stream.last);
            assertThat(together(shown, 0, stream.textMember)).isEqualTo(MEANT);
            assertThat(together(shown, 1, stream.textMember)).isEqualTo(MEANT);
        }
    }

    @Test
    void restore_pingInTheMiddle_endsNothing() {
        List<Shown> shown =
                run(
                        Stream.MESSAGES,
                        Stream.MESSAGES.says(0, "[EMA"),
                        "{\"type\":\"ping\"}",
                        Stream.MESSAGES.says(0, "IL_1]"),
                        Stream.MESSAGES.stops(0),
                        Stream.MESSAGES.last);

        assertThat(together(shown, 0, "text")).isEqualTo("\"john doe\"@example.com");
        assertThat(shown).extracting(Shown::name).contains("ping", "message_stop");
    }

    @Test
    void restore_wholeTextInTheLastEvent_isPutBackToo() {
        List<Shown> shown =
                run(
                        Stream.RESPONSES,
                        "{\"type\":\"response.completed\",\"response\":{\"output\":[{\"content\":[{\"text\":\"to"
                            + " [EMAIL_1]\"}]}]}}");

        assertThat(json(shown.getLast())).contains("to \\\"john doe\\\"@example.com");
    }

    @Test
    void facts_textThatIsSaidThrice_isCountedOnce() {
        StreamRestorer restorer = restorer(Stream.RESPONSES);
        restorer.restore(Stream.RESPONSES.says(0, "ask bob@mail.example").getBytes(UTF_8));
        restorer.restore(
                "{\"type\":\"response.output_text.done\",\"output_index\":0,\"text\":\"ask bob@mail.example\"}"
                        .getBytes(UTF_8));
        restorer.restore(
                "{\"type\":\"response.completed\",\"response\":{\"output\":[{\"content\":[{\"text\":\"ask bob@mail.example\"}]}],\"usage\":{\"input_tokens\":3,\"output_tokens\":4}}}"
                        .getBytes(UTF_8));
        AnswerFacts facts = restorer.facts().join();

        assertThat(facts.classifications()).extracting(Classification::count).containsExactly(1);
        assertThat(facts.tokensIn()).isEqualTo(3);
        assertThat(facts.tokensOut()).isEqualTo(4);
    }

    @Test
    void finish_withAReceipt_bringsItInTheLastEvent() {
        StreamRestorer restorer = restorer(Stream.MESSAGES);

        assertThat(restorer.restore(Stream.MESSAGES.last.getBytes(UTF_8))).isEmpty();
        assertThat(restorer.finish("{\"a\":1}".getBytes(UTF_8)))
                .extracting(TypedStreamTest::json)
                .containsExactly("{\"type\":\"message_stop\",\"avow\":{\"a\":1}}");
    }

    private StreamRestorer restorer(Stream stream) {
        return StreamRestorer.of(stream.route, Model.DETECTOR, Model.BUDGET, keepsake);
    }

    private List<Shown> run(Stream stream, String... events) {
        StreamRestorer restorer = restorer(stream);
        List<Shown> shown = new ArrayList<>();
        for (String event : events) {
            shown.addAll(restorer.restore(event.getBytes(UTF_8)));
        }
        shown.addAll(restorer.finish(null));
        return shown;
    }

    private static String json(Shown event) {
        return new String(event.json(), UTF_8);
    }

    /** All that one part of an answer came to, as a client would put it together. */
    private static String together(List<Shown> events, int part, String member) {
        StringBuilder text = new StringBuilder();
        for (Shown event : events) {
            if (!event.name().endsWith("delta")) {
                continue;
            }
            List<JsonNode> nodes = Model.nodes(json(event));
            boolean ours =
                    nodes.stream()
                            .anyMatch(node ->
                                    node.kind() == JsonNode.Kind.NUMBER
                                            && (node.path().isTopLevel("index")
                                                    || node.path().isTopLevel("output_index"))
                                            && node.text().equals(Integer.toString(part)));
            for (JsonNode node : nodes) {
                if (ours
                        && node.kind() == JsonNode.Kind.STRING
                        && node.path().name().equals(member)) {
                    text.append(node.text());
                }
            }
        }
        return text.toString();
    }
}
