package dev.avow.translation;

import static dev.avow.translation.Translating.asked;
import static dev.avow.translation.Translating.failing;
import static dev.avow.translation.Translating.json;
import static dev.avow.translation.Translating.refused;
import static dev.avow.translation.Translating.request;
import static dev.avow.translation.Translating.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.FaultCode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** OpenAI's embeddings on Google. */
final class EmbeddingsByBatchTest {

    private static final EmbeddingsByBatch EMBED = new EmbeddingsByBatch();
    private static final String ASKED = "{\"model\":\"m\",\"input\":\"ABCDE\"}";

    @Test
    void request_ofOpenAi_isWrittenAsGoogleTakesIt() {
        String body =
                "{\"model\":\"m\",\"input\":[\"A\",\"B\"],\"dimensions\":256,\"user\":\"u\","
                        + "\"task_type\":\"RETRIEVAL_QUERY\"}";
        assertThat(request(EMBED, body))
                .isEqualTo(
                        json(
                                """
                                {"requests":[
                                  {"model":"models/m","content":{"parts":[{"text":"A"}]},
                                   "taskType":"RETRIEVAL_QUERY","outputDimensionality":256},
                                  {"model":"models/m","content":{"parts":[{"text":"B"}]},
                                   "taskType":"RETRIEVAL_QUERY","outputDimensionality":256}]}\
                                """));
        assertThat(asked(EMBED, body).target().path()).isEqualTo("/models/m:batchEmbedContents");
    }

    @Test
    void request_whatNobodyKnows_isRefusedByName() {
        assertThat(refused(EMBED, "{\"model\":\"m\",\"input\":\"A\",\"images\":[]}").field())
                .contains("images");
    }

    @Test
    void whole_tokensNotTold_areEstimated() {
        assertThat(whole(EMBED, ASKED, "{\"embeddings\":[{\"values\":[0.10,-1e-3]}]}"))
                .isEqualTo(
                        json(
                                """
                                {"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.10,-1e-3]}],
                                 "model":"m","usage":{"prompt_tokens":2,"total_tokens":2}}\
                                """));
    }

    @Test
    void whole_base64Wanted_isPackedAsOpenAiDoes() {
        JsonNode answer =
                whole(
                        EMBED,
                        "{\"model\":\"m\",\"input\":\"A\",\"encoding_format\":\"base64\"}",
                        "{\"embeddings\":[{\"values\":[0.5,-2]}],\"usageMetadata\":{\"promptTokenCount\":7}}");
        ByteBuffer packed =
                ByteBuffer.wrap(
                                Base64.getDecoder()
                                        .decode(answer.at("/data/0/embedding").stringValue()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new float[] {packed.getFloat(), packed.getFloat()}).containsExactly(0.5f, -2f);
        assertThat(answer.at("/usage/total_tokens").asInt()).isEqualTo(7);
    }

    @Test
    void whole_withoutVectors_isAFault() {
        assertThat(failing(() -> whole(EMBED, ASKED, "{}")).code())
                .isEqualTo(FaultCode.PROVIDER_INVALID_ANSWER);
    }
}
