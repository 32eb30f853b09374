package dev.avow.arrive;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B1 for files that a provider keeps: those that were looked at here are known by their ids. */
final class KeptFilesTest {

    private static final String OURS = "file-0123456789abcdef0123456789abcdef";

    private static Arrival arrive(Route route, String body) {
        return Bodies.arrive(route, Requests.HEAD, body.getBytes(UTF_8));
    }

    private static String naming(String id) {
        return "{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_file\",\"file_id\":\""
                + id
                + "\"}]}],\"tools\":[{\"type\":\"x\",\"container\":{\"file_ids\":[\""
                + id
                + "\"]}}]}";
    }

    @Test
    void id_ofOurs_isNamedAndTold() {
        Arrived arrived = ((Arrival.Understood) arrive(Route.RESPONSES, naming(OURS))).arrived();
        assertThat(KeptFiles.of(arrived)).hasSize(2).allMatch(each -> each.known() == null);

        Arrived told =
                KeptFiles.told(
                        arrived, id -> new Segment.Known("there" + id.length(), List.of(), false));
        assertThat(KeptFiles.of(told))
                .allMatch(each -> String.valueOf(each.known()).contains("there37"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file-abc", "file-0123456789ABCDEF0123456789abcdef", "../x"})
    void id_ofAnybodyElses_isNotThere(String id) {
        Fault fault = ((Arrival.Refused) arrive(Route.RESPONSES, naming(id))).fault();
        assertThat(fault.code()).isEqualTo(FaultCode.NOT_FOUND);
        assertThat(fault.fieldOrNull()).isEqualTo("input[0].content[0].file_id");
    }

    @Test
    void id_onARouteWithoutFiles_isRefused() {
        Arrival arrival =
                arrive(
                        Route.MESSAGES,
                        "{\"model\":\"m\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":[{\"source\":{\"file_id\":\""
                                + OURS
                                + "\"}}]}]}");
        assertThat(((Arrival.Refused) arrival).fault().code()).isEqualTo(FaultCode.INVALID_VALUE);
    }

    private static List<String> textsOf(byte[] file) {
        Arrival arrival =
                Bodies.arrive(Route.RESPONSES, Requests.HEAD, FileBody.of("m", file, "txt"));
        return Requests.texts(((Arrival.Understood) arrival).arrived());
    }

    @Test
    void fileBody_text_isOneMessage() {
        assertThat(textsOf("one\ntwo".getBytes(UTF_8))).contains("one\ntwo");
        assertThat(textsOf("one\ntwo Ä".getBytes(UTF_16LE))).contains("one\ntwo Ä");
    }

    @Test
    void fileBody_json_isTakenApart() {
        assertThat(textsOf("{\"a\":\"\\u0061b\"}".getBytes(UTF_8))).contains("ab");
        assertThat(textsOf("{\"a\":\"\\u0061b\"}\r\n{\"a\":\"\\u0063d\"}\n".getBytes(UTF_8)))
                .contains("ab", "cd");
    }

    @Test
    void fileBody_document_isOne() {
        assertThat(textsOf("%PDF-1.7".getBytes(UTF_8))).contains("<document>");
        assertThat(textsOf(new byte[] {0, 1, 2, 3, 0, 0, 5})).contains("<document>");
    }
}
