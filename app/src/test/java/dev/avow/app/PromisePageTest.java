package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of promises: each has a state, and what is called kept has tests that say so. */
final class PromisePageTest {

    private static final Path ROOT = Path.of(System.getProperty("avow.root", ".."));
    private static final Path PAGE = ROOT.resolve("docs/promises.md");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]\\d+) \\|.*$");
    private static final Pattern STATED =
            Pattern.compile("\\| [A-Z]\\d+ \\| [^|]+ \\| \\*\\*(kept|partly|not yet)\\*\\*.*");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)");

    private final Map<String, SortedSet<Path>> tests;

    PromisePageTest() throws IOException {
        tests = PromisePage.tests(ROOT);
    }

    /** To write the page's list anew: {@code -Davow.promises.write=true}. */
    @Test
    void page_tests_areThoseThatBearTheIds() throws IOException {
        String page = Files.readString(PAGE);
        if (Boolean.getBoolean("avow.promises.write")) {
            int from = page.indexOf("- **", page.indexOf("## The tests"));
            page = (from < 0 ? page : page.substring(0, from)) + PromisePage.list(tests);
            Files.writeString(PAGE, page);
        }
        assertThat(page)
                .as("docs/promises.md is stale: run with -Davow.promises.write=true")
                .endsWith("\n\n" + PromisePage.list(tests));
    }

    @Test
    void page_keptPromises_haveTests() throws IOException {
        List<MatchResult> rows = rows();
        assertThat(rows.stream().map(MatchResult::group))
                .allSatisfy(row -> assertThat(row).matches(STATED));
        assertThat(
                        rows.stream()
                                .filter(row -> row.group().contains("| **kept**"))
                                .map(row -> row.group(1)))
                .isNotEmpty()
                .isSubsetOf(tests.keySet());
    }

    @Test
    void page_ids_areAllThatTestsBearInOrder() throws IOException {
        List<String> ids = rows().stream().map(row -> row.group(1)).toList();

        assertThat(ids).doesNotHaveDuplicates().containsAll(tests.keySet());
        assertThat(ids).isSortedAccordingTo(PromisePage.ORDER);
    }

    @Test
    void page_links_leadSomewhere() throws IOException {
        assertThat(LINK.matcher(Files.readString(PAGE)).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(PAGE.resolveSibling(link).normalize()).exists());
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results().toList();
    }
}
