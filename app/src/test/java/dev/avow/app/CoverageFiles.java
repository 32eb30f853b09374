package dev.avow.app;

import dev.avow.app.CoverageBodies.Kind;
import dev.avow.app.CoverageBodies.Part;
import dev.avow.decide.MaskMode;
import dev.avow.words.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files that requests name, with a value in each place of theirs that can hold one. */
enum CoverageFiles {
    TEXT("text", "a.txt", StandardCharsets.UTF_8, "%1$s\nDear all,\n%2$s\n"),
    UTF_16("text in UTF-16", "a.txt", StandardCharsets.UTF_16LE, "%1$s\nDear all,\n%2$s\n"),
    MARKDOWN("Markdown", "a.md", StandardCharsets.UTF_8, "# %1$s\n\n> %2$s\n"),
    CSV("CSV", "a.csv", StandardCharsets.UTF_8, "id,note\n%1$s,\"%2$s\"\n"),
    JSON(
            "JSON",
            "a.json",
            StandardCharsets.UTF_8,
            "{\"id\":\"%1$s\",\"notes\":[\"%2$s\"],\"%3$s\":1,\"number\":%4$s}"),
    LINES(
            "lines of JSON",
            "a.jsonl",
            StandardCharsets.UTF_8,
            "{\"id\":\"%1$s\"}\n{\"notes\":[\"%2$s\"],\"%3$s\":1,\"number\":%4$s}\n"),
    PDF("PDF", "a.pdf", StandardCharsets.UTF_8, ""),
    DOCX("Office document", "a.docx", StandardCharsets.UTF_8, "");

    private final String label;
    private final String fileName;
    private final Charset charset;
    private final String pattern;

    CoverageFiles(String label, String fileName, Charset charset, String pattern) {
        this.label = label;
        this.fileName = fileName;
        this.charset = charset;
        this.pattern = pattern;
    }

    /** How a file is masked where a request would be by that mode. */
    static MaskMode inFile(MaskMode mode) {
        return mode == MaskMode.SYNTHETIC ? MaskMode.PSEUDONYM : mode;
    }

    String label() {
        return label;
    }

    String fileName() {
        return fileName;
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Route.RESPONSES, label, Kind.TEXT, true, 1));
        if (pattern.contains("%3$s")) {
            parts.add(new Part(Route.RESPONSES, label + ", a member's name", Kind.NAME, true, 2));
            parts.add(new Part(Route.RESPONSES, label + ", a number", Kind.NUMBER, true, 3));
        }
        return parts;
    }

    /** The file, with a word to find it by. */
    byte[] content(String unique) {
        List<String> values =
                parts().stream().map(part -> new CoverageValue(part).written()).toList();
        try {
            return switch (this) {
                case PDF -> DocumentRequestsTest.pdf(unique + " " + values.getFirst());
                case DOCX -> DocumentRequestsTest.docx(unique + " " + values.getFirst());
                case TEXT, UTF_16, MARKDOWN, CSV, JSON, LINES ->
                        pattern.formatted(
                                        unique,
                                        values.getFirst(),
                                        values.size() > 1 ? values.get(1) : "",
                                        values.getLast())
                                .getBytes(charset);
            };
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
