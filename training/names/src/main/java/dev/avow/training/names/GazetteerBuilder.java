package dev.avow.training.names;

import dev.avow.detector.names.Gazetteer;
import dev.avow.detector.names.Hash;
import dev.avow.detector.names.Tag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers what is known of single words. */
final class GazetteerBuilder {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    /** Family names of the census beyond this rank are left to the model. */
    private static final int CENSUS = 60_000;

    private final TreeMap<Integer, Integer> known = new TreeMap<>();

    /** The flags of each word by its hash. */
    static NavigableMap<Integer, Integer> build(Lists lists, List<Example> corpora) {
        GazetteerBuilder b = new GazetteerBuilder();
        b.names(lists.first(), Gazetteer.FIRST);
        b.names(lists.last(), Gazetteer.LAST);
        int rank = 0;
        for (String city : lists.cities()) {
            // Words of places with several words only where the place is well known.
            if (!city.contains(" ") || rank < 2000) {
                b.add(city, Gazetteer.PLACE, 3);
            }
            rank++;
        }
        lists.countries().forEach(c -> b.add(c, Gazetteer.PLACE, 4));
        lists.words().values().forEach(l -> l.forEach(w -> b.add(w, Gazetteer.COMMON, 1)));
        b.ordinary(corpora);
        b.german(lists.german());
        Lists.lines("cues.txt").forEach(w -> b.add(w, Gazetteer.CUE, 1));
        Lists.lines("organization-words.txt").forEach(w -> b.add(w, Gazetteer.ORGANIZATION, 2));
        Lists.lines("no-names.txt").forEach(b::noName);
        return b.known;
    }

    private void names(Map<String, List<String>> byLocale, int flag) {
        Map<Integer, Set<String>> languages = new HashMap<>();
        byLocale.forEach((locale, names) -> {
            int rank = 0;
            for (String name : names) {
                if (rank++ < CENSUS) {
                    add(name, flag, 2);
                    languages
                            .computeIfAbsent(Hash.word(name), h -> new HashSet<>())
                            .add(locale.substring(0, 2));
                }
            }
        });
        languages.forEach((hash, in) -> {
            if (in.size() >= 2) {
                known.computeIfPresent(hash, (h, f) -> f | Gazetteer.WIDESPREAD);
            }
        });
    }

    /** Words that corpora write small, three times or more, outside names. */
    private void ordinary(List<Example> corpora) {
        Map<String, Integer> counts = new HashMap<>();
        for (Example example : corpora) {
            boolean[] inName = new boolean[example.text().length()];
            for (Example.Label label : example.labels()) {
                if (label.tag() != Tag.OUTSIDE) {
                    java.util.Arrays.fill(inName, label.start(), label.end(), true);
                }
            }
            Matcher m = WORD.matcher(example.text());
            while (m.find()) {
                if (!inName[m.start()] && Character.isLowerCase(m.group().codePointAt(0))) {
                    counts.merge(m.group(), 1, Integer::sum);
                }
            }
        }
        counts.forEach((word, count) -> {
            if (count >= 3) {
                add(word, Gazetteer.COMMON, 1);
            }
        });
    }

    /** Words of German, those with a sharp s as Switzerland writes them too; and its names. */
    private void german(Map<String, List<String>> lists) {
        for (String word : lists.getOrDefault("word", List.of())) {
            add(word, Gazetteer.GERMAN, 3);
            add(word.replace("ß", "ss"), Gazetteer.GERMAN, 3);
        }
        lists.getOrDefault("small", List.of()).forEach(w -> add(w, Gazetteer.COMMON, 1));
        lists.getOrDefault("last", List.of()).forEach(w -> add(w, Gazetteer.LAST, 2));
        lists.getOrDefault("first", List.of()).forEach(w -> add(w, Gazetteer.FIRST, 2));
        lists.getOrDefault("place", List.of()).forEach(w -> add(w, Gazetteer.PLACE, 3));
    }

    private void noName(String word) {
        int kept = Gazetteer.CUE | Gazetteer.ORGANIZATION;
        known.merge(
                Hash.word(word), Gazetteer.COMMON, (before, common) -> (before & kept) | common);
    }

    private void add(String entry, int flag, int shortest) {
        Matcher m = WORD.matcher(entry);
        while (m.find()) {
            if (m.group().length() >= shortest) {
                known.merge(Hash.word(m.group()), flag, (a, b) -> a | b);
            }
        }
    }
}
