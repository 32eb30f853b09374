package dev.avow.bench.load;

import java.util.List;
import java.util.Locale;

/**
 * What came of holding many streams open.
 *
 * @param rows one for each gateway
 * @param notRun the gateways that were asked for and could not be measured
 */
record OpenStreamsReport(List<Row> rows, List<Started.NotRun> notRun) {
    OpenStreamsReport {
        rows = List.copyOf(rows);
        notRun = List.copyOf(notRun);
    }

    /**
     * One gateway's line. Memory in MB of 10^6 bytes.
     *
     * @param gateway whose line it is
     * @param asked streams asked for
     * @param state how they fared at the end of the hold
     * @param before memory of its processes before the first
     * @param after memory of its processes at the end
     * @param cores CPU used while holding, in cores
     * @param heap what the JVM says about its heap at the end; empty where it is no JVM
     */
    record Row(
            String gateway,
            int asked,
            HeldStreams.State state,
            double before,
            double after,
            double cores,
            String heap) {}

    String markdown() {
        StringBuilder text =
                new StringBuilder(
                        """
                        | gateway | asked | opened | live at the end | memory before | memory \
                        after | cores while held | failed | heap |
                        | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |
                        """);
        for (Row row : rows) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %d | %d | %d | %.0f MB | %.0f MB | %.2f | %s | %s |%n",
                            row.gateway(),
                            row.asked(),
                            row.state().opened(),
                            row.state().live(),
                            row.before(),
                            row.after(),
                            row.cores(),
                            row.state().failed().isEmpty() ? "0" : row.state().failed(),
                            row.heap().isEmpty() ? "–" : row.heap()));
        }
        for (Started.NotRun gateway : notRun) {
            text.append("\nnot run: ").append(gateway.name()).append(": ").append(gateway.why());
        }
        return text.append('\n').toString();
    }
}
