package dev.avow.translation;

import static dev.avow.translation.Translating.asked;
import static dev.avow.translation.Translating.failing;
import static dev.avow.translation.Translating.json;
import static dev.avow.translation.Translating.request;
import static dev.avow.translation.Translating.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.wire.Translation;
import dev.avow.words.FaultCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenAI's embeddings on Vertex AI, by either of its ways. */
final class EmbeddingsAtVertexTest {

    private static final Translation PREDICT = new EmbeddingsByPredict();
    private static final Translation CONTENT = new EmbeddingsByContent();
    private static final String MODELS = "/publishers/google/models/m";
    private static final String ONE = "{\"model\":\"m\",\"input\":\"ABCDE\"}";
    private static final String TWO = "{\"model\":\"m\",\"input\":[\"A\",\"B\"]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'model':'m','input':'A'} | {'instances':[{'content':'A'}]}",
                "{'model':'m','input':['A','B'],'dimensions':256,'task_type':'RETRIEVAL_QUERY','user':'u'}"
                    + " | {'instances':[{'content':'A','task_type':'RETRIEVAL_QUERY'},{'content':'B','task_type':'RETRIEVAL_QUERY'}],"
                    + "'parameters':{'outputDimensionality':256}}",
            })
    void request_toPredict_isWrittenAsVertexTakesIt(String asked, String sent) {
        assertThat(request(PREDICT, asked.replace('\'', '"')))
                .isEqualTo(json(sent.replace('\'', '"')));
        assertThat(asked(PREDICT, TWO).target().path()).isEqualTo(MODELS + ":predict");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'model':'m','input':'A'} | {'content':{'parts':[{'text':'A'}],'role':'user'}}",
                "{'model':'m','input':['A'],'dimensions':256,'task_type':'CLUSTERING'} |"
                    + " {'content':{'parts':[{'text':'A'}],'role':'user'},"
                    + "'embedContentConfig':{'taskType':'CLUSTERING','outputDimensionality':256}}",
                "{'model':'m','input':['A','B'],'dimensions':256} |"
                    + " {'requests':[{'content':{'parts':[{'text':'A'}],'role':'user'},'embedContentConfig':{'outputDimensionality':256}},"
                    + "{'content':{'parts':[{'text':'B'}],'role':'user'},'embedContentConfig':{'outputDimensionality':256}}]}",
            })
    void request_toEmbedContent_isWrittenAsVertexTakesIt(String asked, String sent) {
        assertThat(request(CONTENT, asked.replace('\'', '"')))
                .isEqualTo(json(sent.replace('\'', '"')));
    }

    @Test
    void target_isOfOneTextOrOfSeveral() {
        assertThat(asked(CONTENT, ONE).target().path()).isEqualTo(MODELS + ":embedContent");
        assertThat(asked(CONTENT, TWO).target().path()).isEqualTo(MODELS + ":batchEmbedContents");
    }

    private static void told(Translation by, String asked, String answer, String data, int tokens) {
        assertThat(whole(by, asked, answer))
                .isEqualTo(
                        json(
                                "{\"object\":\"list\",\"data\":[%s],\"model\":\"m\",\"usage\":{\"prompt_tokens\":%d,\"total_tokens\":%d}}"
                                        .formatted(data, tokens, tokens)));
    }

    @Test
    void whole_vectors_areOpenAisList() {
        String first = "{\"object\":\"embedding\",\"index\":0,\"embedding\":[0.10]}";
        String second = "{\"object\":\"embedding\",\"index\":1,\"embedding\":[-1e-3]}";
        told(
                PREDICT,
                TWO,
                """
                {"predictions":[
                  {"embeddings":{"values":[0.10],"statistics":{"truncated":false,"token_count":4}}},
                  {"embeddings":{"values":[-1e-3],"statistics":{"truncated":false,"token_count":5}}}],
                 "metadata":{"billableCharacterCount":9}}\
                """,
                first + "," + second,
                9);
        told(
                CONTENT,
                ONE,
                "{\"embedding\":{\"values\":[0.10]},\"usageMetadata\":{\"promptTokenCount\":7},\"truncated\":false}",
                first,
                7);
        told(
                CONTENT,
                TWO,
                "{\"embeddings\":[{\"values\":[0.10]},{\"values\":[-1e-3]}],\"usageMetadata\":{\"promptTokenCount\":8}}",
                first + "," + second,
                8);
    }

    @Test
    void whole_tokensNotTold_areEstimated() {
        String vector = "{\"object\":\"embedding\",\"index\":0,\"embedding\":[1]}";
        told(PREDICT, ONE, "{\"predictions\":[{\"embeddings\":{\"values\":[1]}}]}", vector, 2);
        told(CONTENT, ONE, "{\"embedding\":{\"values\":[1]}}", vector, 2);
    }

    /** Fewer vectors than texts would stand at the wrong ones. */
    @Test
    void whole_otherThanOneForEachText_isAFault() {
        for (String answer :
                new String[] {
                    "{}",
                    "{\"predictions\":[]}",
                    "{\"predictions\":[{\"embeddings\":{\"values\":[1]}}]}"
                }) {
            assertThat(failing(() -> whole(PREDICT, TWO, answer)).code())
                    .isEqualTo(FaultCode.PROVIDER_INVALID_ANSWER);
        }
        assertThat(failing(() -> whole(CONTENT, TWO, "{\"embeddings\":[{\"values\":[1]}]}")).code())
                .isEqualTo(FaultCode.PROVIDER_INVALID_ANSWER);
        assertThat(failing(() -> whole(CONTENT, ONE, "{\"embedding\":[]}")).code())
                .isEqualTo(FaultCode.PROVIDER_INVALID_ANSWER);
    }
}
