package dev.avow.mask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.decide.Decision;
import dev.avow.decide.MaskMode;
import dev.avow.decide.MaskRules;
import dev.avow.decide.Risk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B1: whatever the mode, the original does not leave; what comes back is known. */
final class ModesTest {

    private static final HashKey KEY = text -> new byte[] {1, 2, 3, 4, 5, 6, 7, (byte) text.length};

    private static Masked masked(String content, MaskRules rules) {
        return Masking.mint(
                new Decision.Mask(Letters.classified(body(content)), "p", new Risk(0), rules), KEY);
    }

    private static String body(String content) {
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":" + content + "}]}";
    }

    private static String left(Masked masked) {
        String body = new String(masked.outbound().body(), UTF_8);
        return body.substring(body.indexOf("\"content\":") + 10, body.length() - 3);
    }

    private static MaskRules all(MaskMode mode) {
        return new MaskRules(mode, Map.of(), false);
    }

    @ParameterizedTest
    @CsvSource({
        "PSEUDONYM, to [EMAIL_1] now",
        "PLACEHOLDER, to <EMAIL> now",
        "SYNTHETIC, to alex.quillmere1@example.org now",
        "HASH, to <EMAIL:010203040506071e> now",
        "PARTIAL, to ***@*****.***mple now",
        "REMOVE, to  now"
    })
    void mint_eachMode_standsInForTheValue(MaskMode mode, String expected) {
        Masked masked = masked("\"to ada@hyper.example now\"", all(mode));

        assertThat(left(masked)).isEqualTo("\"" + expected + "\"");
        assertThat(masked.keepsake().isEmpty()).isEqualTo(!mode.isReversible());
    }

    @Test
    void mint_modesByType_eachTakesItsOwn() {
        MaskRules rules =
                new MaskRules(
                        MaskMode.PLACEHOLDER,
                        Map.of("email", MaskMode.PSEUDONYM, "iban", MaskMode.PARTIAL),
                        false);

        assertThat(left(masked("\"a@b.example GB82 WEST 1234 5698 7654 32 +33612345678\"", rules)))
                .isEqualTo("\"[EMAIL_1] **** **** **** **** **54 32 <PHONE>\"");
    }

    @Test
    void mint_synthetic_isOfTheSameFormAndComesBack() {
        Masked masked =
                masked(
                        "\"4111 1111 1111 1111, again 4111 1111 1111 1111\"",
                        all(MaskMode.SYNTHETIC));
        String left = left(masked);

        assertThat(left).matches("\"(4242 42\\d\\d \\d{4} \\d{4}), again \\1\"");
        String card = left.substring(1, 20);
        assertThat(masked.keepsake().unmaskedOriginal(card, UnmaskAccess.granted()))
                .contains("4111 1111 1111 1111");
    }

    /** What somebody wrote is never taken for what was given out. */
    @Test
    void mint_syntheticStandsInTheText_isPassedOver() {
        String first = left(masked("\"x@y.example\"", all(MaskMode.SYNTHETIC))).replace("\"", "");

        Masked masked =
                masked(
                        "[{\"type\":\"text\",\"text\":\"x@y.example\"},"
                                + "{\"type\":\"x\",\"y\":\"see"
                                + first
                                + "!\"}]",
                        new MaskRules(MaskMode.SYNTHETIC, Map.of(), false));

        assertThat(masked.keepsake().gaveOut(first)).isFalse();
    }

    /** Two names of one object must not become one, or a value would be lost. */
    @ParameterizedTest
    @CsvSource({"PLACEHOLDER", "PARTIAL", "REMOVE"})
    void mint_membersNames_stayApart(MaskMode mode) {
        String left =
                left(
                        masked(
                                "[{\"type\":\"text\",\"text\":\"\",\"a@b.example\":\"x\","
                                        + "\"c@d.example\":\"y\"}]",
                                all(mode)));

        assertThat(left).contains("\"[EMAIL_1]\":\"x\"").contains("\"[EMAIL_2]\":\"y\"");
    }

    @Test
    void mint_numberRemoved_leavesWellFormedJson() {
        String left =
                left(
                        masked(
                                "\"{\\\"card\\\": 4111111111111111, \\\"n\\\": 1}\"",
                                all(MaskMode.REMOVE)));

        assertThat(left).isEqualTo("\"{\\\"card\\\": \\\"\\\", \\\"n\\\": 1}\"");
    }

    @Test
    void mint_receipt_showsTheTextAsItLeft() {
        assertThat(
                        masked("\"to a@b.example\"", all(MaskMode.PLACEHOLDER))
                                .outbound()
                                .promptAsItLeaves())
                .contains("to <EMAIL>");
    }
}
