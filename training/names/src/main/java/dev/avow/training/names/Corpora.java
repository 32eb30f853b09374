package dev.avow.training.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The labelled texts, those to learn from apart from those to measure on.
 *
 * @param training to learn from
 * @param tuning to measure on, by name
 * @param held texts without persons, to count false findings in
 * @param sources what was learned from, a line each
 */
record Corpora(
        List<Example> training,
        Map<String, List<Example>> tuning,
        List<Example> held,
        String sources) {

    static Corpora read(Path data, @Nullable Path plain) throws IOException {
        Path ner = data.resolve("ner");
        List<Example> training = new ArrayList<>();
        Map<String, List<Example>> tuning = new LinkedHashMap<>();
        StringBuilder sources = new StringBuilder();

        Path presidio = data.resolve("pii/presidio-research-generated-large.json");
        if (Files.exists(presidio)) {
            tuning.put("presidio-research (en)", JsonReaders.presidio(presidio));
        }
        add(
                training,
                sources,
                "WNUT 2017 (en), CC BY 4.0",
                twice(ConllReader.read(ner.resolve("wnut17-train.conll"), 1)));
        tuning.put("WNUT 2017 dev (en)", ConllReader.read(ner.resolve("wnut17-dev.conll"), 1));
        add(
                training,
                sources,
                "Broad Twitter Corpus (en), CC BY 4.0",
                twice(ConllReader.read(ner.resolve("btc-train.conll"), 1)));
        tuning.put("Broad Twitter dev (en)", ConllReader.read(ner.resolve("btc-dev.conll"), 1));
        add(
                training,
                sources,
                "GermEval 2014 (de), CC BY 4.0",
                twice(ConllReader.read(ner.resolve("germeval14-de-train.conll"), 1)));
        tuning.put(
                "GermEval 2014 dev (de)",
                ConllReader.read(ner.resolve("germeval14-de-dev.conll"), 1));
        List<Example> ler = ConllReader.read(ner.resolve("german-ler-dev.conll"), 3);
        add(training, sources, "German LER, 7 of 10 (de), CC BY 4.0", part(ler, true));
        tuning.put("German LER, 3 of 10 (de)", part(ler, false));
        add(
                training,
                sources,
                "NewsEye (fr), CC BY 4.0",
                ConllReader.read(ner.resolve("newseye-fr-train.conll"), 8));
        tuning.put("NewsEye dev (fr)", ConllReader.read(ner.resolve("newseye-fr-dev.conll"), 8));
        List<Example> meddocan = JsonReaders.meddocan(ner.resolve("meddocan-train.jsonl"));
        add(training, sources, "MEDDOCAN, 7 of 10 (es), CC BY 4.0", part(meddocan, true));
        tuning.put("MEDDOCAN, 3 of 10 (es)", part(meddocan, false));
        add(
                training,
                sources,
                "NewsEye (sv), CC BY 4.0",
                ConllReader.read(ner.resolve("newseye-sv-train.conll"), 8));
        add(
                training,
                sources,
                "Europeana newspapers (fr, nl), CC0",
                ConllReader.read(ner.resolve("europeana-nl.conll"), 8));
        List<Example> held = new ArrayList<>();
        if (plain != null) {
            List<Example> texts = plain(plain);
            add(training, sources, "prose, source code and logs without names", part(texts, true));
            // Once more: a false person in code costs more than it weighs among the names.
            training.addAll(part(texts, true));
            held.addAll(part(texts, false));
        }
        return new Corpora(training, tuning, held, sources.toString().stripTrailing());
    }

    private static void add(
            List<Example> training, StringBuilder sources, String name, List<Example> examples) {
        training.addAll(examples);
        sources.append("  ").append(name).append(": ").append(examples.size()).append(" texts\n");
    }

    /** As it is, and one in five in lower case besides. */
    private static List<Example> twice(List<Example> examples) {
        List<Example> more = new ArrayList<>(examples);
        for (int i = 0; i < examples.size(); i += 5) {
            more.add(Templates.mapped(examples.get(i), Character::toLowerCase));
        }
        return more;
    }

    private static List<Example> part(List<Example> examples, boolean toLearn) {
        List<Example> part = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            if ((i % 10 < 7) == toLearn) {
                part.add(examples.get(i));
            }
        }
        return part;
    }

    private static List<Example> plain(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<Example> examples = new ArrayList<>();
        for (Path file : files) {
            examples.add(new Example(Files.readString(file), List.of()));
        }
        return examples;
    }
}
