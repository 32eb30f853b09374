package dev.avow.detector.js;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Detector;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** B2: every shared vector, on the JVM, with the recognizers that go into the module. */
class VectorsTest {

    static List<Path> files() {
        return SharedVectors.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void scan_sharedVectors_findsWhatTheySay_B2(Path file) {
        Detector detector = SharedVectors.detectorFor(file);
        JsonNode vectors = SharedVectors.read(file);
        assertThat(vectors.size()).isPositive();
        for (JsonNode vector : vectors) {
            List<String> expected =
                    vector.get("findings")
                            .valueStream()
                            .map(each ->
                                    each.get("type").asString()
                                            + "@"
                                            + each.get("start").asInt()
                                            + "-"
                                            + each.get("end").asInt())
                            .toList();
            assertThat(
                            detector
                                    .scan(vector.get("text").asString(), SharedVectors.AMPLE)
                                    .findings()
                                    .stream()
                                    .map(each ->
                                            each.type() + "@" + each.start() + "-" + each.end()))
                    .as(vector.get("why").asString())
                    .isEqualTo(expected);
        }
    }
}
