package dev.avow.detector.recognizers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What base64 says is looked at wherever it stands; what is found is the letters that say it. */
final class InBase64Test {

    private static final String MAIL = "Write to ada@example.org, please";

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_textInBase64_findsTheLettersThatSayTheValue(
            String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        String mail = encoded(MAIL);
        String found = "email:YWRhQGV4YW1wbGUub3Jn";
        return Stream.of(
                arguments("in a sentence", "Please read " + mail + " to me.", found),
                arguments(
                        "an address alone", "(YWRhQGV4YW1wbGUub3Jn)", "email:YWRhQGV4YW1wbGUub3Jn"),
                arguments("a data URL", "data:text/plain;base64," + mail, found),
                arguments("in Markdown", "![x](data:text/plain;base64," + mail + ") and", found),
                arguments("in JSON", "{\"a\":\"data:text/plain;base64," + mail + "\"}", found),
                arguments("in a query", "?d=" + mail.replace("=", "%3D") + "&e=1", found),
                arguments("in a path", "https://h.example/p/" + mail.replace("=", ""), found),
                arguments("without padding", mail.replace("=", "") + ".", found),
                arguments(
                        "the alphabet of URLs",
                        Base64.getUrlEncoder()
                                .encodeToString("??>> ada@example.org".getBytes(UTF_8)),
                        "email:PiBhZGFAZXhhbXBsZS5vcmc="),
                arguments(
                        "an escaped slash",
                        encoded("???? ada@example.org").replace("/", "\\/"),
                        "email:PyBhZGFAZXhhbXBsZS5vcmc="),
                arguments(
                        "two values in one",
                        encoded("ada@example.org 4111 1111 1111 1111"),
                        "email:YWRhQGV4YW1wbGUub3Jn | payment_card:IDQxMTEgMTExMSAxMTExIDExMTE="),
                arguments(
                        "two values that share a group",
                        encoded("1ada@example.org 4111 1111 1111 1111"),
                        "email:MWFkYUBleGFtcGxlLm9yZyA0 | payment_card:MTExIDExMTEgMTExMSAxMTEx"),
                arguments(
                        "base64 in base64",
                        encoded("look: " + encoded("ada@example.org")),
                        "email:WVdSaFFHVjRZVzF3YkdVdWIzSm4="),
                arguments(
                        "letters of other scripts",
                        encoded("José, 日本, jose@example.org"),
                        "email:am9zZUBleGFtcGxlLm9yZw=="),
                arguments("a hash", "d41d8cd98f00b204e9800998ecf8427e", ""),
                arguments("a long word", "Donaudampfschifffahrtsgesellschaft", ""),
                arguments("a path", "src/main/java/dev/avow/detector/engine/Pass", ""),
                arguments("bytes", encoded("\0\1\2\3 ada@example.org \u0007\u0006"), ""));
    }

    @Test
    void scan_linesOfBase64_findsValuesOverTheirEnds() {
        String text = "All of us, my number is +33 6 12 34 56 78 and my mail ada@example.org, ok";
        String lines = encoded(text).replaceAll("(.{76})", "$1\r\n");

        assertThat(Found.in("Read:\r\n" + lines + "\r\nBye"))
                .isEqualTo("phone:KzMzIDYgMTIgMzQgNTYgNzgg | email:YWRh\r\nQGV4YW1wbGUub3Jn");
    }

    @Test
    void scan_moreThanAWindow_findsEveryValue() {
        String text = "number %06d: ada@example.org; ".formatted(7).repeat(20_000);

        List<Finding> findings =
                Found.TIER_1.scan("x " + encoded(text) + " y", Found.AMPLE).findings();

        assertThat(findings).hasSize(20_000);
    }

    @Test
    void scan_withoutDecoding_leavesBase64Alone() {
        Budget budget = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE, false);

        assertThat(Found.TIER_1.scan(encoded(MAIL), budget).findings()).isEmpty();
    }

    @Test
    void scan_manyPlacesWhereBase64MayBegin_staysComplete() {
        String text = ("/" + encoded(MAIL)).repeat(2_000) + "/\\%2F".repeat(20_000);

        assertThat(Found.TIER_1.scan(text, Found.AMPLE).coverage()).isEqualTo(Coverage.COMPLETE);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
