package dev.avow.detector.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Source code and manuals are full of capitals that are nobody; their fields and cells are not. */
final class TechnicalTextTest {

    private static final NameDetector DETECTOR = NameDetector.standard();
    private static final String CODE =
            """
            x_y = load(path)
            z = x_y[1].read(2)
            # Pickler and Unpickler were initialized before Barrier
            # Some versions of Solaris lack the call
            q_r = {"a": z, "b": [1, 2]}
            print(q_r["a"])
            if (z > 3) { return q_r[0]; }
            # The Sphinx version does not matter
            s_t = h(q_r[0], x_y[3])
            """;

    @Test
    void scan_commentsOfSourceCode_nothing() {
        assertThat(found(CODE)).isEmpty();
    }

    @Test
    void scan_fullNameInSourceCode_found() {
        assertThat(found(CODE + "# asked Peter Lindqvist about it\n")).contains("Peter Lindqvist");
    }

    @Test
    void scan_elementsAmongMarkup_found() {
        String row = "<row><first>Lars</first><last>Lindqvist</last><city>Oslo</city></row>\n";
        assertThat(found("<rows>\n" + row.repeat(9) + "</rows>\n"))
                .contains("Lars", "Lindqvist", "Oslo");
    }

    @Test
    void scan_listOfLanguages_nothing() {
        String list =
                "Updated translations:\n  Latvian\n  Brazilian Portuguese\n  Serbian\n  Danish\n";
        assertThat(found(list)).isEmpty();
    }

    @Test
    void scan_languageThatIsSaidToBeAName_found() {
        assertThat(found("Please ask Mr English about the contract.\n")).contains("English");
    }

    @Test
    void scan_acronymsInAListOfChanges_nothing() {
        assertThat(found("- Add magic for FLTK files\n- Add WWF\n- Update MAX-WIDTH\n")).isEmpty();
    }

    @Test
    void scan_programsInADocument_nothing() {
        assertThat(found("It crashes with Avahi; Wget and Kerberos work.\n")).isEmpty();
        assertThat(found("Fixes for Mac OS, configure Travis CI to build it.\n")).isEmpty();
    }

    @Test
    void scan_headingOfOrdinaryWords_nothing() {
        assertThat(found("Much was done.\n\n### New Contributors\n\n* @robin\n")).isEmpty();
        assertThat(found("More notes.\n\n\nOperating Systems\n\nIt is faster now.\n")).isEmpty();
    }

    @Test
    void scan_dayOfADate_nothing() {
        assertThat(found(" -- Robin <r@example.org>  Thu, 24 Sep 2009 15:13\n"))
                .doesNotContain("Thu");
    }

    @Test
    void scan_nameOfAPackage_nothing() {
        assertThat(found("{\n  \"name\": \"my-program\",\n  \"version\": \"1\"\n}\n")).isEmpty();
        assertThat(found("It is a part of libjpeg-turbo and of X-Ray Python SDK.\n")).isEmpty();
    }

    @Test
    void scan_personAndPlaceBesidePrograms_found() {
        assertThat(
                        found(
                                "Peter Lindqvist, who made it, brought Debian from Berlin to"
                                        + " Stockholm.\n"))
                .containsExactly("Peter Lindqvist", "Berlin", "Stockholm");
    }

    private static List<String> found(String text) {
        return DETECTOR.scan(text, new Budget(1 << 20, Long.MAX_VALUE)).findings().stream()
                .sorted(java.util.Comparator.comparingInt(Finding::start))
                .map(finding -> text.substring(finding.start(), finding.end()))
                .toList();
    }
}
