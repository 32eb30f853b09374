package dev.avow.training.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The lists of names and words in this module's resources. Where each comes from, and under which
 * licence, stands in {@code lists/README.md} beside them.
 *
 * @param first given names by locale
 * @param last family names by locale
 * @param words ordinary words by locale
 * @param cities greatest first
 * @param german nouns, names and words of German, by kind
 * @param countries in many languages, from the CLDR data of the JDK
 */
record Lists(
        Map<String, List<String>> first,
        Map<String, List<String>> last,
        Map<String, List<String>> words,
        List<String> cities,
        Map<String, List<String>> german,
        List<String> countries) {

    private static final List<String> LANGUAGES =
            List.of(
                    "en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "cs", "ro", "hu",
                    "fi", "tr", "ru", "uk", "bg", "el", "ar", "he", "fa", "hi");

    static Lists load() {
        Map<String, List<String>> first = byLocale("first.txt");
        Map<String, List<String>> last = byLocale("last.txt");
        first.put("en_census", split(read("census-first.txt")));
        last.put("en_census", split(read("census-last.txt")));
        Map<String, List<String>> words = byLocale("words.txt");
        words.put("en", split(read("words-en.txt")));
        Set<String> countries = new LinkedHashSet<>();
        for (String language : LANGUAGES) {
            Locale in = Locale.of(language);
            for (String code : Locale.getISOCountries()) {
                String name = Locale.of("", code).getDisplayCountry(in);
                if (name.length() > 3 && !name.contains("(")) {
                    countries.add(name);
                }
            }
        }
        return new Lists(
                first,
                last,
                words,
                split(read("cities.txt")),
                byLocale("german.txt"),
                List.copyOf(countries));
    }

    /** Given names of all locales. */
    Set<String> allFirst() {
        Set<String> all = new java.util.HashSet<>();
        first.values().forEach(all::addAll);
        return all;
    }

    /** Countries as one language calls them. */
    static List<String> countries(String language) {
        List<String> names = new ArrayList<>();
        for (String code : Locale.getISOCountries()) {
            String name = Locale.of("", code).getDisplayCountry(Locale.of(language));
            if (!name.contains("(") && name.length() > 2) {
                names.add(name);
            }
        }
        return names;
    }

    private static Map<String, List<String>> byLocale(String file) {
        Map<String, List<String>> lists = new TreeMap<>();
        for (String line : read(file).split("\n", -1)) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                lists.put(line.substring(0, tab), split(line.substring(tab + 1)));
            }
        }
        return lists;
    }

    private static List<String> split(String line) {
        return List.of(line.strip().split("\\|", -1));
    }

    /** The lines of a resource that are neither empty nor comments. */
    static List<String> lines(String file) {
        return read(file).lines().filter(l -> !l.isBlank() && !l.startsWith("# ")).toList();
    }

    static String read(String file) {
        try (InputStream in = Lists.class.getResourceAsStream("lists/" + file)) {
            if (in == null) {
                throw new IOException("a list is missing: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
