package dev.avow.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Admitted;
import dev.avow.admit.Caller;
import dev.avow.arrive.Arrival;
import dev.avow.arrive.ChatCompletions;
import dev.avow.arrive.RequestHead;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import dev.avow.words.Destination;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** B4: what texts are about counts, and is no place to be masked. */
final class TopicStageTest {

    private static final Detector CONTRACT =
            (text, _) ->
                    text.toString().startsWith("The parties")
                            ? new Scan(
                                    List.of(
                                            new Finding(
                                                    new FindingType("contract", 3),
                                                    0,
                                                    text.length(),
                                                    0.8,
                                                    Finding.Reason.CONTEXT)),
                                    Coverage.COMPLETE)
                            : Scan.clean();

    @Test
    void classify_topicFound_isCountedAndHasNoPlace() {
        Classified classified = classify(CONTRACT, Duration.ofMinutes(1));

        assertThat(classified.classifications())
                .containsExactly(new Classification("contract", 3, 0.8, 1));
        assertThat(classified.findings()).allMatch(List::isEmpty);
        assertThat(classified.coverage()).isEqualTo(Coverage.COMPLETE);
    }

    @Test
    void classify_topicsOutOfTime_isPartial() {
        assertThat(classify(CONTRACT, Duration.ZERO).coverage())
                .isEqualTo(new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
    }

    @Test
    void classify_topicsFail_isPartial() {
        Detector broken =
                (_, _) -> {
                    throw new IllegalStateException("broken on purpose");
                };

        assertThat(classify(broken, Duration.ofMinutes(1)).coverage())
                .isEqualTo(new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED));
    }

    @Test
    void classifiers_withTopics_stayOffEventLoops() {
        DetectorSource none = DetectorSource.same((_, _) -> Scan.clean());
        Duration minute = Duration.ofMinutes(1);

        assertThat(new Classifiers(none, minute).detectorsWait()).isFalse();
        assertThat(
                        new Classifiers(none, minute, null, new TopicStage(CONTRACT, minute))
                                .detectorsWait())
                .isTrue();
    }

    private static Classified classify(Detector topics, Duration budget) {
        Classifiers classifiers =
                new Classifiers(
                        DetectorSource.same((_, _) -> Scan.clean()),
                        Duration.ofMinutes(1),
                        null,
                        new TopicStage(topics, budget));
        byte[] body =
                """
                {"model": "m", "messages": [{"role": "user", "content": "The parties agree."}]}
                """
                        .getBytes(UTF_8);
        Arrival.Understood arrival =
                (Arrival.Understood)
                        ChatCompletions.arrive(new RequestHead("api", "", null, false), body);
        return classifiers
                .of(TenantId.DEFAULT)
                .classify(
                        new Admitted(
                                arrival.arrived(),
                                new Caller(TenantId.DEFAULT, null, null, Set.of(), List.of()),
                                new Destination(TenantId.DEFAULT, Ids.next(), "p", "h", "m"),
                                Ids.next(),
                                Instant.EPOCH));
    }
}
