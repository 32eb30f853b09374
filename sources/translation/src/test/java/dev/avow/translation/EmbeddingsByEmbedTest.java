package dev.avow.translation;

import static dev.avow.translation.Translating.asked;
import static dev.avow.translation.Translating.bytes;
import static dev.avow.translation.Translating.failing;
import static dev.avow.translation.Translating.json;
import static dev.avow.translation.Translating.refused;
import static dev.avow.translation.Translating.request;
import static dev.avow.translation.Translating.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.FaultCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenAI's embeddings on Cohere. */
final class EmbeddingsByEmbedTest {

    private static final EmbeddingsByEmbed EMBED = new EmbeddingsByEmbed();
    private static final String ASKED = "{\"model\":\"m\",\"input\":\"A\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'model':'m','input':'A'} |"
                    + " {'model':'m','texts':['A'],'input_type':'search_document','embedding_types':['float']}",
                "{'model':'m','input':['A','B'],'dimensions':256,'encoding_format':'base64','user':'u'}"
                    + " | {'model':'m','texts':['A','B'],'input_type':'search_document','embedding_types':['base64'],'output_dimension':256}",
                "{'model':'m','input':['A'],'input_type':'search_query','truncate':'END'} |"
                    + " {'model':'m','texts':['A'],'input_type':'search_query','truncate':'END','embedding_types':['float']}",
            })
    void request_ofOpenAi_isWrittenAsCohereTakesIt(String asked, String sent) {
        assertThat(request(EMBED, asked.replace('\'', '"')))
                .isEqualTo(json(sent.replace('\'', '"')));
    }

    @Test
    void request_whatNobodyKnows_isRefusedByName() {
        assertThat(refused(EMBED, "{\"model\":\"m\",\"input\":\"A\",\"images\":[]}").field())
                .contains("images");
        assertThat(
                        refused(
                                        EMBED,
                                        "{\"model\":\"m\",\"input\":\"A\",\"encoding_format\":\"int8\"}")
                                .field())
                .contains("encoding_format");
    }

    @Test
    void whole_vectors_areOpenAisList() {
        assertThat(
                        whole(
                                EMBED,
                                ASKED,
                                """
                                {"id":"1","texts":["A"],"embeddings":{"float":[[0.10, -1e-3]]},
                                 "meta":{"api_version":{"version":"2"},"billed_units":{"input_tokens":5}}}\
                                """))
                .isEqualTo(
                        json(
                                """
                                {"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.10,-1e-3]}],
                                 "model":"m","usage":{"prompt_tokens":5,"total_tokens":5}}\
                                """));
    }

    @Test
    void whole_withoutVectors_isAFault() {
        assertThat(failing(() -> whole(EMBED, ASKED, "{\"id\":\"1\"}")).code())
                .isEqualTo(FaultCode.PROVIDER_INVALID_ANSWER);
    }

    @Test
    void refusal_ofCohere_hasOpenAisShape() {
        byte[] refusal =
                asked(EMBED, ASKED).answers().refusal(400, bytes("{\"message\":\"too long\"}"));
        assertThat(
                        json(new String(refusal, StandardCharsets.UTF_8))
                                .at("/error/message")
                                .stringValue())
                .isEqualTo("too long");
    }
}
