package dev.avow.settings;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads settings from the environment, then from {@code avow.properties} in the home folder. */
final class SettingsReader {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    private static final int MOST = 999_999_999;

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    /** What those who call Avow keep in the same shell, as the README has them do. */
    private static final Set<String> CLIENTS = Set.of("AVOW_KEY", "AVOW_API_KEY", "AVOW_BASE_URL");

    private SettingsReader() {}

    static SettingsReader read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader();
        Map<String, String> ours = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith("AVOW_") && !CLIENTS.contains(name)) {
                ours.put(name, value);
            }
        });
        reader.take(ours, "the environment");
        Path file = Path.of(reader.text(Setting.HOME)).resolve("avow.properties");
        if (Files.exists(file)) {
            Map<String, String> named = properties(file);
            if (named.containsKey(Setting.HOME.environmentName())) {
                throw new BadSetting(
                        "AVOW_HOME cannot be set in "
                                + file
                                + ", which is read because it lies there; set it in the"
                                + " environment");
            }
            reader.take(named, file.toString());
        }
        return reader;
    }

    private static Map<String, String> properties(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BadSetting(
                    file + " cannot be read; check its permissions and its form (name=value)");
        }
        Map<String, String> named = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            named.put(name.toUpperCase(ROOT).replace('.', '_'), properties.getProperty(name));
        }
        return named;
    }

    /** The first source to name a setting wins, so the environment goes first. */
    private void take(Map<String, String> named, String where) {
        List<String> unknown = new ArrayList<>();
        named.forEach((name, value) -> {
            Setting setting = byName(name);
            if (setting == null) {
                unknown.add(name);
            } else if (!value.isBlank()) {
                values.putIfAbsent(setting, check(setting, value.strip()));
            }
        });
        if (!unknown.isEmpty()) {
            throw new BadSetting(
                    "unknown setting "
                            + String.join(", ", unknown)
                            + " in "
                            + where
                            + "; remove it or see docs/settings.md for the names");
        }
    }

    private static @org.jspecify.annotations.Nullable Setting byName(String name) {
        for (Setting setting : Setting.values()) {
            if (setting.environmentName().equals(name)) {
                return setting;
            }
        }
        return null;
    }

    private static String check(Setting setting, String value) {
        String wanted =
                switch (setting.kind()) {
                    case TEXT -> null;
                    case PORT -> isNumber(value, 1, 65535) ? null : "a port from 1 to 65535";
                    case DAYS ->
                            isNumber(value, 1, 36_500)
                                    ? null
                                    : "days, a whole number from 1 to 36500";
                    case COUNT ->
                            isNumber(value, 1, MOST) ? null : "a whole number from 1 to " + MOST;
                    case COUNT_OR_ZERO ->
                            isNumber(value, 0, MOST) ? null : "a whole number from 0 to " + MOST;
                    case FLAG ->
                            value.equals("true") || value.equals("false") ? null : "true or false";
                    case CHOICE ->
                            setting.choices().contains(value)
                                    ? null
                                    : "one of " + String.join(", ", setting.choices());
                };
        if (wanted != null) {
            throw new BadSetting(setting.environmentName() + " must be " + wanted);
        }
        return value;
    }

    private static boolean isNumber(String value, int least, int most) {
        if (!DIGITS.matcher(value).matches()) {
            return false;
        }
        int number = Integer.parseInt(value);
        return number >= least && number <= most;
    }

    String text(Setting setting) {
        return values.getOrDefault(setting, setting.fallback());
    }

    int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    boolean flag(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    Duration millis(Setting setting) {
        return Duration.ofMillis(number(setting));
    }

    Optional<String> optional(Setting setting) {
        String text = text(setting);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Absolute; empty where none is set. */
    Optional<Path> file(Setting setting) {
        return optional(setting).map(file -> Path.of(file).toAbsolutePath());
    }

    boolean isSet(Setting setting) {
        return values.containsKey(setting);
    }
}
