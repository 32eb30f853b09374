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
import dev.avow.detector.api.Scan;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.recognizers.Recognizers;
import dev.avow.words.Destination;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** B5: what was found is counted by type, and what was not looked at is said. */
final class ClassifierTest {

    private static final String BODY =
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"a@b.example"
                + " c@d.example\"},"
                + "{\"text\":\"{\\\"k\\\":4111111111111111}\"},{\"image_url\":{\"url\":\"data:image/png;base64,iVBORw0KGgo=\"}}]}]}";

    @Test
    void classify_findings_areCountedByTypeAndGivenBySegment() {
        Classified classified = classify(Detectors.of(Recognizers.tier1()), Duration.ofMinutes(1));

        assertThat(classified.classifications())
                .extracting(Classification::type, Classification::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("attachment", 1),
                        org.assertj.core.groups.Tuple.tuple("email", 2),
                        org.assertj.core.groups.Tuple.tuple("payment_card", 1));
        assertThat(classified.findings().stream().mapToInt(List::size).sum()).isEqualTo(3);
        assertThat(classified.coverage()).isEqualTo(Coverage.COMPLETE);
    }

    @Test
    void classify_detectorThrows_isPartial() {
        assertThat(
                        classify(
                                        (_, _) -> {
                                            throw new IllegalStateException("broken");
                                        },
                                        Duration.ofSeconds(1))
                                .coverage())
                .isEqualTo(new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED));
    }

    @Test
    void classify_oneSegmentPartial_isPartialThoughLaterOnesAreComplete() {
        AtomicInteger calls = new AtomicInteger();
        Detector first =
                (_, _) ->
                        calls.getAndIncrement() == 0
                                ? new Scan(
                                        List.of(), new Coverage.Partial(Coverage.Why.UNAVAILABLE))
                                : Scan.clean();

        assertThat(classify(first, Duration.ofSeconds(1)).coverage())
                .isEqualTo(new Coverage.Partial(Coverage.Why.UNAVAILABLE));
        assertThat(calls.get()).isGreaterThan(1);
    }

    @Test
    void classify_timeSpent_isPartial() {
        assertThat(classify((_, _) -> Scan.clean(), Duration.ZERO).coverage())
                .isEqualTo(new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
    }

    @Test
    void toString_classified_holdsNoContent() {
        assertThat(classify(Detectors.of(Recognizers.tier1()), Duration.ofMinutes(1)).toString())
                .doesNotContain("a@b")
                .doesNotContain("4111");
    }

    private static Classified classify(Detector detector, Duration budget) {
        Arrival.Understood arrival =
                (Arrival.Understood)
                        ChatCompletions.arrive(
                                new RequestHead("api", "", null, false), BODY.getBytes(UTF_8));
        return new Classifier(detector, budget)
                .classify(
                        new Admitted(
                                arrival.arrived(),
                                new Caller(TenantId.DEFAULT, null, null, Set.of(), List.of()),
                                new Destination(TenantId.DEFAULT, Ids.next(), "p", "h", "m"),
                                Ids.next(),
                                Instant.EPOCH));
    }
}
