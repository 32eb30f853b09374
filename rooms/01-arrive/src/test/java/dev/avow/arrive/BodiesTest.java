package dev.avow.arrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.FaultCode;
import dev.avow.words.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** B1: on every route, every text of a body is a segment. */
final class BodiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "RESPONSES | {`model`:`m`,`input`:`hello`} | hello",
                "RESPONSES |"
                    + " {`model`:`m`,`input`:[{`role`:`user`,`content`:[{`type`:`input_text`,`text`:`hello`}]}]}"
                    + " | hello",
                "RESPONSES | {`model`:`m`,`input`:`x`,`instructions`:`hello`} | hello",
                "RESPONSES |"
                    + " {`model`:`m`,`input`:[{`type`:`function_call_output`,`call_id`:`c`,`output`:`hello`}]}"
                    + " | hello",
                "RESPONSES | {`model`:`m`,`input`:`x`,`metadata`:{`who`:`hello`}} | hello",
                "RESPONSES | {`model`:`m`,`input`:`x`,`something_new`:[`hello`]} | hello",
                "EMBEDDINGS | {`model`:`m`,`input`:`hello`} | hello",
                "EMBEDDINGS | {`model`:`m`,`input`:[`x`,`hello`]} | hello",
                "EMBEDDINGS | {`model`:`m`,`input`:`x`,`user`:`hello`} | hello",
                "RERANK | {`model`:`m`,`query`:`hello`,`documents`:[`x`]} | hello",
                "RERANK | {`model`:`m`,`query`:`x`,`documents`:[`x`,`hello`]} | hello",
                "RERANK | {`model`:`m`,`query`:{`text`:`x`},`documents`:[{`odd`:[`hello`]}]} |"
                        + " hello",
                "MESSAGES |"
                    + " {`model`:`m`,`max_tokens`:9,`messages`:[{`role`:`user`,`content`:`hello`}]}"
                    + " | hello",
                "MESSAGES |"
                    + " {`model`:`m`,`max_tokens`:9,`system`:[{`type`:`text`,`text`:`hello`}],`messages`:[{`role`:`user`,`content`:`x`}]}"
                    + " | hello",
                "MESSAGES |"
                    + " {`model`:`m`,`max_tokens`:9,`messages`:[{`role`:`user`,`content`:[{`type`:`tool_result`,`tool_use_id`:`t`,`content`:`hello`}]}]}"
                    + " | hello",
                "MESSAGES |"
                    + " {`model`:`m`,`max_tokens`:9,`messages`:[{`role`:`assistant`,`content`:[{`type`:`tool_use`,`id`:`t`,`name`:`n`,`input`:{`to`:`hello`}}]}]}"
                    + " | hello",
                "MESSAGES |"
                    + " {`model`:`m`,`max_tokens`:9,`messages`:[{`role`:`user`,`content`:[{`type`:`document`,`source`:{`type`:`text`,`media_type`:`text/plain`,`data`:`hello`}}]}]}"
                    + " | hello",
                "MESSAGES |"
                    + " {`model`:`m`,`max_tokens`:9,`metadata`:{`user_id`:`hello`},`messages`:[{`role`:`user`,`content`:`x`}]}"
                    + " | hello",
                // "hello, I am Ada" in base64; it once left unread where it was short.
                "MESSAGES |"
                    + " {`model`:`m`,`max_tokens`:9,`messages`:[{`role`:`user`,`content`:[{`type`:`document`,`source`:{`type`:`base64`,`media_type`:`text/plain`,`data`:`aGVsbG8sIEkgYW0gQWRh`}}]}]}"
                    + " | hello, I am Ada",
                "COUNT_TOKENS | {`model`:`m`,`messages`:[{`role`:`user`,`content`:`hello`}]} |"
                        + " hello"
            })
    void arrive_textAnywhere_isASegment(Route route, String body, String text) {
        assertThat(Requests.texts(understood(route, body))).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "RESPONSES | {`model`:`m`} | MISSING_VALUE | input",
                "RESPONSES | {`model`:`m`,`input`:7} | INVALID_VALUE | input",
                "RESPONSES | {`model`:`m`,`input`:`a`,`input`:`b`} | INVALID_VALUE | input",
                "RESPONSES | {`model`:`m`,`input`:`a`,`previous_response_id`:`resp_1`} |"
                        + " INVALID_VALUE | previous_response_id",
                "RESPONSES | {`model`:`m`,`input`:`a`,`conversation`:{`id`:`c`}} | INVALID_VALUE |"
                        + " conversation",
                "RESPONSES | {`model`:`m`,`input`:`a`,`background`:true} | INVALID_VALUE |"
                        + " background",
                "EMBEDDINGS | {`model`:`m`} | MISSING_VALUE | input",
                "EMBEDDINGS | {`model`:`m`,`input`:[1,2,3]} | INVALID_VALUE | input[0]",
                "EMBEDDINGS | {`model`:`m`,`input`:[[1,2],[3]]} | INVALID_VALUE | input[0]",
                "RERANK | {`model`:`m`,`documents`:[`x`]} | MISSING_VALUE | query",
                "RERANK | {`model`:`m`,`query`:`x`} | MISSING_VALUE | documents",
                "RERANK | {`model`:`m`,`query`:[`x`],`documents`:[]} | INVALID_VALUE | query",
                "RERANK | {`model`:`m`,`query`:`x`,`documents`:`x`} | INVALID_VALUE | documents",
                "RERANK | {`model`:`m`,`query`:`x`,`documents`:[7]} | INVALID_VALUE |"
                        + " documents[0]",
                "RERANK | {`model`:`m`,`query`:`x`,`documents`:[`x`],`stream`:true} |"
                        + " INVALID_VALUE | stream",
                "RERANK | {`model`:`m`,`query`:`x`,`documents`:[`x`],`Documents`:[`y`]} |"
                        + " INVALID_VALUE | documents",
                "MESSAGES | {`model`:`m`,`max_tokens`:9} | MISSING_VALUE | messages",
                "MESSAGES | {`model`:`m`,`messages`:[{`role`:`user`,`content`:`x`}]} |"
                        + " MISSING_VALUE | max_tokens",
                "MESSAGES | {`model`:`m`,`max_tokens`:9,`messages`:[{`content`:`x`}]} |"
                        + " MISSING_VALUE | messages[0].role",
                "MESSAGES |"
                    + " {`model`:`m`,`max_tokens`:9,`system`:7,`messages`:[{`role`:`user`,`content`:`x`}]}"
                    + " | INVALID_VALUE | system",
                "COUNT_TOKENS | {`model`:`m`,`messages`:[]} | MISSING_VALUE | messages"
            })
    void arrive_badBody_namesTheField(Route route, String body, FaultCode code, String field) {
        Arrival arrival = Bodies.arrive(route, Requests.HEAD, json(body));

        assertThat(arrival).isInstanceOf(Arrival.Refused.class);
        assertThat(((Arrival.Refused) arrival).fault().code()).isEqualTo(code);
        assertThat(((Arrival.Refused) arrival).fault().field()).contains(field);
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void arrive_withoutAModel_isRefused(Route route) {
        Arrival arrival = Bodies.arrive(route, Requests.HEAD, "{}".getBytes(UTF_8));

        assertThat(((Arrival.Refused) arrival).fault().field()).contains("model");
    }

    @Test
    void arrive_nullsOfResponses_pointToNothing() {
        Arrived arrived =
                understood(
                        Route.RESPONSES,
                        "{`model`:`m`,`input`:`a`,`previous_response_id`:null,`background`:false}");

        assertThat(arrived.route()).isEqualTo(Route.RESPONSES);
    }

    private static Arrived understood(Route route, String body) {
        Arrival arrival = Bodies.arrive(route, Requests.HEAD, json(body));
        assertThat(arrival).isInstanceOf(Arrival.Understood.class);
        return ((Arrival.Understood) arrival).arrived();
    }

    private static byte[] json(String withBackticks) {
        return withBackticks.replace('`', '"').getBytes(UTF_8);
    }
}
