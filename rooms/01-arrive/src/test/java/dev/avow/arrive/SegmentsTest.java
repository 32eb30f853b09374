package dev.avow.arrive;

import static dev.avow.arrive.Requests.message;
import static dev.avow.arrive.Requests.texts;
import static dev.avow.arrive.Requests.understood;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B1: there is no place in a request that is not looked at. */
final class SegmentsTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0};

    @Test
    void of_contentString_isPrompt() {
        Arrived arrived = understood(message("\"content\":\"hello\""));

        assertThat(texts(arrived)).containsExactly("user", "hello");
        assertThat(arrived.segments().get(0)).isEqualTo(text("user", arrived, false));
        assertThat(arrived.segments().get(1)).isEqualTo(text("hello", arrived, true));
    }

    @Test
    void of_contentParts_eachIsItsOwn() {
        assertThat(
                        texts(
                                understood(
                                        message(
                                                "\"content\":[{\"type\":\"text\",\"text\":\"one\"},{\"type\":\"text\",\"text\":\"two\"}]"))))
                .containsExactly("user", "text", "one", "text", "two");
    }

    @Test
    void of_toolCallsAndToolMessages_areTakenApart() {
        String arguments =
                quoted("{\"to\":\"x\\u0040y.example\",\"Card\":4111111111111111,\"n\":[1,\"\"]}");
        assertThat(
                        texts(
                                understood(
                                        message(
                                                "\"tool_calls\":[{\"id\":\"call_1\",\"function\":{\"name\":\"send\",\"arguments\":"
                                                        + arguments
                                                        + "}}]"))))
                .containsExactly(
                        "user", "call_1", "send", "x@y.example", "Card", "4111111111111111", "");
        assertThat(
                        texts(
                                understood(
                                        message(
                                                "\"tool_call_id\":\"call_1\",\"content\":"
                                                        + quoted(" [\"x\\u0040y.example\"]\n")))))
                .containsExactly("user", "call_1", "x@y.example");
    }

    @Test
    void of_nestedInNested_isTakenApartFourDeep() {
        String value = "{\"v\":\"x\\u0040y.example\"}";
        for (int i = 0; i < 3; i++) {
            value = "{\"v\":" + quoted(value) + "}";
        }

        assertThat(texts(understood(message("\"content\":" + quoted(value)))))
                .containsExactly("user", "x@y.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{not json}",
                "{\"a\":1,}",
                "[1,2",
                "{}x{}",
                "{\"a\":\"b\"}\n{\"a\":\"b\"}",
                "{",
                "{]",
                "[}",
                "{\"a\":\"\u0001\"}"
            })
    void of_nearlyJson_isText(String text) {
        assertThat(texts(understood(message("\"content\":" + quoted(text)))))
                .containsExactly("user", text);
    }

    @Test
    void of_names_areSegmentsWhereTheyCouldNameSomebody() {
        assertThat(
                        texts(
                                understood(
                                        "{\"model\":\"m\",\"messages\":[{\"role\":\"u\"}],\"metadata\":{\"a@b.example\":\"v\",\"plain\":\"w\"}}")))
                .containsExactly("u", "a@b.example", "v", "w");
    }

    @Test
    void of_unknownFields_areSegments() {
        assertThat(
                        texts(
                                understood(
                                        "{\"model\":\"m\",\"messages\":[{\"role\":\"u\",\"new\":{\"deep\":[\"a\"]}}],\"future\":[[\"b\"]],\"user\":\"c\",\"stop\":[\"d\"]}")))
                .containsExactly("u", "a", "b", "c", "d");
    }

    @ParameterizedTest
    @CsvSource({
        "12345678, ",
        "123456789, 123456789",
        "-123456789, -123456789",
        "4111111111111111, 4111111111111111",
        "4111111111111111.0, 4111111111111111",
        "4.111111111111111e15, 4111111111111111",
        "4.111111111111111E+15, 4111111111111111",
        "33612345678e0, 33612345678",
        "41111111111111110e-1, 4111111111111111",
        "1e999999999, 1e999999999",
        "1e-999999999, 1e-999999999",
        "0.123456789, 0.123456789",
        "1.5, "
    })
    void of_numbers_areReadAsTheValueThatTheyAre(String number, String text) {
        List<String> texts = texts(understood(message("\"n\":" + number)));

        assertThat(texts).isEqualTo(text == null ? List.of("user") : List.of("user", text));
    }

    @Test
    void of_aSeedAsLongAsACard_isText() {
        assertThat(
                        texts(
                                understood(
                                        "{\"model\":\"m\",\"seed\":4111111111111111,\"messages\":[{\"role\":\"u\"}]}")))
                .containsExactly("4111111111111111", "u");
    }

    @Test
    void of_seedAndTokenLimits_areNoText() {
        assertThat(
                        texts(
                                understood(
                                        "{\"model\":\"m\",\"seed\":2147483647,\"max_tokens\":1000000000,\"messages\":[{\"role\":\"u\",\"seed\":1234567890123}]}")))
                .containsExactly("u", "1234567890123");
    }

    // Attachments

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;base64,",
                "data:IMAGE/PNG;BASE64,",
                "data:application/pdf;base64,",
                "data:application/octet-stream;base64,",
                "data:audio/mp3;base64,"
            })
    void of_image_isOpaque(String head) {
        assertThat(attached(head + base64(PNG))).containsExactly("<opaque>");
    }

    @ParameterizedTest
    @CsvSource({
        "'data:text/csv;base64,', UTF-8",
        "'data:text/csv;charset=utf-8;base64,', UTF-8",
        "'data:;base64,', UTF-8",
        "'data:text/plain;base64,', UTF-16LE",
        "'data:text/plain;base64,', UTF-16BE",
        "'data:text/plain;base64,', UTF-32LE",
        "'data:text/plain;charset=utf-32;base64,', UTF-32BE",
        "'data:text/plain;charset=utf-16le;base64,', UTF-16LE",
        "'data:text/plain;charset=utf-16le;base64,', UTF-16BE",
        "'data:text/plain;charset=utf-16le;base64,', UTF-8",
        "'data:text/csv;charset=iso-8859-2;base64,', ISO-8859-2",
        "'data:text/csv;charset=no-such;base64,', ISO-8859-1",
        "'data:text/csv;base64,', ISO-8859-1",
        "'data:text/csv;base64,', windows-1252"
    })
    void of_textAttachment_isDecodedWhateverItsEncoding(String head, String charset) {
        byte[] bytes = "é;alice@mail.example\n".getBytes(Charset.forName(charset));

        assertThat(attached(head + base64(bytes))).containsExactly(head, "é;alice@mail.example\n");
    }

    /** One ideographic space once made UTF-16 pass for Latin-1. */
    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, 'data:text/plain;charset=utf-16le;base64,'",
        "UTF-16BE, 'data:text/plain;base64,'",
        "UTF-16LE, 'data:application/octet-stream;base64,'"
    })
    void of_wideTextWithAnIdeographicSpace_onceHidTheContent(String charset, String head) {
        String text = "Write to ada@example.org\u3000card 4111111111111111";

        assertThat(attached(head + base64(text.getBytes(Charset.forName(charset))))).contains(text);
    }

    @Test
    void of_wideTextAfterManyIdeographs_isDecoded() {
        String text = "\u4e2d\u6587".repeat(2_000) + "4111111111111111";

        assertThat(attached("data:text/plain;base64," + base64(text.getBytes(UTF_16LE))))
                .contains(text);
    }

    @Test
    void of_bytesThatCouldBeReadInTwoWays_areADocumentThatNobodyRead() {
        String wide = "ada@example.org";
        byte[] odd = (wide + "\u0178").getBytes(UTF_16LE);

        assertThat(
                        attached(
                                "data:text/plain;base64,"
                                        + base64(java.util.Arrays.copyOf(odd, odd.length - 1))))
                .containsExactly("<document>");
        assertThat(
                        attached(
                                "data:text/plain;charset=utf-8;base64,"
                                        + base64(
                                                (wide + "\ud800" + wide)
                                                        .getBytes(Charset.forName("UTF-16BE")))))
                .isNotEmpty();
        assertThat(
                        attached(
                                "data:text/plain;charset=ibm037;base64,"
                                        + base64(wide.getBytes(Charset.forName("IBM037")))))
                .contains("<document>");
    }

    @Test
    void of_aZeroByteInNarrowText_hidesNothing() {
        assertThat(
                        attached(
                                "data:text/plain;base64,"
                                        + base64("a@b.example\0yes\0\0".getBytes(UTF_8))))
                .contains("a@b.example\0yes\0\0");
    }

    /** Base64 that stands where none belongs once was read as one long word. */
    @Test
    void of_longBareBase64_isAnAttachmentWhereverItStands() {
        byte[] image = new byte[300];
        new java.util.Random(7).nextBytes(image);
        String text = "alice@mail.example and more, ".repeat(9);

        assertThat(texts(understood(message("\"content\":" + quoted(base64(image))))))
                .contains("<opaque>");
        assertThat(
                        texts(
                                understood(
                                        message(
                                                "\"content\":"
                                                        + quoted(base64(text.getBytes(UTF_8)))))))
                .contains(text);
        for (String other :
                List.of("0123456789abcdef".repeat(20), "Aa1".repeat(20), "a b ".repeat(99))) {
            assertThat(texts(understood(message("\"content\":" + quoted(other)))))
                    .containsExactly("user", other);
        }
    }

    /** B1: what GitHub's API tells of a file, for one, is base64 in lines, in JSON, in a string. */
    @Test
    void of_bareBase64InLines_onceHidTheContent() {
        String text = "alice@mail.example and more, ".repeat(9);
        for (String end : List.of("\n", "\r\n")) {
            String lines =
                    Base64.getMimeEncoder(60, end.getBytes(UTF_8))
                            .encodeToString(text.getBytes(UTF_8));
            String told = "{\"content\":" + quoted(lines + end) + "}";

            assertThat(texts(understood(message("\"content\":" + quoted(lines))))).contains(text);
            assertThat(texts(understood(message("\"content\":" + quoted(told))))).contains(text);
        }
        for (String words : List.of("Alice1Liddell1Rabbit\n".repeat(20), base64(PNG) + "\nAlice")) {
            assertThat(texts(understood(message("\"content\":" + quoted(words)))))
                    .containsExactly("user", words);
        }
    }

    /** B1: both are scanned, as a short one can be somebody's as it stands too. */
    @Test
    void of_shortBareBase64ThatIsText_isReadAsBoth() {
        for (String text :
                List.of("alice@mail.example", "4111 1111 1111 1111", "Zoë, +33612345678")) {
            String bare = base64(text.getBytes(UTF_8));

            assertThat(texts(understood(message("\"content\":" + quoted(bare)))))
                    .contains(text, bare);
        }
        for (String other :
                List.of(
                        "YWxpY2VAbWFpbC5l",
                        "5d41402abc4b2a76b9719d911017c592",
                        "toolu_01A09q90qw90lq917835lq9")) {
            assertThat(texts(understood(message("\"content\":" + quoted(other)))))
                    .containsExactly("user", other);
        }
    }

    /** A table under the label that Windows gives it, and a drawing, once left unread. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:application/vnd.ms-excel;base64,",
                "data:image/svg+xml;base64,",
                "data:application/octet-stream;base64,",
                "data:image/png;base64,",
                ""
            })
    void of_textUnderABinaryLabel_onceLeftUnread(String head) {
        assertThat(attached(head + base64("x;alice@mail.example".getBytes(UTF_8))))
                .contains("x;alice@mail.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DATA:text/csv;base64,",
                "data:text/csv;BASE64,",
                " data:text/csv;base64,",
                "data:text/csv;name=x.csv;base64,",
                "data:text/csv; charset=utf-8; base64,"
            })
    void of_unusualHead_onceHidTheContent(String head) {
        String text = "id;alice@mail.example";
        if (head.contains("; base64")) {
            assertThat(attached(head + "plain")).containsExactly(head + "plain");
        } else {
            assertThat(attached(head + base64(text.getBytes(UTF_8)))).containsExactly(head, text);
        }
    }

    @Test
    void of_longHead_onceHidTheContent() {
        String head = "data:text/csv;name=" + "x".repeat(300) + ";base64,";

        assertThat(attached(head + base64("a@b.example".getBytes(UTF_8))))
                .containsExactly(head, "a@b.example");
    }

    @Test
    void of_base64InLinesOrUrlAlphabet_onceHidTheContent() {
        byte[] bytes = "a;b?>~\u00ff alice@mail.example ".repeat(9).getBytes(UTF_8);
        String lines = Base64.getMimeEncoder().encodeToString(bytes);
        String forUrls = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThat(attached("data:text/csv;base64," + lines)).contains(new String(bytes, UTF_8));
        assertThat(attached("data:text/csv;base64," + forUrls)).contains(new String(bytes, UTF_8));
    }

    /** Digits are well-formed base64 too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:;base64,+33612345678", "data:image/png;base64,4111111111111111",
                "data:image/png;base64,FR7630006000011234567890189", "33612345678",
                "data:image/33612345678;base64,iVBORw0KGgoAAAA"
            })
    void of_numberThatLooksLikeBase64_isReadAsItStands(String url) {
        assertThat(attached(url)).contains(url);
    }

    @Test
    void of_headThatNamesSomebody_isRead() {
        assertThat(attached("data:image/png;name=alice@mail.example;base64," + base64(PNG)))
                .anyMatch(each -> each.contains("alice@mail.example"));
    }

    @Test
    void of_percentEncodedDataUrl_isText() {
        String url = "data:text/csv,alice%40mail.example";

        assertThat(attached(url)).containsExactly(url);
    }

    @Test
    void of_dataUrlWhereNoAttachmentBelongs_isReadAsText() {
        String url = "data:image/png;base64," + base64(java.util.Arrays.copyOf(PNG, 8));

        assertThat(texts(understood(message("\"content\":" + quoted(url)))))
                .doesNotContain("<opaque>");
        assertThat(texts(understood(message("\"content\":\"data: alice@mail.example\""))))
                .containsExactly("user", "data: alice@mail.example");
    }

    @Test
    void of_inputAudio_isOpaqueWhereItIsSound() {
        assertThat(
                        texts(
                                understood(
                                        message(
                                                "\"content\":[{\"input_audio\":{\"data\":\""
                                                        + base64(PNG)
                                                        + "\",\"format\":\"wav\"}}]"))))
                .containsExactly("user", "<opaque>", "wav");
        assertThat(
                        texts(
                                understood(
                                        message(
                                                "\"content\":[{\"input_audio\":{\"data\":\""
                                                        + base64("a@b.example".getBytes(UTF_8))
                                                        + "\"}}]"))))
                .contains("a@b.example");
        assertThat(
                        texts(
                                understood(
                                        message(
                                                "\"content\":[{\"input_audio\":{\"data\":\"a@b.example\"}}]"))))
                .containsExactly("user", "a@b.example");
        assertThat(texts(understood(message("\"content\":[{\"data\":\"" + base64(PNG) + "\"}]"))))
                .containsExactly("user", base64(PNG));
    }

    /**
     * With a blank before it, by another scheme or in vLLM's members, an address went uncounted.
     */
    @ParameterizedTest
    @CsvSource({
        "image_url, https://h.example/a.png, IMAGE",
        "image_url, ' \\nhttps://h.example/a.png', IMAGE",
        "image_url, gs://bucket/a.png, IMAGE",
        "image_url, file:///etc/passwd, IMAGE",
        "image_url, //h.example/a.png, IMAGE",
        "audio_url, https://h.example/a.wav, SOUND",
        "video_url, https://h.example/a.mp4, OTHER",
        "source, HTTPS://h.example/a.pdf, DOCUMENT"
    })
    void of_addressOfAnAttachment_isOneToo(String member, String url, AttachmentKind kind) {
        Arrived arrived =
                understood(message("\"content\":[{\"" + member + "\":{\"url\":\"" + url + "\"}}]"));

        assertThat(arrived.segments())
                .filteredOn(Segment.Opaque.class::isInstance)
                .extracting(each -> ((Segment.Opaque) each).kind())
                .containsExactly(kind);
    }

    @Test
    void digest_structureAndNames_countForNothing() {
        PromptDigest one = PromptDigest.of(understood(message("\"content\":\"é\"")));
        PromptDigest other =
                PromptDigest.of(
                        understood(
                                "{\"user\":\"bob\",\"model\":\"n\",\"messages\":[{\"content\":\"\\u00e9\",\"role\":\"system\"}]}"));

        assertThat(one.length()).isEqualTo(2);
        assertThat(one.sha256()).isEqualTo(other.sha256());
        assertThat(PromptDigest.of(understood(message("\"content\":\"e\""))).sha256())
                .isNotEqualTo(PromptDigest.of(understood(message("\"content\":\"f\""))).sha256());
    }

    private static List<String> attached(String url) {
        List<String> texts =
                texts(understood(message("\"content\":[{\"file_data\":" + quoted(url) + "}]")));
        return texts.subList(1, texts.size());
    }

    private static Segment text(String text, Arrived arrived, boolean prompt) {
        String body = new String(arrived.body().bytes(), UTF_8);
        int start = body.indexOf("\"" + text + "\"");
        return new Segment.Text(text, start, start + text.length() + 2, prompt);
    }

    private static String quoted(String text) {
        return new String(dev.avow.json.JsonSplice.quote(text), StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
