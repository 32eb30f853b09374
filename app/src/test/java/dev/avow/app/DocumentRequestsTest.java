package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * B1 for documents in requests: their text is looked at, and takes their place where it is masked.
 */
@ExtendWith(EndToEnd.class)
final class DocumentRequestsTest {

    private static final String ADDRESS = "hanna@mail.example";

    private final Installation avow;

    DocumentRequestsTest(Installation avow) {
        this.avow = avow;
    }

    /** A route, and a body in which %s is a document in base64 and %s a word to find it by. */
    record Carrier(String path, String body, String media) {
        String with(byte[] document, String word) {
            return body.formatted(Base64.getEncoder().encodeToString(document), word);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Carrier> carriers() {
        return Stream.of(
                new Carrier(
                        "/v1/chat/completions",
                        "{\"model\":\"fake/parrot-doc\",\"messages\":[{\"role\":\"user\",\"content\":["
                            + "{\"type\":\"file\",\"file\":{\"filename\":\"a-"
                                + ADDRESS
                                + ".pdf\",\"file_data\":\"data:application/pdf;base64,%s\"}},"
                                + "{\"type\":\"text\",\"text\":\"%s\"}]}]}",
                        "{\"type\":\"text\",\"text\":"),
                new Carrier(
                        "/v1/responses",
                        "{\"model\":\"fake/parrot-doc\",\"input\":[{\"role\":\"user\",\"content\":["
                            + "{\"type\":\"input_file\",\"filename\":\"a.pdf\",\"file_data\":\"data:application/pdf;base64,%s\"},"
                            + "{\"type\":\"input_text\",\"text\":\"%s\"}]}]}",
                        "{\"type\":\"input_text\",\"text\":"),
                new Carrier(
                        "/v1/messages",
                        "{\"model\":\"claude/parrot-doc\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":["
                            + "{\"type\":\"document\",\"title\":\"a\",\"source\":{\"type\":\"base64\",\"media_type\":\"application/pdf\",\"data\":\"%s\"}},"
                            + "{\"type\":\"text\",\"text\":\"%s\"}]}]}",
                        "{\"type\":\"text\",\"media_type\":\"text/plain\",\"data\":"));
    }

    private Http.Answer send(Carrier carrier, byte[] document, String word) {
        return Http.post(
                avow.url() + carrier.path(),
                avow.modelsKey(),
                java.net.http.HttpRequest.BodyPublishers.ofString(carrier.with(document, word)),
                "Avow-Receipt",
                "full");
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void document_withFindings_leavesAsMaskedText(Carrier carrier) throws IOException {
        for (byte[] document : new byte[][] {pdf("Mail " + ADDRESS), docx("Mail " + ADDRESS)}) {
            String word = "found" + System.nanoTime();
            Http.Answer answer = send(carrier, document, word);

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            String left = avow.provider().log().lastWith(word).body();
            assertThat(left).contains(carrier.media()).contains("Mail [EMAIL_1]");
            assertThat(left)
                    .doesNotContain(ADDRESS)
                    .doesNotContain(Base64.getEncoder().encodeToString(document).substring(0, 12));
            assertThat(answer.body()).contains("{\"type\":\"document\",\"count\":1}");
        }
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void document_withoutFindings_leavesAsItIs(Carrier carrier) throws IOException {
        byte[] document = pdf("Nothing of anybody");
        String word = "clean" + System.nanoTime();
        Http.Answer answer = send(carrier, document, word);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(avow.provider().log().lastWith(word).body())
                .contains(Base64.getEncoder().encodeToString(document))
                .doesNotContain(ADDRESS);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void document_thatCannotBeRead_doesNotLeave(Carrier carrier) throws IOException {
        byte[][] unread = {
            "%PDF-1.4\nbroken".getBytes(StandardCharsets.UTF_8),
            pdf(""),
            bomb(),
            java.util.Arrays.copyOf(docx("Mail " + ADDRESS), 200)
        };
        for (byte[] document : unread) {
            String word = "unread" + System.nanoTime();
            Http.Answer answer = send(carrier, document, word);

            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("classification_incomplete")
                    .contains("AVOW_DOCUMENTS_UNREADABLE");
            assertThat(avow.provider().log().countWith(word)).isZero();
        }
    }

    @Test
    void file_byAnIdOfTheProviders_isNotThere() {
        Http.Answer answer =
                Http.post(
                        avow.url() + "/v1/chat/completions",
                        avow.modelsKey(),
                        "{\"model\":\"fake/x\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"file\",\"file\":{\"file_id\":\"file-1\"}}]}]}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/error/param").asString(""))
                .isEqualTo("messages[0].content[0].file.file_id");
    }

    /** The least that is a PDF (ISO 32000-1, 7.5): one page, one font, one line. */
    static byte[] pdf(String line) {
        String content = "BT /F1 12 Tf 20 100 Td (" + line + ") Tj ET";
        String[] objects = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5"
                    + " 0 R>>>>>>",
            "<</Length " + content.length() + ">>stream\n" + content + "\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
        };
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj").append(objects[i]).append("endobj\n");
        }
        int at = pdf.length();
        pdf.append(table).append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n").append(at);
        return pdf.append("\n%%EOF").toString().getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] docx(String text) throws IOException {
        return word(text, 0);
    }

    /** A hundred million blanks in a few kilobytes. */
    private static byte[] bomb() throws IOException {
        return word("", 100_000_000);
    }

    private static byte[] word(String text, int blanks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(
                    zip,
                    "[Content_Types].xml",
                    "<Types"
                        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                        + " Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                        + " PartName=\"/word/document.xml\""
                        + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            add(
                    zip,
                    "_rels/.rels",
                    "<Relationships"
                        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"r1\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                        + " Target=\"word/document.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            write(
                    zip,
                    "<w:document"
                        + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
                            + text);
            String thousand = " ".repeat(1_000);
            for (int written = 0; written < blanks; written += thousand.length()) {
                write(zip, thousand);
            }
            write(zip, "</w:t></w:r></w:p></w:body></w:document>");
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(zip, content);
        zip.closeEntry();
    }

    private static void write(ZipOutputStream zip, String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
