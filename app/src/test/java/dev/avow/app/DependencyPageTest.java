package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/dependencies.md} against what the build names. */
class DependencyPageTest {

    private static final Path ROOT = Path.of(System.getProperty("avow.root", ".."));

    private static final Pattern LIBRARY =
            Pattern.compile(
                    "<(?:dependency|path|plugin)>\\s*<groupId>([^<]+)</groupId>\\s*"
                            + "<artifactId>([^<]+)</artifactId>");

    private static final Pattern PACKAGE = Pattern.compile("\"([^\"]+)\": \"[~^][0-9][^\"]*\"");

    @Test
    void page_everyLibraryOfTheRootPom_isOnIt() throws IOException {
        Set<String> libraries = new TreeSet<>();
        for (MatchResult each : LIBRARY.matcher(read("pom.xml")).results().toList()) {
            if (!each.group(1).equals("dev.avow")) {
                libraries.add(each.group(2));
            }
        }

        assertThat(libraries).hasSizeGreaterThan(20);
        assertThat(missing(libraries)).isEmpty();
    }

    @Test
    void page_everyPackageOfTheConsole_isOnIt() throws IOException {
        Set<String> packages = new TreeSet<>();
        PACKAGE.matcher(read("web/console/package.json"))
                .results()
                .forEach(each -> packages.add(each.group(1)));

        assertThat(packages).hasSizeGreaterThan(10);
        assertThat(missing(packages)).isEmpty();
    }

    private static Set<String> missing(Set<String> names) throws IOException {
        String page = read("docs/dependencies.md");
        Set<String> missing = new TreeSet<>(names);
        missing.removeIf(name -> page.contains("`" + name + "`"));
        return missing;
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
