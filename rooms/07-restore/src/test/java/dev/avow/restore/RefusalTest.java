package dev.avow.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B8: what is shown of a provider's refusal holds nothing of the request. */
final class RefusalTest {

    private static final String PROMPT =
            "Please write to lena@example.org that the Murmeltier project is late.";

    private final Refusal refusal =
            new Refusal(Model.masked(PROMPT).outbound(), Model.DETECTOR, Model.BUDGET);

    private String shown(String message) {
        String json = "{\"error\":{\"message\":" + Model.quote(message) + ",\"code\":\"x_y\"}}";
        return new String(refusal.shown(json.getBytes(UTF_8)), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max_tokens is too large: 99999. This model supports at most 4096.",
                "The model `m` does not exist or you do not have access to it.",
                "Invalid value for 'messages[0].content': the project is over its limit.",
                "nothing is said of [EMAIL_1] here"
            })
    void shown_explanation_staysAsItIs(String message) {
        assertThat(shown(message)).contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "could not understand: that the Murmeltier project is late",
                "Murmeltier project is",
                "no answer for you, jonas@example.org",
            })
    void shown_quote_isLeftOut(String message) {
        assertThat(shown(message))
                .isEqualTo(
                        "{\"error\":{\"message\":\"" + Refusal.LEFT_OUT + "\",\"code\":\"x_y\"}}");
    }

    @Test
    void shown_wholeRequestRepeated_holdsNeitherOriginalsNorWords() {
        assertThat(shown("you sent " + PROMPT)).doesNotContain("lena", "Murmeltier");
    }

    @Test
    void shown_longWords_areLeftOut() {
        assertThat(shown("no ".repeat(2_000))).contains(Refusal.LEFT_OUT);
    }

    @Test
    void shown_number_isLookedAt() {
        String json = "{\"error\":{\"card\":4111111111111111,\"status\":400}}";
        assertThat(new String(refusal.shown(json.getBytes(UTF_8)), UTF_8))
                .isEqualTo("{\"error\":{\"card\":\"" + Refusal.LEFT_OUT + "\",\"status\":400}}");
    }

    @Test
    void shown_quoteAsAMembersName_isNoAnswer() {
        byte[] json = "{\"lena@example.org\":1}".getBytes(UTF_8);
        assertThatThrownBy(() -> refusal.shown(json))
                .isInstanceOf(FaultException.class)
                .hasMessageNotContaining("lena");
    }
}
