package dev.avow.training.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The labelled texts: those to learn from, those to tune on and those that are kept for one last
 * measurement. What goes where is decided by the places of the texts in their files alone.
 */
final class Corpora {

    /** Sentences in a row that stay together. */
    private static final int BLOCK = 40;

    /** How often each text is learned from with other names. */
    private static final int SWAPS = 2;

    private final Path ner;
    private final boolean everything;
    private final List<Example> training = new ArrayList<>();
    private final Map<String, List<Example>> tuning = new LinkedHashMap<>();
    private final Map<String, List<Example>> last = new LinkedHashMap<>();
    private final StringBuilder sources = new StringBuilder();

    private final Swapped swapped;

    private Corpora(Path ner, boolean everything, Swapped swapped) {
        this.ner = ner;
        this.everything = everything;
        this.swapped = swapped;
    }

    /**
     * @param data the folder with {@code ner/} and {@code pii/}; a set whose file is missing is
     *     left out, and {@link #sources} tells of those that are there
     * @param everything whether to learn from the texts for tuning and for the last measurement too
     * @param swapped makes more of the texts to learn from
     */
    static Corpora read(Path data, boolean everything, Swapped swapped) throws IOException {
        Corpora all = new Corpora(data.resolve("ner"), everything, swapped);
        all.templates(data.resolve("pii/presidio-research-generated-large.json"));
        all.paired("WNUT 2017 (en), CC BY 4.0", "wnut17", 1, 2);
        all.paired("Broad Twitter (en), CC BY 4.0", "btc", 1, 2);
        all.paired("GermEval 2014 (de), CC BY 4.0", "germeval14-de", 1, 6);
        all.paired("NewsEye (fr), CC BY 4.0", "newseye-fr", 8, 1);
        all.single("German LER (de), CC BY 4.0", "german-ler-dev.conll", 4, 1);
        all.single("NewsEye (sv), CC BY 4.0", "newseye-sv-train.conll", 8, 1);
        all.single("NewsEye (fi), CC BY 4.0", "newseye-fi-train.conll", 8, 1);
        all.single("Europeana (nl), CC0", "europeana-nl.conll", 8, 1);
        all.single("Europeana (fr), CC0", "europeana-fr.conll", 8, 1);
        Path meddocan = all.ner.resolve("meddocan-train.jsonl");
        if (Files.exists(meddocan)) {
            all.add(
                    "MEDDOCAN (es), CC BY 4.0",
                    Split.of(JsonReaders.meddocan(meddocan), 1, true),
                    1);
        }
        return all;
    }

    /** Sentences made from templates: none is learned from, their persons' names may not ship. */
    private void templates(Path file) throws IOException {
        if (Files.exists(file)) {
            String name = "presidio-research (en)";
            tuning.put(name, JsonReaders.presidio(file, id -> id % 2 == 0));
            last.put(name, JsonReaders.presidio(file, id -> id % 2 == 1));
        }
    }

    /** A set with a file to train on and one to tune on. */
    private void paired(String name, String file, int sentences, int times) throws IOException {
        Path training = ner.resolve(file + "-train.conll");
        Path tuned = ner.resolve(file + "-dev.conll");
        if (!Files.exists(training) || !Files.exists(tuned)) {
            return;
        }
        List<Example> train = ConllReader.read(training, sentences);
        List<Example> dev = ConllReader.read(tuned, sentences);
        Split split = Split.of(train, Math.max(1, BLOCK / sentences), false);
        add(name, new Split(split.training(), dev, split.last()), times);
    }

    private void single(String name, String file, int sentences, int times) throws IOException {
        if (!Files.exists(ner.resolve(file))) {
            return;
        }
        List<Example> examples = ConllReader.read(ner.resolve(file), sentences);
        add(name, Split.of(examples, Math.max(1, BLOCK / sentences), true), times);
    }

    private void add(String name, Split split, int times) {
        List<Example> learned = new ArrayList<>(split.training());
        if (everything) {
            learned.addAll(split.tuning());
            learned.addAll(split.last());
        }
        sources.append("  ").append(name).append(": ").append(learned.size()).append(" texts\n");
        for (int i = 0; i < times; i++) {
            training.addAll(learned);
        }
        int paren = name.indexOf('(');
        String language = name.substring(paren + 1, paren + 3);
        for (int i = 0; i < SWAPS; i++) {
            training.addAll(swapped.of(learned, language));
        }
        if (times > 1) {
            // Chat and tweets are often in lower case, and now and then in capitals.
            for (int i = 0; i < learned.size(); i += 5) {
                training.add(Templates.mapped(learned.get(i), Character::toLowerCase));
                if (i % 4 == 0) {
                    training.add(Templates.mapped(learned.get(i), Character::toUpperCase));
                }
            }
        }
        tuning.put(name.substring(0, name.indexOf(')') + 1), split.tuning());
        last.put(name.substring(0, name.indexOf(')') + 1), split.last());
    }

    List<Example> training() {
        return training;
    }

    /** By name of the set. */
    Map<String, List<Example>> tuning() {
        return tuning;
    }

    /** By name of the set. */
    Map<String, List<Example>> last() {
        return last;
    }

    /** What was learned from, a line each. */
    String sources() {
        return sources.toString().stripTrailing();
    }
}
