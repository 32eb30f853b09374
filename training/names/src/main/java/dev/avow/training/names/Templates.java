package dev.avow.training.names;

import dev.avow.detector.names.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Fills the templates of {@code templates/} with invented names. A template is one line; {@code \n}
 * is a line end and {@code {kind}} a slot. What slots there are stands in {@link #fill}.
 */
final class Templates {

    static final List<String> LANGUAGES =
            List.of(
                    "en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "fi", "tr", "ru", "uk",
                    "el", "ar", "he", "fa", "hi");

    private final Lists lists;
    private final Random random;
    private final People people;
    private final Fillers fillers;
    private final Map<String, List<String>> countries = new HashMap<>();

    Templates(Lists lists, long seed) {
        this.lists = lists;
        this.random = new Random(seed);
        this.people = new People(lists, random);
        this.fillers = new Fillers(lists, people, random);
    }

    /** Fills each template of each language {@code times} times. */
    List<Example> all(int times) {
        List<Example> examples = new ArrayList<>();
        List<String> everywhere = Lists.lines("../templates/any.txt");
        for (String language : LANGUAGES) {
            List<String> own = Lists.lines("../templates/" + language + ".txt");
            for (String template : own) {
                for (int i = 0; i < times; i++) {
                    examples.add(style(fill(template, language)));
                }
            }
            for (String template : everywhere) {
                for (int i = 0; i < Math.max(1, times / 4); i++) {
                    examples.add(style(fill(template, language)));
                }
            }
        }
        return examples;
    }

    private Example fill(String template, String language) {
        StringBuilder out = new StringBuilder();
        List<Example.Label> labels = new ArrayList<>();
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            int close = c == '{' ? template.indexOf('}', at) : -1;
            if (c == '\\' && template.startsWith("\\n", at)) {
                out.append('\n');
                at += 2;
            } else if (close > at + 1
                    && Character.isLowerCase(template.charAt(at + 1))
                    && template.substring(at + 1, close).chars().allMatch(Character::isLetter)) {
                slot(template.substring(at + 1, close), language, out, labels);
                at = close + 1;
            } else {
                out.append(c);
                at++;
            }
        }
        return new Example(out.append('\n').toString(), labels);
    }

    private void slot(String slot, String language, StringBuilder out, List<Example.Label> labels) {
        int start = out.length();
        int tag =
                switch (slot) {
                    case "person",
                            "full",
                            "first",
                            "last",
                            "lastfirst",
                            "upper",
                            "low",
                            "uplastfirst" ->
                            Tag.PERSON;
                    case "org" -> Tag.ORGANIZATION;
                    case "city", "town", "country", "place" -> Tag.LOCATION;
                    default -> Tag.OUTSIDE;
                };
        String locale = tag == Tag.PERSON ? people.locale(language) : "";
        out.append(
                switch (slot) {
                    case "person" -> people.any(locale);
                    case "full" -> people.full(locale);
                    case "first" -> people.first(locale);
                    case "last" -> last(language, locale);
                    case "lastfirst" -> people.lastFirst(locale);
                    case "upper" -> people.full(locale).toUpperCase(Locale.ROOT);
                    case "uplastfirst" -> people.lastFirst(locale).toUpperCase(Locale.ROOT);
                    case "low" -> people.any(locale).toLowerCase(Locale.ROOT);
                    case "country" -> country(language);
                    case "city" -> fillers.city();
                    case "town" -> fillers.town();
                    case "place" -> random.nextInt(3) == 0 ? country(language) : fillers.city();
                    default -> fillers.fill(slot, language);
                });
        if (tag != Tag.OUTSIDE) {
            labels.add(new Example.Label(start, out.length(), tag));
        }
    }

    /** A family name; in German every fourth is in no list, since many there are rare. */
    private String last(String language, String locale) {
        boolean rare = language.equals("de") && random.nextInt(4) == 0;
        return rare ? people.coined(locale) : people.last(locale);
    }

    private String country(String language) {
        List<String> names = countries.computeIfAbsent(language, Lists::countries);
        return names.get(random.nextInt(names.size()));
    }

    /** Now and then all in lower case, in capitals or with a JSON string's line ends. */
    private Example style(Example example) {
        int kind = random.nextInt(100);
        if (kind < 13) {
            return mapped(example, Character::toLowerCase);
        }
        return kind < 17 ? mapped(example, Character::toUpperCase) : example;
    }

    static Example mapped(Example example, java.util.function.IntUnaryOperator map) {
        StringBuilder out = new StringBuilder(example.text().length());
        example.text().chars().forEach(c -> out.append((char) map.applyAsInt(c)));
        return new Example(out.toString(), example.labels());
    }

    Lists lists() {
        return lists;
    }
}
