package dev.avow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code docs/settings.md} against the code. */
class SettingsPageTest {

    private static final String NOT_YET = "## Accepted, not yet acted on";
    private static final Pattern NAME = Pattern.compile("AVOW_[A-Z0-9_]+");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(AVOW_[A-Z0-9_]+)` \\| (–|`[^`|]*`) \\| (.+) \\| (.+) \\|$");

    private final String page = read();

    private static String read() {
        try {
            return Files.readString(
                    Path.of(System.getProperty("avow.root", "../.."), "docs", "settings.md"));
        } catch (IOException missing) {
            throw new AssertionError("docs/settings.md cannot be read", missing);
        }
    }

    private List<MatchResult> rows() {
        return ROW.matcher(page).results().toList();
    }

    @Test
    void page_everySetting_hasOneRow() {
        assertThat(rows().stream().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Setting.values()).map(Setting::environmentName).toList());
    }

    @Test
    void page_everyNameOnIt_isASetting() {
        TreeSet<String> known = new TreeSet<>();
        for (Setting setting : Setting.values()) {
            known.add(setting.environmentName());
        }
        assertThat(NAME.matcher(page).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known).contains(name));
    }

    @Test
    void page_everyDefault_isTheCodes() {
        for (MatchResult row : rows()) {
            String fallback = setting(row).fallback();
            assertThat(row.group(2))
                    .as(row.group(1))
                    .isEqualTo(fallback.isEmpty() ? "–" : "`" + fallback + "`");
        }
    }

    @Test
    void page_everyChoice_isNamed() {
        for (MatchResult row : rows()) {
            if (setting(row).kind() == Setting.Kind.CHOICE) {
                assertThat(row.group(3))
                        .contains(
                                setting(row).choices().stream()
                                        .map(each -> "`" + each + "`")
                                        .toList());
            }
        }
    }

    @Test
    void page_notYetActedOn_isWhatTheStartWarnsOf(@TempDir Path home) {
        Map<String, String> environment = new HashMap<>();
        unlikeTheDefaults(home)
                .forEach((setting, value) -> environment.put(setting.environmentName(), value));

        List<String> warnedOf =
                Settings.from(environment).notYetInForce().stream()
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList();

        int section = page.indexOf(NOT_YET);
        assertThat(section).isPositive();
        assertThat(warnedOf)
                .containsExactlyInAnyOrderElementsOf(
                        rows().stream()
                                .filter(row -> row.start() > section)
                                .map(row -> row.group(1))
                                .toList());
    }

    private static Setting setting(MatchResult row) {
        return Setting.valueOf(row.group(1).substring("AVOW_".length()));
    }

    private static Map<Setting, String> unlikeTheDefaults(Path home) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(
                    setting,
                    switch (setting.kind()) {
                        case TEXT -> "something";
                        case PORT, DAYS, COUNT, COUNT_OR_ZERO -> "7";
                        case FLAG -> "true";
                        case CHOICE -> setting.choices().getLast();
                    });
        }
        values.put(Setting.HOME, home.toString());
        return values;
    }
}
