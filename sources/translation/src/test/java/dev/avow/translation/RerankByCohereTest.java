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
import tools.jackson.databind.JsonNode;

/** The shared rerank route on Cohere. */
final class RerankByCohereTest {

    private static final RerankByCohere RERANK = new RerankByCohere();
    private static final String ASKED =
            "{\"model\":\"m\",\"query\":\"q\",\"documents\":[\"A\",{\"text\":\"B\",\"id\":7}],"
                    + "\"return_documents\":true}";
    private static final String RANKED =
            "{\"id\":\"1\",\"results\":[{\"index\":1,\"relevance_score\":0.90},"
                    + "{\"index\":0,\"relevance_score\":1e-3}],"
                    + "\"meta\":{\"billed_units\":{\"search_units\":1}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'model':'m','query':'q','documents':['A','B'],'top_n':1} |"
                        + " {'model':'m','query':'q','documents':['A','B'],'top_n':1}",
                "{'model':'m','query':{'text':'q'},'documents':[{'text':'A','url':'u'}],'rank_fields':['text'],'return_documents':true,'max_tokens_per_doc':512}"
                    + " | {'model':'m','query':'q','documents':['A'],'max_tokens_per_doc':512}",
            })
    void request_ofTheSharedRoute_isWrittenAsCohereTakesIt(String asked, String sent) {
        assertThat(request(RERANK, asked.replace('\'', '"')))
                .isEqualTo(json(sent.replace('\'', '"')));
        assertThat(asked(RERANK, asked.replace('\'', '"')).target().path()).isEqualTo("/v2/rerank");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'model':'m','query':'q','documents':['A'],'top_k':1} | top_k",
                "{'model':'m','query':'q','documents':['A'],'rank_fields':['title']} | rank_fields",
                "{'model':'m','query':'q','documents':['A',{'image':'x'}]} | documents[1]",
                "{'model':'m','query':{'image':'x'},'documents':['A']} | query",
            })
    void request_whatCohereCannotRank_isRefusedByName(String asked, String field) {
        assertThat(refused(RERANK, asked.replace('\'', '"')).field()).contains(field);
    }

    @Test
    void whole_documentsWanted_areThoseThatLeft() {
        assertThat(whole(RERANK, ASKED, RANKED))
                .isEqualTo(
                        json(
                                """
                                {"id":"1","results":[
                                  {"index":1,"relevance_score":0.90,"document":{"text":"B","id":7}},
                                  {"index":0,"relevance_score":1e-3,"document":{"text":"A"}}],
                                 "meta":{"billed_units":{"search_units":1}}}\
                                """));
    }

    @Test
    void whole_documentsNotWanted_holdsNone() {
        JsonNode answer = whole(RERANK, ASKED.replace("true", "false"), RANKED);
        assertThat(answer.at("/results/0").has("document")).isFalse();
    }

    @Test
    void whole_notOfThisRequest_isAFault() {
        for (String answer :
                new String[] {"{\"id\":\"1\"}", RANKED.replace("\"index\":1", "\"index\":2")}) {
            assertThat(failing(() -> whole(RERANK, ASKED, answer)).code())
                    .isEqualTo(FaultCode.PROVIDER_INVALID_ANSWER);
        }
    }

    @Test
    void refusal_ofCohere_hasBothShapes() {
        byte[] refusal =
                asked(RERANK, ASKED).answers().refusal(400, bytes("{\"message\":\"too long\"}"));
        JsonNode told = json(new String(refusal, StandardCharsets.UTF_8));
        assertThat(told.at("/message").stringValue()).isEqualTo("too long");
        assertThat(told.at("/error/message").stringValue()).isEqualTo("too long");
    }
}
