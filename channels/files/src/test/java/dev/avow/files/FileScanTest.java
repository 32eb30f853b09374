package dev.avow.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Detector;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.recognizers.Recognizers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class FileScanTest {

    private static final Detector TIER_1 = Detectors.of(Recognizers.tier1());
    private static final String TEXT = "Hello,\r\nwrite to ada@example.org\nor ada@example.org.";

    @TempDir Path folder;

    private FileReport scan(Path file) {
        return scan(file, 1 << 20);
    }

    private FileReport scan(Path file, long mostBytes) {
        return new FileScan(
                        TIER_1,
                        new FileScan.Rules(mostBytes, Duration.ofMinutes(1), _ -> true),
                        it -> folder.resolve("clean").resolve(String.valueOf(it.getFileName())))
                .scan(file);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static List<String> places(FileReport report) {
        return report.places().stream()
                .map(at -> at.line() + ":" + at.column() + " " + at.finding().type())
                .toList();
    }

    @Test
    void scan_textInAnyEncoding_saysLineAndColumn() throws IOException {
        for (byte[] bytes :
                List.of(
                        TEXT.getBytes(StandardCharsets.UTF_8),
                        ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8),
                        ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE),
                        ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE),
                        TEXT.getBytes(StandardCharsets.UTF_16LE),
                        TEXT.getBytes(StandardCharsets.UTF_16BE),
                        (TEXT + " caf\u00e9").getBytes(StandardCharsets.ISO_8859_1))) {
            assertThat(places(scan(file("a.txt", bytes))))
                    .containsExactly("2:10 email", "3:4 email");
        }
    }

    @Test
    void scan_text_writesACleanCopyWithOnePseudonymForOneValue() throws IOException {
        scan(file("a.txt", TEXT.getBytes(StandardCharsets.UTF_8)));

        assertThat(folder.resolve("clean/a.txt"))
                .hasContent("Hello,\r\nwrite to [EMAIL_1]\nor [EMAIL_1].");
    }

    @Test
    void scan_document_findsInItsTextAndCopiesThatText() throws IOException {
        FileReport report = scan(file("d.docx", docx("Mail grace@example.org today")));

        assertThat(places(report)).containsExactly("1:6 email");
        assertThat(report.mediaType()).contains("wordprocessingml");
        assertThat(folder.resolve("clean/d.docx.txt")).content().contains("Mail [EMAIL_1] today");
    }

    @Test
    void scan_damagedOrTooLarge_isAGapAndNotClean() throws IOException {
        FileReport damaged =
                scan(file("e.pdf", "%PDF-1.4\nbroken".getBytes(StandardCharsets.UTF_8)));
        FileReport large = scan(file("l.txt", new byte[2_000]), 1_000);
        FileReport missing = scan(folder.resolve("none"));

        assertThat(List.of(damaged, large, missing)).allMatch(report -> report.gap() != null);
        assertThat(folder.resolve("clean")).doesNotExist();
    }

    @Test
    void scan_emptyPictureOrBinary_isIgnored() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};

        assertThat(scan(file("empty", new byte[0])).ignored()).isEqualTo("empty");
        assertThat(scan(file("p.png", png)).ignored()).isEqualTo("image");
        assertThat(scan(file("b", new byte[] {1, 0, 2})).ignored()).isNotNull();
    }

    @Test
    void write_anyFormat_holdsPlacesAndNoText() throws IOException {
        List<FileReport> reports =
                List.of(
                        scan(file("a b.txt", TEXT.getBytes(StandardCharsets.UTF_8))),
                        scan(folder.resolve("none")));
        for (ReportFormat format : ReportFormat.values()) {
            StringWriter out = new StringWriter();
            format.write(reports, out);
            assertThat(out.toString()).contains("email").doesNotContain("ada@");
        }

        StringWriter json = new StringWriter();
        ReportFormat.JSON.write(reports, json);
        JsonNode read = new JsonMapper().readTree(json.toString());
        assertThat(read.at("/files/0/findings/1/line").asInt()).isEqualTo(3);
        assertThat(read.at("/summary/by_type/email").asInt()).isEqualTo(2);
        assertThat(read.at("/summary/gaps").asInt()).isEqualTo(1);

        StringWriter sarif = new StringWriter();
        ReportFormat.SARIF.write(reports, sarif);
        JsonNode run = new JsonMapper().readTree(sarif.toString()).at("/runs/0");
        assertThat(run.at("/results/0/locations/0/physicalLocation/region/startColumn").asInt())
                .isEqualTo(10);
        assertThat(
                        run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                                .asString())
                .endsWith("/a%20b.txt");
        assertThat(run.at("/invocations/0/toolExecutionNotifications").size()).isEqualTo(1);
    }

    @Test
    void below_folder_passesOverVersionControlLinksAndWhatIsExcluded() throws IOException {
        Files.createDirectories(folder.resolve("x/.git"));
        Files.createDirectories(folder.resolve("x/skip"));
        file("x/.git/a", new byte[] {1});
        file("x/skip/a", new byte[] {1});
        file("x/b.min.js", new byte[] {1});
        Path kept = file("x/c", new byte[] {1});
        Files.createSymbolicLink(folder.resolve("x/link"), kept);

        assertThat(
                        new FolderWalk(List.of("skip", "*.min.js"))
                                .below(List.of(folder.resolve("x")))
                                .files())
                .containsExactly(kept);
    }

    private static byte[] docx(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            String types = "http://schemas.openxmlformats.org/package/2006/content-types";
            String main =
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
            add(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='"
                            + types
                            + "'><Default Extension='rels' ContentType='application/vnd.openxml"
                            + "formats-package.relationships+xml'/><Override"
                            + " PartName='/word/document.xml' ContentType='"
                            + main
                            + "'/></Types>");
            add(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
                            + "relationships'><Relationship Id='r1' Type='http://schemas.openxml"
                            + "formats.org/officeDocument/2006/relationships/officeDocument'"
                            + " Target='word/document.xml'/></Relationships>");
            add(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/"
                            + "main'><w:body><w:p><w:r><w:t>"
                            + text
                            + "</w:t></w:r></w:p></w:body></w:document>");
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
