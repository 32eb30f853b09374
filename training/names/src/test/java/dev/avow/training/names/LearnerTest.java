package dev.avow.training.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.names.Clusters;
import dev.avow.detector.names.Gazetteer;
import dev.avow.detector.names.NameDetector;
import dev.avow.detector.names.NameModel;
import dev.avow.detector.names.Tag;
import dev.avow.detector.names.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LearnerTest {

    private static final Example KNOWN =
            new Example(
                    "Please ask Laura about it.\n", List.of(new Example.Label(11, 16, Tag.PERSON)));

    @Test
    void learn_oneSentenceOftenEnough_isWrittenAndFoundAgain() throws IOException {
        Tokens tokens =
                new Tokens(
                        new Gazetteer(new int[0], new byte[0]),
                        new Clusters(new int[0], new int[0]));
        Learner learner = new Learner(tokens, 1, 1, 0);
        learner.learn(Collections.nCopies(50, KNOWN), 4);
        byte[] file =
                ModelWriter.write(12, learner.strongest(2000), 0, new TreeMap<>(), new TreeMap<>());
        NameDetector detector = new NameDetector(NameModel.read(new ByteArrayInputStream(file)));
        Score.Counts counts = Score.of(detector, List.of(KNOWN), Tag.PERSON);
        assertThat(counts).isEqualTo(new Score.Counts(1, 1, 1, 1));
    }
}
