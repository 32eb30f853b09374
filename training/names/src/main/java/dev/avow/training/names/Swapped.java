package dev.avow.training.names;

import dev.avow.detector.names.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Labelled texts once more, with other persons and places in them: what stands around a name stays
 * true, and a model learns from it what no list of names can say. After Dai and Adel, "An Analysis
 * of Simple Data Augmentation for Named Entity Recognition" (2020), mention replacement.
 */
final class Swapped {

    private static final Pattern WORD = Pattern.compile("\\p{Lu}[\\p{L}'’-]+");
    private static final Pattern WORDS =
            Pattern.compile(WORD + "( \\p{Lu}\\.)?( " + WORD + "){1,2}");

    private final Random random;
    private final People people;
    private final Fillers fillers;
    private final Set<String> first;

    Swapped(Lists lists, long seed) {
        this.random = new Random(seed);
        this.people = new People(lists, random);
        this.fillers = new Fillers(lists, people, random);
        this.first = lists.allFirst();
    }

    /**
     * The texts in which anything could be swapped.
     *
     * @param language of the texts, as ISO 639 writes it
     */
    List<Example> of(List<Example> examples, String language) {
        List<Example> swapped = new ArrayList<>();
        for (Example example : examples) {
            Example other = swap(example, language);
            if (!other.text().equals(example.text())) {
                swapped.add(other);
            }
        }
        return swapped;
    }

    private Example swap(Example example, String language) {
        StringBuilder out = new StringBuilder();
        List<Example.Label> labels = new ArrayList<>();
        int at = 0;
        for (Example.Label label : example.labels()) {
            out.append(example.text(), at, label.start());
            int start = out.length();
            out.append(
                    other(
                            example.text().substring(label.start(), label.end()),
                            label.tag(),
                            language));
            labels.add(new Example.Label(start, out.length(), label.tag()));
            at = label.end();
        }
        out.append(example.text(), at, example.text().length());
        return new Example(out.toString(), labels);
    }

    /** A family name, every second one in no list, in the case of another. */
    private String german(String name, String locale) {
        String one = random.nextInt(2) == 0 ? people.coined(locale) : people.last(locale);
        return isGenitive(name) && !one.endsWith("s") ? one + "s" : one;
    }

    /** Whether a German name is most likely the genitive of one. */
    private boolean isGenitive(String name) {
        return name.length() > 4
                && name.endsWith("s")
                && !name.endsWith("ss")
                && !people.isLast(name);
    }

    /** Another name of the same form; the name itself where its form is unusual. */
    private String other(String name, int tag, String language) {
        boolean single = WORD.matcher(name).matches();
        if (tag == Tag.LOCATION) {
            return single && random.nextInt(3) > 0 ? fillers.city() : name;
        }
        if (tag != Tag.PERSON) {
            return name;
        }
        String locale = people.locale(language);
        if (single) {
            String one = first.contains(name) ? people.first(locale) : people.last(locale);
            if (language.equals("de") && !first.contains(name)) {
                one = german(name, locale);
            }
            return name.equals(name.toUpperCase(Locale.ROOT)) ? one.toUpperCase(Locale.ROOT) : one;
        }
        return WORDS.matcher(name).matches() ? people.full(locale) : name;
    }
}
