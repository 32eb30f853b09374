package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.settings.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScanCommandTest {

    @TempDir Path folder;
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    private int scan(String... words) {
        List<String> args = new ArrayList<>(List.of("scan", "--no-progress"));
        args.addAll(List.of(words));
        args.addAll(List.of("--output", folder.resolve("report").toString()));
        return Main.run(
                args.toArray(String[]::new),
                new Terminal(
                        Map.of(),
                        System.out,
                        new PrintStream(complaints, true, StandardCharsets.UTF_8)));
    }

    private String file(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("in"));
        return Files.writeString(folder.resolve("in").resolve(name), text).toString();
    }

    @Test
    void scan_status_saysWhetherSomethingWasFoundOrMissed() throws IOException {
        assertThat(scan(file("clean.txt", "nothing here"))).isZero();
        assertThat(scan(file("mail.txt", "ada@example.org"))).isEqualTo(1);
        assertThat(scan(file("broken.pdf", "%PDF-1.4 broken"))).isEqualTo(3);
        assertThat(scan(folder.resolve("in").toString())).isEqualTo(1);
    }

    /** They said "hold no text", with the status of a clean file. */
    @Test
    void scan_archivesAndTextWithZeroBytes_areNeverPassedOff() throws IOException {
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("in.txt"));
            out.write("ada@example.org".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(scan(zip.toString())).isEqualTo(3);
        assertThat(folder.resolve("report")).content().contains("a.zip: not wholly looked at");

        assertThat(scan(file("env", "A=b\0MAIL=ada@example.org\0C=d\0"))).isEqualTo(1);
        assertThat(scan(file("bytes.bin", "\0\0\1\2ada@example.org\0\0"))).isZero();
    }

    @Test
    void scan_aNameWithControls_staysOnItsLine() throws IOException {
        file("a\nb\u001B[2J.txt", "ada@example.org");

        assertThat(scan(folder.resolve("in").toString())).isEqualTo(1);

        assertThat(folder.resolve("report"))
                .content()
                .contains("a\\u000ab\\u001b[2J.txt:1:1: email");
    }

    @Test
    void scan_folder_namesEveryPlaceAndWritesCleanCopies() throws IOException {
        file("a.csv", "name,mail\nAda,ada@example.org\n");
        file("b.json", "{\"card\":\"4111 1111 1111 1111\"}");
        Path copies = folder.resolve("copies");

        assertThat(scan(folder.resolve("in").toString(), "--redact", copies.toString()))
                .isEqualTo(1);
        assertThat(folder.resolve("report"))
                .content()
                .contains("a.csv:2:5: email", "b.json:1:10: payment_card", "2 findings");
        assertThat(copies.resolve("in/a.csv")).hasContent("name,mail\nAda,[EMAIL_1]\n");
        assertThat(copies.resolve("in/b.json")).hasContent("{\"card\":\"[PAYMENT_CARD_1]\"}");
    }

    @Test
    void scan_onlyWanted_leavesTheRestOut() throws IOException {
        String both = file("both.txt", "ada@example.org 4111 1111 1111 1111");

        assertThat(scan(both, "--type", "email", "--min-confidence", "0.95")).isZero();
        assertThat(scan(both, "--type", "payment_card")).isEqualTo(1);
    }

    @Test
    void scan_ownRecognizersAndLists_count() throws IOException {
        String own =
                file(
                        "own.json",
                        """
                        {"recognizers": [{"name": "staff_number", "patterns": ["P-[0-9]{6}"]}],
                         "lists": [{"name": "ours", "kind": "allow", "values": ["a@b.example"]}]}
                        """);
        String text = file("text.txt", "P-204816 a@b.example");

        assertThat(scan(text, "--recognizers", own)).isEqualTo(1);
        assertThat(folder.resolve("report"))
                .content()
                .contains("text.txt:1:1: staff_number", "1 finding")
                .doesNotContain("email");
        assertThat(scan(text, "--recognizers", own, "--type", "staff_number")).isEqualTo(1);
    }

    @Test
    void scan_badRecognizers_areNamedByField() throws IOException {
        String bad = file("bad.json", "[{\"name\": \"a_b\", \"patterns\": [\"x*\"]}]");

        assertThat(scan(".", "--recognizers", bad)).isEqualTo(2);
        assertThat(complaints.toString(StandardCharsets.UTF_8))
                .contains("recognizers[0].patterns[0]");
        assertThat(scan(".", "--recognizers", folder.resolve("none").toString())).isEqualTo(2);
    }

    @Test
    void scan_badInput_isNamed() {
        for (String[] words :
                new String[][] {
                    {"/none"},
                    {".", "--format", "xml"},
                    {".", "--type", "moon"},
                    {".", "--tier", "7"},
                    {".", "--min-confidence", "2"},
                    {".", "--max-bytes", "0"},
                    {".", "--exclude", "[x"}
                }) {
            complaints.reset();
            assertThat(scan(words)).isEqualTo(2);
            assertThat(complaints.toString(StandardCharsets.UTF_8))
                    .contains(words.length == 1 ? words[0] : words[1]);
        }
    }
}
