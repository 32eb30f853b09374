package dev.avow.files;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** {@code file:line:column: type (confidence, reason)}, then what was not looked at, then a sum. */
final class TextReport {

    private TextReport() {}

    static void write(List<FileReport> reports, Writer out) throws IOException {
        for (FileReport report : reports) {
            for (Place at : report.places()) {
                out.write(
                        "%s:%d:%d: %s (%.2f, %s)\n"
                                .formatted(
                                        name(report),
                                        at.line(),
                                        at.column(),
                                        at.finding().type().id(),
                                        at.finding().confidence(),
                                        at.finding().reason().name().toLowerCase(Locale.ROOT)));
            }
            if (report.gap() != null) {
                out.write("%s: not wholly looked at: %s\n".formatted(name(report), report.gap()));
            }
        }
        Summary sum = Summary.of(reports);
        out.write(
                "%d findings in %d of %d files%s%s\n"
                        .formatted(
                                sum.findings(),
                                sum.withFindings(),
                                sum.files(),
                                sum.gaps() == 0 ? "" : "; " + sum.gaps() + " not wholly looked at",
                                sum.ignored() == 0 ? "" : "; " + sum.ignored() + " hold no text"));
        for (var type : sum.byType().entrySet()) {
            out.write("  %6d %s\n".formatted(type.getValue(), type.getKey()));
        }
        out.flush();
    }

    /** On one line, and without what a terminal would act on. */
    private static String name(FileReport report) {
        StringBuilder name = new StringBuilder();
        report.file()
                .toString()
                .codePoints()
                .forEach(each -> {
                    int kind = Character.getType(each);
                    if (kind == Character.CONTROL || kind == Character.FORMAT) {
                        name.append("\\u%04x".formatted(each));
                    } else {
                        name.appendCodePoint(each);
                    }
                });
        return name.toString();
    }
}
