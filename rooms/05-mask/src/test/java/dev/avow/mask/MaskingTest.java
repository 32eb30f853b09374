package dev.avow.mask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.decide.Decision;
import dev.avow.decide.Risk;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** B1: pseudonyms in the place of values. */
final class MaskingTest {

    @Test
    void mint_equalValues_shareOnePseudonym() {
        assertThat(Letters.outbound(user("a@b.example, c@d.example, a@b.example")))
                .contains("[EMAIL_1], [EMAIL_2], [EMAIL_1]");
    }

    @Test
    void mint_equalValueAsTextAndNestedNumber_shareOnePseudonym() {
        assertThat(
                        Letters.outbound(
                                user(
                                        "{\\\"c\\\":4111111111111111,\\\"d\\\":\\\"4111111111111111\\\"}")))
                .contains(
                        "{\\\"c\\\":\\\"[PAYMENT_CARD_1]\\\",\\\"d\\\":\\\"[PAYMENT_CARD_1]\\\"}");
    }

    @Test
    void mint_conversationExtended_keepsItsNumbers() {
        String first = "{\"role\":\"user\",\"content\":\"a@b.example and c@d.example\"}";
        String more = first + ",{\"role\":\"user\",\"content\":\"e@f.example then a@b.example\"}";

        assertThat(Letters.outbound(messages(first))).contains("[EMAIL_1] and [EMAIL_2]");
        assertThat(Letters.outbound(messages(more)))
                .contains("[EMAIL_1] and [EMAIL_2]")
                .contains("[EMAIL_3] then [EMAIL_1]");
    }

    @Test
    void mint_pseudonymsInThePrompt_areNeverGivenOut() {
        Masked masked =
                Letters.masked(user("[EMAIL_1] [EMAIL_12] [EMAIL_x] a@b.example c@d.example"));

        assertThat(body(masked)).contains("[EMAIL_1] [EMAIL_12] [EMAIL_x] [EMAIL_2] [EMAIL_3]");
        assertThat(masked.keepsake().unmaskedOriginal("[EMAIL_1]", UnmaskAccess.granted()))
                .isEmpty();
        assertThat(masked.keepsake().unmaskedOriginal("[EMAIL_12]", UnmaskAccess.granted()))
                .isEmpty();
    }

    @Test
    void mint_pseudonymHiddenInAttachmentOrNestedJson_isNeverGivenOut() {
        String data = Base64.getEncoder().encodeToString("[EMAIL_1]".getBytes(UTF_8));
        String body =
                messages(
                        "{\"role\":\"user\",\"content\":[{\"text\":\"a@b.example\"},{\"text\":\"{\\\"k\\\":\\\"\\\\u005bEMAIL_2]\\\"}\"},{\"file_data\":\"data:text/csv;base64,"
                                + data
                                + "\"}]}");

        assertThat(Letters.outbound(body)).contains("[EMAIL_3]").doesNotContain("a@b");
    }

    @Test
    void mint_manyValues_everyPseudonymIsItsOwnAndHoldsNoOriginal() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            text.append("u").append(i).append("@mail.example ");
        }
        Masked masked = Letters.masked(user(text.toString()));

        for (int i = 0; i < 120; i++) {
            assertThat(body(masked)).contains("[EMAIL_" + (i + 1) + "] ");
            assertThat(
                            masked.keepsake()
                                    .unmaskedOriginal(
                                            "[EMAIL_" + (i + 1) + "]", UnmaskAccess.granted()))
                    .contains("u" + i + "@mail.example");
        }
        assertThat(masked.keepsake().longestPseudonym()).isEqualTo("[EMAIL_120]".length());
        assertThat(masked.keepsake().isProperPrefix("[EMAIL_1")).isTrue();
        assertThat(masked.keepsake().isProperPrefix("[EMAIL_1]")).isFalse();
        assertThat(masked.keepsake().isProperPrefix("[EMAIL_9x")).isFalse();
    }

    @Test
    void mint_allow_changesTheModelAndNothingElse() {
        String body = user("a@b.example \\u00e9 4111111111111111");
        Masked masked =
                Masking.mint(new Decision.Allow(Letters.classified(body), "p", new Risk(0), "Log"));

        assertThat(body(masked)).isEqualTo(body.replace("\"m\"", "\"model-1\""));
        assertThat(masked.keepsake().isEmpty()).isTrue();
    }

    @Test
    void mint_nothingFound_changesTheModelAndNothingElse() {
        String body =
                messages(
                        "{ \"role\":\"user\",\n"
                                + "\"content\":\"\\u0041\\/ 😀 \\ud800 [x](y) {\\\"k\\\": 1.0}\","
                                + " \"n\":1e2 }");

        assertThat(Letters.outbound(body)).isEqualTo(body.replace("\"m\"", "\"model-1\""));
    }

    @Test
    void promptAsItLeaves_masked_holdsPseudonymsOnly() {
        Masked masked = Letters.masked(user("write to a@b.example"));

        assertThat(masked.outbound().promptAsItLeaves()).contains("write to [EMAIL_1]");
    }

    @Test
    void mint_attachmentInLatin1_keepsItsOtherBytes() {
        byte[] csv = "\u00e9;a@b.example\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        String out =
                Letters.outbound(
                        messages(
                                "{\"role\":\"user\",\"content\":[{\"file_data\":\"data:text\\/csv;base64,"
                                        + Base64.getEncoder().encodeToString(csv)
                                        + "\"}]}"));

        assertThat(out)
                .contains(
                        "data:text/csv;base64,"
                                + Base64.getEncoder()
                                        .encodeToString(
                                                "\u00e9;[EMAIL_1]\n"
                                                        .getBytes(
                                                                java.nio.charset.StandardCharsets
                                                                        .ISO_8859_1)));
    }

    @Test
    void toString_everyPart_holdsNoContent() {
        Masked masked = Letters.masked(user("a@b.example"));

        assertThat(masked.toString() + masked.outbound() + masked.keepsake())
                .doesNotContain("a@b")
                .doesNotMatch(Pattern.compile(".*role.*", Pattern.DOTALL));
    }

    private static String body(Masked masked) {
        return new String(masked.outbound().body(), UTF_8);
    }

    private static String user(String content) {
        return messages("{\"role\":\"user\",\"content\":\"" + content + "\"}");
    }

    private static String messages(String messages) {
        return "{\"model\":\"m\",\"messages\":[" + messages + "]}";
    }
}
