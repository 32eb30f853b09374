package dev.avow.files;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for personal data in one file, and writes a clean copy where asked. Safe for any thread.
 */
public final class FileScan {

    /**
     * What holds for all files of a run.
     *
     * @param mostBytes of a file; a larger one is a gap
     * @param patience for one file's scan; what is left then is a gap
     * @param wanted which findings count
     */
    public record Rules(long mostBytes, Duration patience, Predicate<Finding> wanted) {}

    /** Where a clean copy of a file goes; null where none is to be written. */
    @FunctionalInterface
    public interface CleanCopies {
        /** The copy's place; its folder is made. */
        @Nullable Path of(Path file);
    }

    private final Detector detector;
    private final Rules rules;
    private final CleanCopies copies;
    private final FileTexts texts;
    private final Replacement replacement = new Replacement();

    public FileScan(Detector detector, Rules rules, CleanCopies copies) {
        this.detector = detector;
        this.rules = rules;
        this.copies = copies;
        this.texts =
                new FileTexts(
                        rules.mostBytes(), (int) Math.min(rules.mostBytes(), Integer.MAX_VALUE));
    }

    /** Scans a file; what keeps it from being read stands in the report. */
    public FileReport scan(Path file) {
        return report(file, texts.read(file));
    }

    /** Scans what came from elsewhere, such as standard input. */
    public FileReport scan(byte[] bytes, Path as) {
        return report(as, texts.read(bytes, String.valueOf(as.getFileName())));
    }

    private FileReport report(Path file, FileText read) {
        return switch (read) {
            case FileText.Unread unread ->
                    new FileReport(
                            file,
                            List.of(),
                            null,
                            unread.isGap() ? unread.why() : null,
                            unread.isGap() ? null : unread.why());
            case FileText.Plain plain -> looked(file, plain.text(), null, true);
            case FileText.Extracted taken ->
                    looked(file, taken.text(), taken.mediaType(), taken.whole());
        };
    }

    private FileReport looked(Path file, String text, @Nullable String mediaType, boolean whole) {
        Budget budget = new Budget(Integer.MAX_VALUE, rules.patience().toNanos());
        Scan scan = detector.scan(text, budget);
        List<Finding> findings = scan.findings().stream().filter(rules.wanted()).toList();
        String gap =
                switch (scan.coverage()) {
                    case Coverage.Partial partial ->
                            partial.why().name().toLowerCase(java.util.Locale.ROOT);
                    case Coverage.Complete _ -> whole ? null : "more text than --max-bytes";
                };
        if (gap == null) {
            writeCopy(file, text, mediaType, findings);
        }
        return new FileReport(file, Lines.of(text, findings), mediaType, gap, null);
    }

    /**
     * A document's copy is its text: what it looked like is lost, and so is what is hidden in it.
     */
    private void writeCopy(
            Path file, String text, @Nullable String mediaType, List<Finding> findings) {
        Path copy = copies.of(file);
        if (copy == null) {
            return;
        }
        Path to = mediaType == null ? copy : copy.resolveSibling(copy.getFileName() + ".txt");
        try {
            Path folder = to.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(to, replacement.in(text, findings));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "a clean copy cannot be written below --redact", unwritable);
        }
    }
}
