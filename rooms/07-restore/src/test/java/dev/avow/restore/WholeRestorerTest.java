package dev.avow.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.mask.Keepsake;
import dev.avow.mask.Masked;
import dev.avow.words.FaultException;
import dev.avow.words.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B1: the round trip of a prompt that a model repeats. */
final class WholeRestorerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write to a@b.example",
                "\"john doe\"@example.com, \"john doe\"@example.com",
                "card 4111 1111 1111 1111; [EMAIL_1] [EMAIL_12] a@b.example",
                "é 語 😀 +33 6 12 34 56 78 [x](y)",
                "[a@b.example] [[a@b.example]]"
            })
    void restore_modelRepeatsThePrompt_givesItBackUnchanged(String prompt) {
        Masked masked = Model.masked(prompt);
        String said = masked.outbound().promptAsItLeaves().orElseThrow();
        String answer = "{\"choices\":[{\"message\":{\"content\":" + Model.quote(said) + "}}]}";

        assertThat(said).isNotEqualTo(prompt);
        assertThat(Model.nodes(restored(answer, masked.keepsake())).getLast().text())
                .isEqualTo(prompt);
    }

    @Test
    void restore_otherBytes_stayAsTheyCame() {
        Keepsake keepsake = Model.keepsake("a@b.example");
        String before =
                " {\"x\" : 1.50, \"c\":\"\\u0041\\/\", \"choices\":[{\"message\":{\"content\":\"";

        assertThat(restored(before + "[EMAIL_1]\"}}]}\n", keepsake))
                .isEqualTo(before + "a@b.example\"}}]}\n");
    }

    /** By each of the names that rerankers have for their results. */
    @ParameterizedTest
    @ValueSource(strings = {"results", "data"})
    void restore_documentsThatWereRanked_haveTheirOriginals(String root) {
        WholeRestorer restorer =
                new WholeRestorer(
                        Route.RERANK, Model.DETECTOR, Model.BUDGET, Model.keepsake("a@b.example"));
        String before = "{\"" + root + "\":[{\"index\":0,\"document\":{\"text\":\"";

        assertThat(
                        new String(
                                restorer.restore((before + "[EMAIL_1]\"}}]}").getBytes(UTF_8)),
                                UTF_8))
                .isEqualTo(before + "a@b.example\"}}]}");
    }

    /** A tool of Anthropic's is called with JSON itself; its names alone kept their pseudonyms. */
    @Test
    void restore_inputKeyedByValues_hasItsNamesToo() {
        WholeRestorer restorer =
                new WholeRestorer(
                        Route.MESSAGES,
                        Model.DETECTOR,
                        Model.BUDGET,
                        Model.keepsake("a@b.example"));
        String before = "{\"content\":[{\"type\":\"tool_use\",\"input\":{\"";

        assertThat(
                        new String(
                                restorer.restore((before + "[EMAIL_1]\":1}}]}").getBytes(UTF_8)),
                                UTF_8))
                .isEqualTo(before + "a@b.example\":1}}]}");
    }

    @Test
    void restore_argumentsAsJson_areEscapedToFit() {
        Keepsake keepsake = Model.keepsake("\"john doe\"@example.com");
        String answer =
                "{\"choices\":[{\"message\":{\"tool_calls\":[{\"function\":{\"arguments\":\"{\\\"to\\\":\\\"[EMAIL_1]\\\"}\"}}]}}]}";
        String arguments = Model.nodes(restored(answer, keepsake)).getLast().text();

        assertThat(Model.nodes(arguments).getLast().text()).isEqualTo("\"john doe\"@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[1]", "<html>", "{\"a\":"})
    void restore_noJsonObject_throws(String answer) {
        assertThatThrownBy(() -> restored(answer, Keepsake.empty()))
                .isInstanceOf(FaultException.class);
    }

    @Test
    void withReceipt_anyObject_addsOneMember() {
        byte[] receipt = "{\"id\":1}".getBytes(UTF_8);

        assertThat(
                        new String(
                                WholeRestorer.withReceipt("{\"a\":1 } \n".getBytes(UTF_8), receipt),
                                UTF_8))
                .isEqualTo("{\"a\":1 ,\"avow\":{\"id\":1}} \n");
        assertThat(new String(WholeRestorer.withReceipt("{ }".getBytes(UTF_8), receipt), UTF_8))
                .isEqualTo("{ \"avow\":{\"id\":1}}");
    }

    @Test
    void facts_manyWindows_countEveryFindingOnce() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append("x ".repeat(i % 13)).append("u").append(i).append("@mail.example, ");
        }

        assertThat(counted(text.toString(), 1_000)).isEqualTo(3_000);
        assertThat(counted(text.toString(), text.length())).isEqualTo(3_000);
    }

    /** A number in groups at a window's end was once cut at its white space and missed. */
    @Test
    void facts_numberInGroupsAtAWindowsEnd_wasOnceMissed() {
        for (int before = 16_040; before < 16_400; before += 3) {
            String text = "x".repeat(before) + " 4111 1111 1111 1111 " + "y ".repeat(400);

            assertThat(counted(text, 7)).as("after %d", before).isEqualTo(1);
        }
    }

    private static int counted(String text, int piece) {
        AnswerWatch watch =
                new AnswerWatch(Model.DETECTOR, Model.BUDGET.toNanos(), Keepsake.empty());
        for (int at = 0; at < text.length(); at += piece) {
            watch.see("a", text.substring(at, Math.min(text.length(), at + piece)));
        }
        return watch.finish().join().stream().mapToInt(each -> each.count()).sum();
    }

    private static String restored(String answer, Keepsake keepsake) {
        return new String(
                new WholeRestorer(Route.CHAT_COMPLETIONS, Model.DETECTOR, Model.BUDGET, keepsake)
                        .restore(answer.getBytes(UTF_8)),
                UTF_8);
    }
}
