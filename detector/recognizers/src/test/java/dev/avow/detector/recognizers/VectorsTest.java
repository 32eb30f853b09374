package dev.avow.detector.recognizers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** B2: the vectors that every build of the detector must agree on. */
final class VectorsTest {

    @Test
    void scan_sharedVectors_findsWhatTheySay_B2() {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("avow.root")));
        JsonNode vectors =
                new JsonMapper().readTree(root.resolve("detector/vectors/tier1.json").toFile());
        assertThat(vectors.size()).isGreaterThan(30);
        for (JsonNode vector : vectors) {
            String text = vector.get("text").asString();
            List<String> expected = new ArrayList<>();
            for (JsonNode finding : vector.get("findings")) {
                expected.add(
                        finding.get("type").asString()
                                + "@"
                                + finding.get("start").asInt()
                                + "-"
                                + finding.get("end").asInt());
            }
            List<String> found = new ArrayList<>();
            for (Finding f : Found.TIER_1.scan(text, Found.AMPLE).findings()) {
                found.add(f.type() + "@" + f.start() + "-" + f.end());
            }
            assertThat(found).as(vector.get("why").asString()).isEqualTo(expected);
        }
    }
}
