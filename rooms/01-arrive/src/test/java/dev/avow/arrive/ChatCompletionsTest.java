package dev.avow.arrive;

import static dev.avow.arrive.Requests.refused;
import static dev.avow.arrive.Requests.understood;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChatCompletionsTest {

    private static final String S3CRET = "s3cret";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    `` | MALFORMED_JSON |
                    {"model":"m","s3cret" | MALFORMED_JSON |
                    {"model":"s3cret} | MALFORMED_JSON |
                    {"a":"s3cret"} {} | MALFORMED_JSON |
                    "s3cret" | INVALID_VALUE |
                    ["s3cret"] | INVALID_VALUE |
                    null | INVALID_VALUE |
                    {} | MISSING_VALUE | model
                    {"messages":[{"role":"s3cret","content":"s3cret"}]} | MISSING_VALUE | model
                    {"model":7,"messages":[{"role":"user"}]} | INVALID_VALUE | model
                    {"model":null,"messages":[{"role":"user"}]} | INVALID_VALUE | model
                    {"model":{"s3cret":1},"messages":[{"role":"user"}]} | INVALID_VALUE | model
                    {"model":"","messages":[{"role":"user"}]} | INVALID_VALUE | model
                    {"model":"s3cret is in here","messages":[{"role":"user"}]} | INVALID_VALUE | model
                    {"model":"m\\n","messages":[{"role":"user"}]} | INVALID_VALUE | model
                    {"model":"ada@example.org","messages":[{"role":"user"}]} | INVALID_VALUE | model
                    {"model":"é","messages":[{"role":"user"}]} | INVALID_VALUE | model
                    {"model":"m","model":"m","messages":[{"role":"user"}]} | INVALID_VALUE | model
                    {"model":"m","mod\\u0065l":"n","messages":[{"role":"user"}]} | INVALID_VALUE | model
                    {"model":"m"} | MISSING_VALUE | messages
                    {"model":"m","messages":[]} | MISSING_VALUE | messages
                    {"model":"m","messages":null} | INVALID_VALUE | messages
                    {"model":"m","messages":"s3cret"} | INVALID_VALUE | messages
                    {"model":"m","messages":{"s3cret":1}} | INVALID_VALUE | messages
                    {"model":"m","messages":[{"role":"user"}],"messages":[{"role":"user"}]} | INVALID_VALUE | messages
                    {"model":"m","messages":["s3cret"]} | INVALID_VALUE | messages[0]
                    {"model":"m","messages":[{"role":"user"},7]} | INVALID_VALUE | messages[1]
                    {"model":"m","messages":[{"content":"s3cret"}]} | MISSING_VALUE | messages[0].role
                    {"model":"m","messages":[{"role":"user"},{"content":"s3cret"}]} | MISSING_VALUE | messages[1].role
                    {"model":"m","messages":[{},{"role":"user"}]} | MISSING_VALUE | messages[0].role
                    {"model":"m","messages":[{"role":1}]} | INVALID_VALUE | messages[0].role
                    {"model":"m","messages":[{"role":"user","content":7}]} | INVALID_VALUE | messages[0].content
                    {"model":"m","messages":[{"role":"user","content":{"s3cret":"s3cret"}}]} | INVALID_VALUE | messages[0].content
                    {"model":"m","messages":[{"role":"user","content":[{"type":"text","text":7}]}]} | INVALID_VALUE | messages[0].content[0].text
                    {"model":"m","messages":[{"role":"user","tool_calls":"s3cret"}]} | INVALID_VALUE | messages[0].tool_calls
                    {"model":"m","messages":[{"role":"user","tool_calls":[{"function":{"arguments":{"s3cret":1}}}]}]} | INVALID_VALUE | messages[0].tool_calls[0].function.arguments
                    {"model":"m","messages":[{"role":"user"}],"stream":"s3cret"} | INVALID_VALUE | stream
                    {"model":"m","messages":[{"role":"user"}],"stream":true,"stream":false} | INVALID_VALUE | stream
                    """)
    void arrive_malformedOrWrongTyped_saysCodeAndFieldAndNoContent(
            String body, FaultCode code, String field) {
        Fault fault = refused((body == null ? "" : body).getBytes(UTF_8));

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.fieldOrNull()).isEqualTo(field);
        assertThat(fault.message()).isNotBlank().doesNotContain(S3CRET);
    }

    /** Five strings of a million zeros each were once parsed into as many nodes each. */
    @Test
    void arrive_manyValuesInStrings_onceFilledTheMemory() {
        String content = "\"[" + "0,".repeat(60_000) + "0]\"";
        String message = "{\"role\":\"user\",\"content\":" + content + "}";
        String three = String.join(",", message, message, message);

        assertThat(understood("{\"model\":\"m\",\"messages\":[" + three + "]}").body().nodes())
                .isEmpty();
        Fault fault =
                refused(
                        ("{\"model\":\"m\",\"messages\":[" + three + "," + message + "]}")
                                .getBytes(UTF_8));
        assertThat(fault.code()).isEqualTo(FaultCode.INVALID_VALUE);
        assertThat(fault.message()).contains("200000");
    }

    @Test
    void arrive_otherEncodings_areInvalidUtf8() {
        assertThat(refused("{\"model\":\"m\"}".getBytes(UTF_16LE)).code())
                .isEqualTo(FaultCode.INVALID_UTF8);
        assertThat(refused(HexFormat.of().parseHex("7b22e9223a317d")).code())
                .isEqualTo(FaultCode.INVALID_UTF8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"content\":null",
                "\"content\":\"\"",
                "\"content\":[]",
                "\"content\":\"a\",\"tool_calls\":null",
                "\"content\":\"a\",\"unknown\":{\"text\":7,\"arguments\":{}}",
                "\"x\":{\"a\":{\"text\":7}}",
                "\"x\":[{\"text\":7}]",
                "\"x\":[{\"y\":{\"arguments\":7}}]"
            })
    void arrive_whatIsTheProvidersToJudge_isTaken(String members) {
        assertThat(understood(Requests.message(members)).model()).isEqualTo("m");
    }

    @Test
    void arrive_modelAnywhereElse_isNotTheModel() {
        Arrived arrived =
                understood(
                        "{\"metadata\":{\"model\":\"other\"},\"messages\":[{\"model\":\"x\",\"role\":\"user\"}],"
                            + "\"mod\\u0065l\":\"avow/mirror\"}");

        assertThat(arrived.model()).isEqualTo("avow/mirror");
        assertThat(
                        new String(
                                arrived.body().bytes(),
                                arrived.modelStart(),
                                arrived.modelEnd() - arrived.modelStart(),
                                UTF_8))
                .isEqualTo("\"avow/mirror\"");
        assertThat(Requests.texts(arrived)).contains("other", "x").doesNotContain("avow/mirror");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "false,false", "null,false"})
    void arrive_stream_isReadAsGiven(String value, boolean streamed) {
        assertThat(
                        understood(
                                        "{\"stream\":"
                                                + value
                                                + ",\"model\":\"m\",\"messages\":[{\"role\":\"user\"}]}")
                                .streamed())
                .isEqualTo(streamed);
    }

    @Test
    void toString_everyPart_holdsNoContent() {
        Arrived arrived =
                understood(
                        Requests.message(
                                "\"content\":[{\"text\":\"s3cret\"},{\"image_url\":{\"url\":\"data:text/csv;base64,czNjcmV0\"}}],"
                                    + "\"S3CRET\":\"{\\\"s3cret\\\":\\\"s3cret\\\"}\",\"n\":123456789"));

        assertThat(arrived.toString() + arrived.segments() + arrived.head())
                .doesNotContainIgnoringCase(S3CRET)
                .doesNotContain("123456789");
    }
}
