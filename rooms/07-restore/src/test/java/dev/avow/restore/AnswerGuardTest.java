package dev.avow.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.decide.AnswerDecider;
import dev.avow.decide.Manner;
import dev.avow.decide.MaskMode;
import dev.avow.decide.MaskRules;
import dev.avow.decide.Policy;
import dev.avow.decide.PolicySet;
import dev.avow.decide.Side;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Scan;
import dev.avow.json.JsonNode;
import dev.avow.mask.Masked;
import dev.avow.mask.OwnValues;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers before they are released: what the model brought is judged, wherever it is cut. */
final class AnswerGuardTest {

    private static final String CARD = "4111 1111 1111 1111";
    private static final String LEAK =
            "the card of Eve is " + CARD + " and her address is eve@example.net, they said";
    private static final String CLEAN =
            "the card of Eve is <PAYMENT_CARD> and her address is <EMAIL>, they said";

    private static Policy policy(Policy.Action action, String... types) {
        return new Policy(
                Ids.next(),
                "answers",
                true,
                1,
                new Policy.Conditions(List.of(), List.of(), List.of(), List.of(types), null),
                action,
                null,
                new Manner(
                        new MaskRules(MaskMode.PSEUDONYM, Map.of(), false), false, 0, Side.ANSWER));
    }

    private static AnswerGuard guard(Masked asked, Policy policy) {
        return guard(asked, policy, Model.DETECTOR, HoldBack.USUAL);
    }

    private static AnswerGuard guard(
            Masked asked, Policy policy, Detector detector, HoldBack holdBack) {
        return new AnswerGuard(
                AnswerDecider.of(Model.classified(PROMPT), PolicySet.of(List.of(policy)))
                        .orElseThrow(),
                detector,
                false,
                Duration.ofSeconds(20),
                asked.keepsake(),
                OwnValues.of(Model.classified(PROMPT)),
                text -> text,
                holdBack);
    }

    private static final String PROMPT = "write to ada@example.org about 5555 5555 5555 4444";

    private static List<String> cut(String text, int size) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); at += size) {
            pieces.add(text.substring(at, Math.min(text.length(), at + size)));
        }
        return pieces;
    }

    private static List<String> stream(
            AnswerGuard guard, Masked asked, String path, String text, int size) {
        StreamRestorer restorer =
                StreamRestorer.of(
                        Route.CHAT_COMPLETIONS,
                        Model.DETECTOR,
                        Model.BUDGET,
                        asked.keepsake(),
                        Runnable::run,
                        guard);
        List<String> shown = new ArrayList<>();
        for (String piece : cut(text, size)) {
            restorer.restore(Model.event(0, path, piece).getBytes(UTF_8))
                    .forEach(each -> shown.add(new String(each.json(), UTF_8)));
        }
        restorer.restore(Model.finish(0).getBytes(UTF_8))
                .forEach(each -> shown.add(new String(each.json(), UTF_8)));
        restorer.finish(null).forEach(each -> shown.add(new String(each.json(), UTF_8)));
        return shown;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 19, 40, 200})
    void stream_valuesCutAnywhere_areMaskedBeforeTheyAreShown(int size) {
        Masked asked = Model.masked(PROMPT);

        List<String> shown =
                stream(guard(asked, policy(Policy.Action.MASK)), asked, "content", LEAK, size);

        assertThat(Model.together(shown, 0, "content")).isEqualTo(CLEAN);
        assertThat(shown).noneMatch(each -> each.contains("4111") || each.contains("eve@"));
    }

    @Test
    void stream_lowerCaseProse_isHeldBackByAWordAtMost() {
        Masked asked = Model.masked(PROMPT);
        GuardedText text = new GuardedText(guard(asked, policy(Policy.Action.MASK)), false);
        String prose = "these words are plain and nothing among them could become anything else ";
        int fed = 0;
        int given = 0;
        for (String piece : cut(prose.repeat(5), 4)) {
            fed += piece.length();
            given += text.feed(piece).length();
            assertThat(fed - given).isLessThan(24);
        }
    }

    @Test
    void ownValues_restoredOrRepeated_areTheCallers() {
        Masked asked = Model.masked(PROMPT);
        String said = "wrote to [EMAIL_1] and ada@example.org about 5555-5555-5555-4444, then ada";

        List<String> shown =
                stream(guard(asked, policy(Policy.Action.MASK)), asked, "content", said, 3);

        assertThat(Model.together(shown, 0, "content"))
                .isEqualTo(
                        "wrote to ada@example.org and ada@example.org about"
                                + " 5555-5555-5555-4444, then ada");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9, 300})
    void arguments_escapedAndBareValues_areMaskedAndStayJson(int size) {
        Masked asked = Model.masked(PROMPT);
        String said =
                "{\"to\":\"eve\\u0040example.net\",\"card\":4111111111111111,\"note\":\"a\\nb\"}";

        List<String> shown =
                stream(guard(asked, policy(Policy.Action.MASK)), asked, "arguments", said, size);

        assertThat(Model.together(shown, 0, "arguments"))
                .isEqualTo("{\"to\":\"<EMAIL>\",\"card\":\"<PAYMENT_CARD>\",\"note\":\"a\\nb\"}");
    }

    @Test
    void onlyTheTypesOfTheCondition_areMasked() {
        Masked asked = Model.masked(PROMPT);

        List<String> shown =
                stream(
                        guard(asked, policy(Policy.Action.MASK, "email")),
                        asked,
                        "content",
                        LEAK,
                        4);

        assertThat(Model.together(shown, 0, "content")).contains(CARD).contains("<EMAIL>");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 300})
    void block_endsTheStreamWithoutTheValue(int size) {
        Masked asked = Model.masked(PROMPT);
        AnswerGuard guard = guard(asked, policy(Policy.Action.BLOCK, "payment_card"));

        assertThatThrownBy(() -> stream(guard, asked, "content", LEAK, size))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        fault ->
                                assertThat(fault.fault().code())
                                        .isEqualTo(FaultCode.POLICY_BLOCKED))
                .hasMessageNotContaining("4111");
        assertThat(guard.acted()).hasSize(1);
        assertThat(guard.acted().getFirst().action()).isEqualTo("Block");
    }

    @Test
    void detectorThatFails_endsTheAnswer_orLetsItOnWhereAsked() {
        Masked asked = Model.masked(PROMPT);
        Detector partial =
                (_, _) -> new Scan(List.of(), new Coverage.Partial(Coverage.Why.UNAVAILABLE));
        Policy mask = policy(Policy.Action.MASK);
        HoldBack lenient = new HoldBack(100, Duration.ofSeconds(1), false);

        assertThatThrownBy(() -> guard(asked, mask, partial, HoldBack.USUAL).whole(LEAK, false))
                .isInstanceOf(FaultException.class);
        assertThatThrownBy(() ->
                        guard(
                                        asked,
                                        mask,
                                        (_, _) -> {
                                            throw new IllegalStateException();
                                        },
                                        HoldBack.USUAL)
                                .whole(LEAK, false))
                .isInstanceOf(FaultException.class);
        assertThat(guard(asked, mask, partial, lenient).whole(LEAK, false)).isEqualTo(LEAK);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1000})
    void longerThanMayBeHeld_flowsOnInBoundedMemory(int size) {
        Masked asked = Model.masked(PROMPT);
        GuardedText text =
                new GuardedText(
                        guard(
                                asked,
                                policy(Policy.Action.MASK),
                                Model.DETECTOR,
                                new HoldBack(100, Duration.ofSeconds(1), true)),
                        false);
        String word = "x".repeat(5_000) + " end";
        StringBuilder shown = new StringBuilder();
        int fed = 0;
        for (String piece : cut(word, size)) {
            fed += piece.length();
            shown.append(text.feed(piece));
            assertThat(fed - shown.length()).isLessThanOrEqualTo(100 + size);
        }
        assertThat(shown.append(text.finish()).toString()).isEqualTo(word);
    }

    @Test
    void overdue_releasesWordsAndKeepsWhatLooksLikeAValue() {
        Masked asked = Model.masked(PROMPT);
        GuardedText text = new GuardedText(guard(asked, policy(Policy.Action.MASK)), false);

        assertThat(text.feed("so Eve")).isEmpty();
        assertThat(text.overdue()).isEqualTo("so Eve");
        assertThat(text.feed(" owns 4111 1111")).isEqualTo(" owns ");
        assertThat(text.overdue()).isEmpty();
        assertThat(text.feed(" 1111 1111 too")).isEmpty();
        assertThat(text.finish()).isEqualTo("<PAYMENT_CARD> too");
    }

    @Test
    void whole_maskedEverywhere_evenInTokenLists() {
        Masked asked = Model.masked(PROMPT);
        String json =
                "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
                        + Model.quote(LEAK)
                        + "},\"logprobs\":{\"content\":[{\"token\":\"4111\",\"logprob\":-0.1,"
                        + "\"bytes\":[52,49]}]}}],\"usage\":{\"prompt_tokens\":5}}";
        WholeRestorer restorer =
                new WholeRestorer(
                        Route.CHAT_COMPLETIONS,
                        Model.DETECTOR,
                        Model.BUDGET,
                        asked.keepsake(),
                        guard(asked, policy(Policy.Action.MASK)));

        String shown = new String(restorer.restore(json.getBytes(UTF_8)), UTF_8);

        assertThat(shown)
                .contains(CLEAN)
                .doesNotContain("4111")
                .contains("\"token\":\"\",\"logprob\":-0.1,\"bytes\":[0,0]");
        assertThat(restorer.facts().acted()).hasSize(2);
    }

    @Test
    void whole_inputOfATool_numbersAndNamesToo() {
        Masked asked = Model.masked(PROMPT);
        String json =
                "{\"content\":[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"pay\",\"input\":{"
                        + "\"name\":\"eve@example.net\",\"card\":4111111111111111,"
                        + "\"eve@example.net\":1}}]}";
        WholeRestorer restorer =
                new WholeRestorer(
                        Route.MESSAGES,
                        Model.DETECTOR,
                        Model.BUDGET,
                        asked.keepsake(),
                        guard(asked, policy(Policy.Action.MASK)));

        assertThat(new String(restorer.restore(json.getBytes(UTF_8)), UTF_8))
                .contains("{\"name\":\"<EMAIL>\",\"card\":\"<PAYMENT_CARD>\",\"<EMAIL>\":1}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 50})
    void typedStreams_deltasAndTheirRepetition_areMasked(int size) {
        for (Route route : List.of(Route.RESPONSES, Route.MESSAGES)) {
            Masked asked = Model.masked(PROMPT);
            StreamRestorer restorer =
                    StreamRestorer.of(
                            route,
                            Model.DETECTOR,
                            Model.BUDGET,
                            asked.keepsake(),
                            Runnable::run,
                            guard(asked, policy(Policy.Action.MASK)));
            StringBuilder all = new StringBuilder();
            for (String event : typed(route, size)) {
                restorer.restore(event.getBytes(UTF_8))
                        .forEach(each -> all.append(new String(each.json(), UTF_8)).append('\n'));
            }
            restorer.finish(null)
                    .forEach(each -> all.append(new String(each.json(), UTF_8)).append('\n'));
            assertThat(all.toString()).doesNotContain("4111", "eve@");
            String pieces =
                    all.toString()
                            .lines()
                            .filter(line -> line.contains("elta"))
                            .flatMap(line -> Model.nodes(line).stream())
                            .filter(node -> node.kind() == JsonNode.Kind.STRING)
                            .filter(node ->
                                    node.path().name().equals("delta")
                                            || (node.path().depth() == 2
                                                    && node.path().name().equals("text")))
                            .map(JsonNode::text)
                            .reduce("", String::concat);
            assertThat(pieces).as(route.name()).isEqualTo(CLEAN);
        }
    }

    private static List<String> typed(Route route, int size) {
        List<String> events = new ArrayList<>();
        for (String piece : cut(LEAK, size)) {
            events.add(
                    route == Route.RESPONSES
                            ? "{\"type\":\"response.output_text.delta\",\"item_id\":\"i\","
                                    + "\"output_index\":0,\"content_index\":0,\"delta\":"
                                    + Model.quote(piece)
                                    + ",\"sequence_number\":1}"
                            : "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":"
                                    + "\"text_delta\",\"text\":"
                                    + Model.quote(piece)
                                    + "}}");
        }
        if (route == Route.RESPONSES) {
            events.add(
                    "{\"type\":\"response.output_text.done\",\"output_index\":0,\"text\":"
                            + Model.quote(LEAK)
                            + "}");
            events.add(
                    "{\"type\":\"response.completed\",\"response\":{\"output\":[{\"content\":[{"
                            + "\"text\":"
                            + Model.quote(LEAK)
                            + "}]}]}}");
        } else {
            events.add("{\"type\":\"content_block_stop\",\"index\":0}");
            events.add("{\"type\":\"message_stop\"}");
        }
        return events;
    }
}
