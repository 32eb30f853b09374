package dev.avow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Started.NotRun MISSING = new Started.NotRun("portkey", "not installed");

    @Test
    void markdown_gatewayThatDidNotRun_saysWhy() {
        Report report = Report.of(List.of(row("json", "ferro", 254)), List.of(MISSING));

        assertThat(report.markdown())
                .contains("| json | ferro | 254 µs | 900 | 630/s, 70 % busy | 0.40 ms |")
                .contains("not run: portkey: not installed");
    }

    @Test
    void of_avowSlowerThanFerro_missesThatTargetOnly() {
        Report report =
                Report.of(List.of(row("json", "avow", 260), row("json", "ferro", 254)), List.of());

        assertThat(report.targets().stream().filter(target -> !target.met()))
                .extracting(Report.Target::what)
                .containsExactly(
                        "json CPU per request, µs, at most 1.00 × ferro: 260.00 (limit 254.00)");
    }

    @Test
    void of_withoutAvow_hasNoTargets() {
        assertThat(Report.of(List.of(row("json", "ferro", 254)), List.of()).targets()).isEmpty();
    }

    @Test
    void markdown_nothingAnswered_saysSo() {
        Report report = Report.of(List.of(row("json", "ferro", Double.NaN)), List.of());

        assertThat(report.markdown()).contains("nothing answered");
    }

    private static Row row(String scenario, String gateway, double cpu) {
        return new Row(
                scenario, gateway, 3, cpu, 900, 630, 0.7, 0.4, 2, 0.3, 1, 50, 0, 1, 100, Map.of());
    }
}
