package dev.avow.detector.js;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.engine.Detectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files that the JVM's and JavaScript's tests share. */
final class SharedVectors {

    static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("avow.root")));
    static final Path PACKAGE = ROOT.resolve("web/detector");
    static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);

    private SharedVectors() {}

    /** Every file of vectors, by name. */
    static List<Path> files() {
        try (Stream<Path> files = Files.list(ROOT.resolve("detector/vectors"))) {
            return files.filter(each -> each.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file of vectors is scanned with: its name says whether tier 1 alone. */
    static Detector detectorFor(Path file) {
        boolean tier1 = file.getFileName().toString().startsWith("tier1");
        return Detectors.of(Bundle.of(tier1 ? List.of(1) : List.of(1, 2), List.of()));
    }

    static JsonNode read(Path file) {
        return new JsonMapper().readTree(file.toFile());
    }

    /** What the fuzz puts texts together from; the same list in the same order in JavaScript. */
    static List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        read(PACKAGE.resolve("test/pieces.json")).forEach(each -> pieces.add(each.asString()));
        for (Path file : files()) {
            read(file).forEach(each -> pieces.add(each.get("text").asString()));
        }
        return pieces;
    }
}
