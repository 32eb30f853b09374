package dev.avow.restore;

import static dev.avow.restore.Model.event;
import static dev.avow.restore.Model.finish;
import static dev.avow.restore.Model.together;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.classify.Classification;
import dev.avow.json.JsonNode;
import dev.avow.mask.Keepsake;
import dev.avow.words.FaultException;
import dev.avow.words.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B1: what was replaced is put back wherever the stream was cut. */
final class StreamRestorerTest {

    private static final String PROMPT = "\"john doe\"@example.com and 4111111111111111 [EMAIL_7]";
    private static final String SAID =
            "[[EMAIL_1], [PAYMENT_CARD_1][EMAIL_1]x [EMAIL_7] [a](b) [EMAIL_";
    private static final String MEANT =
            "[\"john doe\"@example.com, 4111111111111111\"john doe\"@example.comx [EMAIL_7] [a](b)"
                    + " [EMAIL_";

    private final Keepsake keepsake = Model.keepsake(PROMPT);

    @ParameterizedTest
    @ValueSource(strings = {"content", "reasoning_content", "refusal"})
    void restore_cutAtEveryPairOfBorders_isWhole(String path) {
        for (int a = 0; a <= SAID.length(); a++) {
            for (int b = a; b <= SAID.length(); b++) {
                List<String> shown =
                        run(
                                event(0, path, SAID.substring(0, a)),
                                event(0, path, SAID.substring(a, b)),
                                event(0, path, SAID.substring(b)),
                                finish(0));
                assertThat(together(shown, 0, path)).isEqualTo(MEANT);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"arguments", "function_call"})
    void restore_toolArgumentsCutAnywhere_areWellFormedJson(String path) {
        String said = "{\"to\":\"[EMAIL_1]\",\"card\":\"[PAYMENT_CARD_1]\"}";
        for (int a = 0; a <= said.length(); a++) {
            for (int b = a; b <= said.length(); b += 3) {
                List<String> shown =
                        run(
                                event(0, path, said.substring(0, a)),
                                event(0, path, said.substring(a, b)),
                                event(0, path, said.substring(b)),
                                finish(0));
                String arguments = together(shown, 0, path);
                assertThat(Model.nodes(arguments).get(2).text())
                        .isEqualTo("\"john doe\"@example.com");
                assertThat(Model.nodes(arguments).getLast().text()).isEqualTo("4111111111111111");
            }
        }
    }

    /**
     * A part of a list (Mistral's models that think), details of reasoning (OpenRouter), what is
     * spoken (OpenAI): a pseudonym that was cut there stayed as it was.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":%}]}]}",
                "{\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":%,\"index\":0}]}",
                "{\"audio\":{\"transcript\":%}}"
            })
    void restore_textFurtherDown_isWholeWhereverItIsCut(String delta) {
        String said = "[x] to [EMAIL_1], [EMAIL_";
        for (int cut = 0; cut <= said.length(); cut++) {
            StringBuilder together = new StringBuilder();
            for (String each :
                    run(
                            deep(delta, said.substring(0, cut)),
                            deep(delta, said.substring(cut)),
                            finish(0))) {
                Model.nodes(each).stream()
                        .filter(node -> node.kind() == JsonNode.Kind.STRING)
                        .filter(node -> List.of("text", "transcript").contains(node.path().name()))
                        .forEach(node -> together.append(node.text()));
                if (delta.contains("index") && each.contains("reasoning")) {
                    assertThat(each)
                            .contains("\"index\":0")
                            .contains("\"type\":\"reasoning.text\"");
                }
            }
            assertThat(together).hasToString("[x] to \"john doe\"@example.com, [EMAIL_");
        }
    }

    private static String deep(String delta, String piece) {
        return "{\"choices\":[{\"index\":0,\"delta\":"
                + delta.replace("%", Model.quote(piece))
                + ",\"finish_reason\":null}]}";
    }

    @Test
    void restore_oneCharacterAtATime_isWhole() {
        List<String> events = new ArrayList<>();
        SAID.chars().forEach(c -> events.add(event(0, "content", String.valueOf((char) c))));
        events.add(finish(0));

        assertThat(together(run(events.toArray(String[]::new)), 0, "content")).isEqualTo(MEANT);
    }

    @Test
    void restore_twoChoicesInterleaved_areNotMixed() {
        for (int cut = 0; cut <= SAID.length(); cut++) {
            List<String> shown =
                    run(
                            event(1, "content", SAID.substring(0, cut)),
                            event(0, "content", SAID.substring(0, cut)),
                            event(1, "content", SAID.substring(cut)),
                            finish(1),
                            event(0, "content", SAID.substring(cut)),
                            finish(0));
            assertThat(together(shown, 0, "content")).isEqualTo(MEANT);
            assertThat(together(shown, 1, "content")).isEqualTo(MEANT);
        }
    }

    @Test
    void restore_contentAndArgumentsOfOneChoice_areNotMixed() {
        List<String> shown =
                run(
                        event(0, "content", "see [EMA"),
                        event(0, "arguments", "{\"a\":\"[PAYMENT"),
                        event(0, "content", "IL_1]"),
                        event(0, "arguments", "_CARD_1]\"}"),
                        finish(0));

        assertThat(together(shown, 0, "content")).isEqualTo("see \"john doe\"@example.com");
        assertThat(together(shown, 0, "arguments")).isEqualTo("{\"a\":\"4111111111111111\"}");
    }

    @Test
    void restore_finishInTheSameEventAsContent_holdsNothingBack() {
        String last =
                "{\"choices\":[{\"delta\":{\"content\":\"_1]"
                        + " [EMAIL\"},\"finish_reason\":\"stop\",\"index\":0}]}";

        assertThat(together(run(event(0, "content", "[EMAIL"), last), 0, "content"))
                .isEqualTo("\"john doe\"@example.com [EMAIL");
    }

    @Test
    void restore_heldRest_comesBeforeTheFinish() {
        List<String> shown = run(event(0, "content", "a [EMAIL"), finish(0));

        assertThat(shown).hasSize(3);
        assertThat(shown.get(1)).contains("[EMAIL").contains("\"id\":\"x\"");
        assertThat(shown.get(2)).isEqualTo(finish(0));
    }

    @Test
    void finish_neverFinished_givesTheHeldRest() {
        List<String> shown = run(event(2, "content", "a [EMAIL"));

        assertThat(together(shown, 2, "content")).isEqualTo("a [EMAIL");
    }

    /** Some servers send an empty finish_reason with every event; it once cut pseudonyms in two. */
    @Test
    void restore_emptyFinishReason_onceCutPseudonymsInTwo() {
        List<String> shown =
                run(
                        event(0, "content", "[EMAIL").replace("null", "\"\""),
                        event(0, "content", "_1]").replace("null", "\"\""),
                        finish(0));

        assertThat(together(shown, 0, "content")).isEqualTo("\"john doe\"@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"x\",\"choices\":[]}",
                "{\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3},\"choices\":null}",
                "{\"error\":{\"type\":\"overloaded_error\",\"code\":529,\"param\":null}}",
                "{ \"choices\" : [ { \"delta\" : { \"role\" : \"assistant\" } , \"n\" : 1.0 } ] }",
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\\u0041\\/[x] [[[[ [EMAIL_99]"
                        + " [link](u)\"}}]}",
                "{\"choices\":[{\"index\":\"x\",\"delta\":{\"content\":\"a\"}},{\"delta\":7},8]}"
            })
    void restore_nothingToPutBack_isByteIdentical(String event) {
        assertThat(run(event)).containsExactly(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "{", "nonsense", "{\"a\":1}{"})
    void restore_noJsonObject_throwsAndPassesNothingOn(String event) {
        StreamRestorer restorer = chat(keepsake);

        assertThatThrownBy(() -> restorer.restore(event.getBytes(UTF_8)))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("provider_invalid_answer");
    }

    /** Names in a stream once kept their pseudonyms, which a whole answer lost. */
    @Test
    void restore_names_arePutBackAsInAWholeAnswer() {
        assertThat(
                        run("{\"choices\":[{\"delta\":{\"tool_calls\":[{\"function\":{\"name\":\"[PAYMENT_CARD_1]\"}}]}}]}")
                                .getFirst())
                .contains("\"name\":\"4111111111111111\"");
    }

    @Test
    void facts_usage_isRead() {
        StreamRestorer restorer = chat(keepsake);
        restorer.restore(
                "{\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3}}".getBytes(UTF_8));
        AnswerFacts facts = restorer.facts().join();

        assertThat(facts.tokensIn()).isEqualTo(7);
        assertThat(facts.tokensOut()).isEqualTo(3);
        assertThat(facts.classifications()).isEmpty();
    }

    @Test
    void facts_findingCutByABorder_isCountedOnceAndPseudonymsNotAtAll() {
        StreamRestorer restorer = chat(keepsake);
        for (String piece : List.of("write to bo", "b@mail.exa", "mple or [EMA", "IL_1]")) {
            restorer.restore(event(0, "content", piece).getBytes(UTF_8));
        }

        assertThat(restorer.facts().join().classifications())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.type()).isEqualTo("email");
                    assertThat(each.count()).isEqualTo(1);
                });
    }

    /** Token lists say the text again; the same address was once counted twice. */
    @Test
    void facts_logprobs_areNotCountedAgain() {
        StreamRestorer restorer = chat(Keepsake.empty());
        restorer.restore(
                "{\"choices\":[{\"delta\":{\"content\":\"a@b.example\"},\"logprobs\":{\"content\":[{\"token\":\"a@b.example\"}]}}]}"
                        .getBytes(UTF_8));

        assertThat(restorer.facts().join().classifications())
                .extracting(Classification::count)
                .containsExactly(1);
    }

    @Test
    void finish_withAReceipt_endsWithAnEventWithoutChoices() {
        StreamRestorer restorer = chat(keepsake);
        restorer.restore(event(0, "content", "a").getBytes(UTF_8));

        assertThat(restorer.finish("{\"a\":1}".getBytes(UTF_8)))
                .extracting(each -> new String(each.json(), UTF_8))
                .containsExactly("{\"id\":\"x\",\"choices\":[],\"avow\":{\"a\":1}}");
    }

    private List<String> run(String... events) {
        StreamRestorer restorer = chat(keepsake);
        List<String> shown = new ArrayList<>();
        for (String event : events) {
            restorer.restore(event.getBytes(UTF_8))
                    .forEach(each -> shown.add(new String(each.json(), UTF_8)));
        }
        restorer.finish(null).forEach(each -> shown.add(new String(each.json(), UTF_8)));
        return shown;
    }

    private static StreamRestorer chat(Keepsake keepsake) {
        return StreamRestorer.of(Route.CHAT_COMPLETIONS, Model.DETECTOR, Model.BUDGET, keepsake);
    }
}
