package dev.avow.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.ask.Endpoint;
import dev.avow.words.Route;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class MirrorProviderTest {

    private static final String TALK =
            """
            {"model":"avow/mirror","messages":[
              {"role":"system","content":"Be brief."},
              {"role":"user","content":"First."},
              {"role":"assistant","content":"Yes?"},
              {"role":"user","content":"Grüße \\"an\\" \\uD83D\\uDE00 alle, please"},
              {"role":"assistant","content":"Hm."}
            ]%s}
            """;

    @Test
    void ask_notStreamed_answersWithTheLastUserMessage() {
        Asked asked = Asked.with(TALK.formatted(""));

        assertThat(asked.calls).containsExactly("whole");
        JsonNode answer = asked.documents.getFirst();
        assertThat(answer.get("id").stringValue()).startsWith("chatcmpl-");
        assertThat(answer.get("object").stringValue()).isEqualTo("chat.completion");
        assertThat(answer.get("created").longValue()).isEqualTo(Asked.NOW.getEpochSecond());
        assertThat(answer.get("model").stringValue()).isEqualTo("mirror");
        JsonNode choice = answer.at("/choices/0");
        assertThat(choice.at("/message/role").stringValue()).isEqualTo("assistant");
        assertThat(choice.at("/message/content").stringValue())
                .isEqualTo("Grüße \"an\" \uD83D\uDE00 alle, please");
        assertThat(choice.at("/message/refusal").isNull()).isTrue();
        assertThat(choice.get("finish_reason").stringValue()).isEqualTo("stop");
        assertThat(answer.at("/usage/total_tokens").intValue())
                .isEqualTo(
                        answer.at("/usage/prompt_tokens").intValue()
                                + answer.at("/usage/completion_tokens").intValue());
    }

    @Test
    void ask_textParts_joinsThemByLineFeeds() {
        Asked asked =
                Asked.with(
                        """
                        {"model":"m","messages":[{"role":"user","content":[
                          {"type":"text","text":"one"},{"type":"text","text":"two"}]}]}
                        """);

        assertThat(asked.documents.getFirst().at("/choices/0/message/content").stringValue())
                .isEqualTo("one\ntwo");
    }

    @Test
    void ask_noUserMessage_answersEmpty() {
        Asked asked =
                Asked.with(
                        """
                        {"model":"m","messages":[{"role":"system","content":"Be brief."}]}
                        """);

        assertThat(asked.documents.getFirst().at("/choices/0/message/content").stringValue())
                .isEmpty();
    }

    @Test
    void ask_streamed_cutsTheTextAnywhereAndLosesNothing() {
        Asked asked = Asked.with(TALK.formatted(",\"stream\":true"));

        assertThat(asked.calls).containsExactly("events", "end");
        StringBuilder heard = new StringBuilder();
        for (JsonNode chunk : asked.documents) {
            assertThat(chunk.get("object").stringValue()).isEqualTo("chat.completion.chunk");
            assertThat(chunk.has("usage")).isFalse();
            heard.append(chunk.at("/choices/0/delta/content").asString(""));
        }
        assertThat(heard.toString()).isEqualTo("Grüße \"an\" \uD83D\uDE00 alle, please");
        assertThat(asked.documents.getFirst().at("/choices/0/delta/role").stringValue())
                .isEqualTo("assistant");
        assertThat(asked.documents.getLast().at("/choices/0/finish_reason").stringValue())
                .isEqualTo("stop");
        assertThat(asked.documents).hasSizeGreaterThan(5);
    }

    @Test
    void ask_streamedWithUsage_endsWithTheUsageAlone() {
        Asked asked =
                Asked.with(
                        TALK.formatted(
                                ",\"stream\":true,\"stream_options\":{\"include_usage\":true}"));

        JsonNode last = asked.documents.getLast();
        assertThat(last.get("choices")).isEmpty();
        assertThat(last.at("/usage/completion_tokens").intValue()).isPositive();
        assertThat(asked.documents.getFirst().get("usage").isNull()).isTrue();
    }

    @Test
    void pieces_surrogatePairAtTheCut_staysWhole() {
        List<String> pieces = new Question("\uD83D\uDE00".repeat(5), 10, false).pieces();

        assertThat(pieces)
                .allSatisfy(
                        piece -> assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse());
        assertThat(String.join("", pieces)).hasSize(10);
    }

    @Test
    void models_always_areTheMirror() {
        Endpoint endpoint =
                new Endpoint(MirrorProvider.KIND, URI.create("http://localhost"), Optional.empty());

        assertThat(
                        new MirrorProvider(InstantSource.system())
                                .models(endpoint)
                                .toCompletableFuture()
                                .join())
                .containsExactly("mirror");
    }

    @Test
    void ask_messages_answersInAnthropicsShape() {
        String body =
                "{\"model\":\"avow/mirror\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\","
                        + "\"content\":[{\"type\":\"text\",\"text\":\"Good morning\"}]}]%s}";
        JsonNode whole = Asked.with(Route.MESSAGES, body.formatted("")).documents.getFirst();
        Asked streamed = Asked.with(Route.MESSAGES, body.formatted(",\"stream\":true"));

        assertThat(whole.at("/content/0/text").stringValue()).isEqualTo("Good morning");
        assertThat(whole.at("/usage/input_tokens").intValue()).isPositive();
        assertThat(streamed.documents)
                .extracting(event -> event.get("type").stringValue())
                .startsWith("message_start", "content_block_start", "content_block_delta")
                .endsWith("content_block_stop", "message_delta", "message_stop");
    }

    @Test
    void ask_responses_answersInTheShapeOfResponses() {
        String body = "{\"model\":\"avow/mirror\",\"input\":\"Good morning\"%s}";
        JsonNode whole = Asked.with(Route.RESPONSES, body.formatted("")).documents.getFirst();
        Asked streamed = Asked.with(Route.RESPONSES, body.formatted(",\"stream\":true"));

        assertThat(whole.at("/output/0/content/0/text").stringValue()).isEqualTo("Good morning");
        assertThat(streamed.documents.getLast().get("type").stringValue())
                .isEqualTo("response.completed");
        assertThat(streamed.documents)
                .extracting(event -> event.get("sequence_number").intValue())
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
