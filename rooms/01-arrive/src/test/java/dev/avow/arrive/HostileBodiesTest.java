package dev.avow.arrive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.avow.words.Route;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are made to cost, to hide text, or to pass by what is decided of them. */
final class HostileBodiesTest {

    private static final String LINE =
            "Nom;Carte\r\nH\u00e9l\u00e8ne Dupont;4111 1111 1111 1111;helene@hyper.example\r\n";

    private static String base64(int lines, Charset charset) {
        return Base64.getEncoder().encodeToString(LINE.repeat(lines).getBytes(charset));
    }

    private static Arrival arrive(Route route, String body) {
        return Bodies.arrive(route, Requests.HEAD, body.getBytes(UTF_8));
    }

    /** A body of 80 bytes once kept the event loop busy for ten seconds. */
    @Test
    void maxTokens_tinyFraction_costsNothing() {
        String body =
                "{\"model\":\"m\",\"max_tokens\":1e-30000000,"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> arrive(Route.CHAT_COMPLETIONS, body));
    }

    /** Once an uncaught ArithmeticException. */
    @ParameterizedTest
    @ValueSource(strings = {"1e-999999999", "1e9999999999", "1e999999999", "-1e-99999999"})
    void maxTokens_ofAnySize_isUnderstoodOrRefused(String number) {
        assertThat(
                        arrive(
                                Route.CHAT_COMPLETIONS,
                                "{\"model\":\"m\",\"max_tokens\":"
                                        + number
                                        + ",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"))
                .isNotNull();
    }

    /** The type of a reference may be left out. */
    @Test
    void responses_itemOfAnIdAlone_isRefused() {
        assertThat(
                        arrive(
                                Route.RESPONSES,
                                "{\"model\":\"m\",\"input\":[{\"id\":\"msg_0a1b\"},"
                                        + "{\"role\":\"user\",\"content\":\"x\"}]}"))
                .isInstanceOf(Arrival.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void documentOfAnthropic_inLatin1_isRead(int lines) {
        String body =
                "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":["
                        + "{\"type\":\"document\",\"source\":{\"type\":\"base64\","
                        + "\"media_type\":\"text/plain\",\"data\":\""
                        + base64(lines, ISO_8859_1)
                        + "\"}}]}]}";
        Arrival.Understood arrival = (Arrival.Understood) arrive(Route.MESSAGES, body);

        assertThat(String.join("\n", Requests.texts(arrival.arrived())))
                .contains("4111 1111 1111 1111");
    }

    /** Browsers label a CSV so, and Windows writes it in an old encoding. */
    @ParameterizedTest
    @ValueSource(strings = {"data:application/vnd.ms-excel;base64,", ""})
    void fileData_csvInLatin1_isRead(String label) {
        String texts =
                String.join(
                        "\n",
                        Requests.texts(
                                Requests.understood(
                                        Requests.message(
                                                "\"content\":[{\"type\":\"file\",\"file\":{\"file_data\":\""
                                                        + label
                                                        + base64(1, ISO_8859_1)
                                                        + "\"}}]"))));

        assertThat(texts).contains("4111 1111 1111 1111");
    }

    /** A policy that blocks attachments must see one, whatever its base64 looks like. */
    @Test
    void fileData_base64ThatOnlyLenientDecodersRead_isAnAttachment() {
        assertThat(
                        Requests.understood(
                                        Requests.message(
                                                "\"content\":[{\"type\":\"file\",\"file\":{\"file_data\":"
                                                    + "\"data:application/pdf;base64,JVBERi0xLjQKJc*Ok\"}}]"))
                                .segments())
                .anyMatch(Segment.Document.class::isInstance);
    }

    /** It points to text that the provider keeps, as previous_response_id does. */
    @Test
    void responses_itemReference_isRefused() {
        assertThat(
                        arrive(
                                Route.RESPONSES,
                                "{\"model\":\"m\",\"input\":[{\"type\":\"item_reference\","
                                    + "\"id\":\"msg_0a1b\"},{\"role\":\"user\",\"content\":\"x\"}]}"))
                .isInstanceOf(Arrival.Refused.class);
    }

    /** Go's encoding/json (Ollama, many gateways) takes either, and the last one counts. */
    @ParameterizedTest
    @ValueSource(strings = {"Model", "MODEL", "Messages", "Stream", "Max_Tokens", "me\u017fsages"})
    void member_thatDiffersInCaseAlone_isRefused(String name) {
        assertThat(
                        arrive(
                                Route.CHAT_COMPLETIONS,
                                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\""
                                        + name
                                        + "\":\"other\"}"))
                .isInstanceOf(Arrival.Refused.class);
    }
}
