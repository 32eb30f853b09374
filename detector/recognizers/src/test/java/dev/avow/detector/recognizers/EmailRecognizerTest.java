package dev.avow.detector.recognizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EmailRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "the usual form",
                        "Write to alice@mail.example",
                        "email:alice@mail.example"),
                arguments(
                        "punctuation after is not part",
                        "(alice@mail.example), bob@mail.example. Or carl@mail.example!",
                        "email:alice@mail.example | email:bob@mail.example |"
                                + " email:carl@mail.example"),
                arguments(
                        "RFC 5322: every atext may occur",
                        "!#$%&'*+-/=?^_`{|}~@example.org",
                        "email:!#$%&'*+-/=?^_`{|}~@example.org"),
                arguments(
                        "VERP keeps its equals sign",
                        "bounce+user=example.com@lists.example",
                        "email:bounce+user=example.com@lists.example"),
                arguments(
                        "an apostrophe within is a name's",
                        "o'brien@mail.example",
                        "email:o'brien@mail.example"),
                arguments(
                        "apostrophes around are quotes",
                        "'alice@mail.example'",
                        "email:alice@mail.example"),
                arguments(
                        "an assignment is not part",
                        "EMAIL=alice@mail.example",
                        "email:alice@mail.example"),
                arguments(
                        "a path is not part",
                        "/users/alice@mail.example/inbox",
                        "email:alice@mail.example"),
                arguments(
                        "RFC 6531: accents",
                        "renée.müller@exämple.example",
                        "email:renée.müller@exämple.example"),
                arguments(
                        "RFC 5890: an encoded top domain",
                        "a@xn--mller-kva.xn--p1ai",
                        "email:a@xn--mller-kva.xn--p1ai"),
                arguments(
                        "Japanese text goes on without a blank",
                        "alice@mail.exampleまで",
                        "email:alice@mail.example"),
                arguments(
                        "Cyrillic text before",
                        "почтаalice@mail.example",
                        "email:alice@mail.example"),
                arguments(
                        "zero-width space, soft hyphen and BOM hide nothing",
                        "al\u200bice\u00ad@mail\ufeff.exam\u200bple",
                        "email:al\u200bice\u00ad@mail\ufeff.exam\u200bple"),
                arguments(
                        "percent-encoded plus tag",
                        "alice%2Btag%40mail.example&x=1",
                        "email:alice%2Btag%40mail.example"),
                arguments(
                        "percent-encoded brackets are not part",
                        "%3Calice%40mail.example%3E",
                        "email:alice%40mail.example"),
                arguments(
                        "percent-encoded accents are part",
                        "ren%C3%A9%40mail.example",
                        "email:ren%C3%A9%40mail.example"),
                arguments(
                        "escaped brackets are not part",
                        "\\u003calice@mail.example\\u003e",
                        "email:alice@mail.example"),
                arguments(
                        "an escaped line feed is not part",
                        "x\\nalice@mail.example\\nbob@mail.example\\n",
                        "email:alice@mail.example | email:bob@mail.example"),
                arguments(
                        "a Markdown link",
                        "[mail](mailto:alice@mail.example)",
                        "email:alice@mail.example"),
                arguments(
                        "a sentence begins without a blank",
                        "alice@mail.example.Then we go",
                        "email:alice@mail.example"),
                arguments("a domain of digits", "user@163.com", "email:user@163.com"),
                arguments(
                        "digits before the sign are part, not a phone",
                        "0612345678@mail.example",
                        "email:0612345678@mail.example"),
                arguments(
                        "a card number before the sign is part of the address",
                        "4111111111111111@mail.example",
                        "email:4111111111111111@mail.example"),
                arguments(
                        "an at sign within quotes",
                        "\"a@b\"@example.org",
                        "email:\"a@b\"@example.org"),
                arguments("a decimal entity", "ada&#64;example.org", "email:ada&#64;example.org"),
                arguments(
                        "a padded entity", "ada&#0064;example.org", "email:ada&#0064;example.org"),
                arguments(
                        "a hexadecimal entity",
                        "ada&#x40;example.org",
                        "email:ada&#x40;example.org"),
                arguments(
                        "a named entity", "ada&commat;example.org", "email:ada&commat;example.org"),
                arguments("encoded twice", "ada%2540example.org", "email:ada%2540example.org"),
                arguments(
                        "encoded three times",
                        "ada%252540example.org",
                        "email:ada%252540example.org"),
                arguments("a short escape", "ada\\x40example.org", "email:ada\\x40example.org"),
                arguments(
                        "an escape in an escape",
                        "ada\\\\u0040example.org",
                        "email:ada\\\\u0040example.org"),
                arguments(
                        "an entity for a letter",
                        "&#x61;da@example.org",
                        "email:&#x61;da@example.org"),
                arguments(
                        "an entity before is not part",
                        "&lt;ada@example.org&gt;",
                        "email:ada@example.org"),
                arguments(
                        "signs as words in brackets",
                        "alice (at) mail (dot) example, bob[at]host[dot]org",
                        "email:alice (at) mail (dot) example | email:bob[at]host[dot]org"),
                arguments(
                        "only the at sign as a word",
                        "alice [at] mail.example",
                        "email:alice [at] mail.example"),
                arguments(
                        "signs as bare words",
                        "Write to john dot doe at example dot co dot uk please",
                        "email:john dot doe at example dot co dot uk"),
                arguments(
                        "bare words in upper case",
                        "jane.doe AT example DOT com",
                        "email:jane.doe AT example DOT com"),
                arguments(
                        "only the dot as a word",
                        "jane@example (dot) com, jane@example[dot]org",
                        "email:jane@example (dot) com | email:jane@example[dot]org"),
                arguments(
                        "the sign in brackets",
                        "jane [@] example.org",
                        "email:jane [@] example.org"),
                arguments(
                        "words of other languages",
                        "anna (arobase) exemple (point) fr, max(ät)firma.de",
                        "email:anna (arobase) exemple (point) fr | email:max(ät)firma.de"),
                arguments(
                        "prose about dots",
                        "look at the dot com boom, meet me at example dot com, visit us at example"
                                + " dot org",
                        ""),
                arguments("prose about points", "removed at some point in time. (dot)", ""),
                arguments("at in code", "list[at].size(); f(at) = 3; call(at).com", ""),
                arguments("at without a dot", "dinner (at) eight, alice (at) work", ""),
                arguments("no dot in the domain", "root@localhost", ""),
                arguments("a top domain of one letter", "a@b.c", ""),
                arguments("a top domain of digits", "a@1.2.3.4", ""),
                arguments(
                        "a footnote's sign, and the next column, right behind",
                        "alice@mail.example.org2, bob@post.co.uk0612345678",
                        "email:alice@mail.example.org | email:bob@post.co.uk"),
                arguments(
                        "file names and versions with a number behind",
                        "song@home.mp3 pack@next.rc1 image@sha.v12 root@web.prod01",
                        ""),
                arguments("a label with a number within", "a@b.org2.example1", ""),
                arguments("no local part", "@mail.example @Override", ""),
                arguments("a local part that ends in a dot", "ask me.@mail.example", ""),
                arguments(
                        "a repository, not a person",
                        "git@github.com:org/repo.git ssh://git@host.example/x",
                        ""),
                arguments("package versions", "foo@1.2.3 foo@2.0.0-beta.rc", ""),
                arguments("image names", "icon@2x.png hero@3x.jpeg", ""),
                arguments("a lonely sign", "5 @ 3, @, a @ b.example", ""));
    }
}
