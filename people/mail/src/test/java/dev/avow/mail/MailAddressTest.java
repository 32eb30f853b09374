package dev.avow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** O2: nothing that is given can become another header or another recipient. */
final class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "mina.distel@example.org, mina.distel@example.org",
        "Mina+x@Example.ORG, Mina+x@example.org",
        "o'neil_{1}@a-b.example, o'neil_{1}@a-b.example",
        "info@bücher.example, info@xn--bcher-kva.example",
        "jürgen@bücher.example, jürgen@xn--bcher-kva.example",
        "postmaster@localhost, postmaster@localhost"
    })
    void parse_anAddress_isKeptAsMailHasIt(String text, String plaintext) {
        assertThat(MailAddress.parse(text).map(MailAddress::plaintext)).contains(plaintext);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "mina",
                "mina@",
                "@example.org",
                "mina@example.org\r\nBcc: x@example.org",
                "mina\r\n@example.org",
                "mina@exa\nmple.org",
                "a@b.example,c@d.example",
                "Mina <mina@example.org>",
                "<mina@example.org>",
                "\"mi na\"@example.org",
                "mina(comment)@example.org",
                "mina@example.org>",
                "mina@example.org ",
                "mina@[192.0.2.1]",
                "mina@-example.org",
                "mina@exa_mple.org",
                "mina@example..org",
                "mina@example.org.",
                ".mina@example.org",
                "mina..x@example.org",
                "a@b@c.example;x",
                "mina;x@example.org",
                "mina:x@example.org",
                "mina\u0000@example.org",
                "mina\u2028@example.org"
            })
    void parse_whatIsNoneOrMore_isNone(String text) {
        assertThat(MailAddress.parse(text)).isEmpty();
    }

    @Test
    void parse_tooLong_isNone() {
        assertThat(MailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(MailAddress.parse("ü".repeat(33) + "@example.org")).isEmpty();
        assertThat(MailAddress.parse("a@" + "b".repeat(64) + ".example")).isEmpty();
    }

    @Test
    void toString_all_printNothingOfAnybody() {
        MailAddress mina = MailAddress.parse("mina@example.org").orElseThrow();
        MailText text = new MailText("A subject", "A body", List.of());

        assertThat(mina.toString()).doesNotContain("mina", "example");
        assertThat(text.toString()).doesNotContain("subject", "body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a\r\nBcc: x@example.org",
                "a\nb",
                "a\u0000",
                "a\u0085b",
                "a\u2028b",
                "\ud800"
            })
    void subject_thatIsNoLine_isRefused(String subject) {
        assertThatThrownBy(() -> new MailText(subject, "", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.pdf\r\nX: y", "../a.pdf", "a.PDF", "a\".pdf"})
    void attachment_ofAnotherName_isRefused(String name) {
        assertThatThrownBy(() -> new PdfAttachment(name, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
