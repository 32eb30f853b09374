package dev.avow.files;

import java.util.Collection;
import java.util.TreeMap;

/**
 * A run in numbers.
 *
 * @param files that were looked at or tried
 * @param withFindings files with at least one
 * @param findings of all files
 * @param gaps files that should have been looked at and were not, or not wholly
 * @param ignored files that hold neither text nor a document
 * @param byType findings by type, in the order of the types' names
 */
public record Summary(
        int files,
        int withFindings,
        int findings,
        int gaps,
        int ignored,
        TreeMap<String, Integer> byType) {

    public Summary {
        byType = new TreeMap<>(byType);
    }

    /** Adds reports up. */
    public static Summary of(Collection<FileReport> reports) {
        TreeMap<String, Integer> byType = new TreeMap<>();
        int with = 0;
        int gaps = 0;
        int ignored = 0;
        int findings = 0;
        for (FileReport report : reports) {
            with += report.places().isEmpty() ? 0 : 1;
            gaps += report.gap() == null ? 0 : 1;
            ignored += report.ignored() == null ? 0 : 1;
            findings += report.places().size();
            report.places().forEach(at -> byType.merge(at.finding().type().id(), 1, Integer::sum));
        }
        return new Summary(reports.size(), with, findings, gaps, ignored, byType);
    }
}
