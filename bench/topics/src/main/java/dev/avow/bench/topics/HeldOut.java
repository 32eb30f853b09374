package dev.avow.bench.topics;

import dev.avow.detector.api.FindingType;
import dev.avow.engines.topics.TopicDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The texts that the engine did not learn from. All are fictitious. */
final class HeldOut {

    /** What a text may be about; the last is none of the topics. */
    static final List<String> NAMES =
            Stream.concat(TopicDetector.TYPES.stream().map(FindingType::id), Stream.of("none"))
                    .toList();

    private HeldOut() {}

    /**
     * A text and what it is about.
     *
     * @param topic as in {@link #NAMES}
     */
    record Labelled(String text, int topic) {}

    /** Reads them; the system property {@code avow.root} is the repository's folder. */
    static List<Labelled> texts() throws IOException {
        Path folder =
                Path.of(System.getProperty("avow.root", ".")).resolve("bench/topics/held-out");
        List<Labelled> all = new ArrayList<>();
        for (String name : NAMES) {
            for (String line : Files.readAllLines(folder.resolve(name + ".txt"))) {
                String text = line.replace("\\n", "\n").replace("\\t", "\t").strip();
                if (!text.isEmpty()) {
                    all.add(new Labelled(text, NAMES.indexOf(name)));
                }
            }
        }
        return all;
    }
}
