package dev.avow.files;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** How a run is written down. None of them holds text of a file. */
public enum ReportFormat {
    /** A line for each finding, for people and {@code grep}. */
    TEXT {
        @Override
        public void write(List<FileReport> reports, Writer out) throws IOException {
            TextReport.write(reports, out);
        }
    },
    /** One JSON object. */
    JSON {
        @Override
        public void write(List<FileReport> reports, Writer out) throws IOException {
            JsonReport.write(reports, out);
        }
    },
    /** SARIF 2.1.0, as code hosts show it. */
    SARIF {
        @Override
        public void write(List<FileReport> reports, Writer out) throws IOException {
            SarifReport.write(reports, out);
        }
    };

    /** Writes the reports in their order and flushes; does not close. */
    public abstract void write(List<FileReport> reports, Writer out) throws IOException;
}
