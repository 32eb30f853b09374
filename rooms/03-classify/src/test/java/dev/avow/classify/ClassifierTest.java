package dev.avow.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Admitted;
import dev.avow.admit.Caller;
import dev.avow.arrive.Arrival;
import dev.avow.arrive.ChatCompletions;
import dev.avow.arrive.RequestHead;
import dev.avow.arrive.Segment;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.recognizers.Recognizers;
import dev.avow.words.Destination;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
                        org.assertj.core.groups.Tuple.tuple("image", 1),
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
                                        Duration.ofMinutes(1))
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

        assertThat(classify(first, Duration.ofMinutes(1)).coverage())
                .isEqualTo(new Coverage.Partial(Coverage.Why.UNAVAILABLE));
        assertThat(calls.get()).isGreaterThan(1);
    }

    @Test
    void classify_timeSpent_isPartial() {
        assertThat(classify((_, _) -> Scan.clean(), Duration.ZERO).coverage())
                .isEqualTo(new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
    }

    /**
     * B3: an engine that waits is asked about all texts of a request at once, of equal ones once.
     */
    @Test
    void classify_detectorThatWaits_isAskedAtOnceAndOncePerText() {
        CyclicBarrier together = new CyclicBarrier(2);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Detector waiting =
                (text, budget) -> {
                    seen.add(text.toString());
                    if (text.toString().contains("@")) {
                        meet(together);
                    }
                    return Detectors.of(Recognizers.tier1()).scan(text, budget);
                };

        Classified classified =
                classify(
                        new Classifier(waiting, waiting, true, Duration.ofMinutes(1)),
                        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a@b.example\"},"
                            + "{\"role\":\"user\",\"content\":\"c@d.example\"},"
                            + "{\"role\":\"user\",\"content\":\"a@b.example\"}]}");

        assertThat(seen).containsExactlyInAnyOrder("user", "a@b.example", "c@d.example");
        assertThat(classified.classifications())
                .extracting(Classification::type, Classification::count)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("email", 3));
        assertThat(classified.coverage()).isEqualTo(Coverage.COMPLETE);
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new AssertionError("the texts were looked at one after another", alone);
        }
    }

    @Test
    void classify_detectorThatWaitsAndFails_isPartial() {
        Detector unavailable =
                (_, _) -> new Scan(List.of(), new Coverage.Partial(Coverage.Why.UNAVAILABLE));

        assertThat(
                        classify(
                                        new Classifier(
                                                unavailable,
                                                unavailable,
                                                true,
                                                Duration.ofMinutes(1)),
                                        BODY)
                                .coverage())
                .isEqualTo(new Coverage.Partial(Coverage.Why.UNAVAILABLE));
    }

    /** A model's name was a place to an engine trained on sentences. */
    @Test
    void scan_label_isNotShownToADetectorThatWaits() {
        Detector never =
                (_, _) -> {
                    throw new AssertionError("it was shown to it");
                };

        assertThat(
                        new Classifier(
                                        never,
                                        Detectors.of(Recognizers.tier1()),
                                        true,
                                        Duration.ofMinutes(1))
                                .scan("gpt-4o"))
                .isEqualTo(Scan.clean());
    }

    @Test
    void guard_elsewhere_seesTypesInThePlaceOfFindings() {
        List<String> shown = new ArrayList<>();
        FindingType flagged = new FindingType("flagged", 3);

        Classified classified =
                guarded(shown, false, new TextGuard.Verdict(flagged, 0.5, Coverage.COMPLETE));

        assertThat(shown)
                .contains("<EMAIL> <EMAIL>", "<PAYMENT_CARD>")
                .noneMatch(each -> each.contains("a@b"));
        assertThat(classified.classifications())
                .extracting(Classification::type)
                .contains("flagged");
        assertThat(classified.findings().stream().mapToInt(List::size).sum()).isEqualTo(3);
    }

    @Test
    void guard_here_seesTextsAsTheyAre() {
        List<String> shown = new ArrayList<>();
        Coverage.Partial failed = new Coverage.Partial(Coverage.Why.UNAVAILABLE);

        Classified classified = guarded(shown, true, new TextGuard.Verdict(null, 0, failed));

        assertThat(shown).contains("a@b.example c@d.example");
        assertThat(classified.coverage()).isEqualTo(failed);
    }

    private static Classified guarded(
            List<String> shown, boolean seesOriginals, TextGuard.Verdict verdict) {
        TextGuard guard =
                new TextGuard() {
                    @Override
                    public boolean seesOriginals() {
                        return seesOriginals;
                    }

                    @Override
                    public Verdict judge(List<String> texts, long nanosLeft) {
                        shown.addAll(texts);
                        return verdict;
                    }
                };
        Detector tier1 = Detectors.of(Recognizers.tier1());
        return classify(
                new Classifier(
                        tier1,
                        tier1,
                        false,
                        Duration.ofMinutes(1),
                        null,
                        new Guards(null, null, guard)),
                BODY);
    }

    /**
     * B1: JSON is taken apart so that no escape hides a value; eight digits under {@code phone}
     * were then no telephone's any more, though the same JSON in a sentence was masked.
     */
    @Test
    void classify_valueThatItsNameTellsOf_isFoundInAToolsArgumentsToo() {
        assertThat(foundIn("{\\\"phone\\\":\\\"20 12 34 56\\\"}")).containsExactly("phone");
        assertThat(foundIn("{\\\"phone\\\":20123456}")).containsExactly("phone");
        assertThat(foundIn("{\\\"phone\\\":{\\\"home\\\":[\\\"20123456\\\"]}}"))
                .containsExactly("phone");
        assertThat(foundIn("[{\\\"siren\\\":732829320}]")).containsExactly("fr_siren");
        assertThat(foundIn("{\\\"order\\\":\\\"20123456\\\",\\\"status\\\":200}")).isEmpty();
    }

    @Test
    void classify_valueFoundByItselfAndBesideItsName_countsOnce() {
        Classified classified =
                classify(
                        new Classifier(Detectors.of(Recognizers.tier1()), Duration.ofMinutes(1)),
                        content("{\\\"email\\\":\\\"a@b.example\\\"}"));

        assertThat(classified.classifications())
                .extracting(Classification::type, Classification::count)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("email", 1));
        assertThat(classified.findings())
                .filteredOn(found -> !found.isEmpty())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.getFirst().start()).isZero();
                    assertThat(found.getFirst().end()).isEqualTo("a@b.example".length());
                });
    }

    /**
     * B1: what a number is was said in one message, and the next ones, such as the model's answer
     * that a client sends back, only repeated it: there it left in the clear.
     */
    @Test
    void classify_valueFoundInOneText_isFoundInTheOthers() {
        String asked = "My phone number is 20 12 34 56, and our SIREN is 732829320.";

        assertThat(placesIn(asked, "Noted: 20123456 / 20-12-34-56, 732829320."))
                .containsExactly("20123456", "20-12-34-56", "732829320");
        assertThat(placesIn("20 12 34 56?", asked)).startsWith("20 12 34 56");
        assertThat(placesIn(asked, "120123456, 20 12 34 567, A20123456, 7328293200")).isEmpty();
    }

    @Test
    void classify_addressOfMailElsewhere_isFoundOnce() {
        assertThat(placesIn("write to a@b.example", "a@b.example, xa@b.example"))
                .containsExactly("a@b.example", "xa@b.example");
    }

    /** What is found in the last of some messages, but for those of the first. */
    private static List<String> placesIn(String... contents) {
        Classified classified =
                classify(
                        new Classifier(Detectors.of(Recognizers.tier1()), Duration.ofMinutes(1)),
                        content(contents));
        List<String> places = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        Segment.eachLeaf(
                classified.admitted().arrived().segments(), leaf -> texts.add(leaf.unmaskedText()));
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (!text.equals(contents[0]) || contents[0].endsWith("?")) {
                classified.findings().get(i).stream()
                        .map(each -> text.substring(each.start(), each.end()))
                        .forEach(places::add);
            }
        }
        return places;
    }

    private static List<String> foundIn(String content) {
        return classify(
                        new Classifier(Detectors.of(Recognizers.tier1()), Duration.ofMinutes(1)),
                        content(content))
                .classifications()
                .stream()
                .map(Classification::type)
                .toList();
    }

    private static String content(String... contents) {
        StringBuilder body = new StringBuilder("{\"model\":\"m\",\"messages\":[");
        for (String each : contents) {
            body.append(body.charAt(body.length() - 1) == '[' ? "" : ",")
                    .append("{\"role\":\"user\",\"content\":\"")
                    .append(each)
                    .append("\"}");
        }
        return body.append("]}").toString();
    }

    @Test
    void toString_classified_holdsNoContent() {
        assertThat(classify(Detectors.of(Recognizers.tier1()), Duration.ofMinutes(1)).toString())
                .doesNotContain("a@b")
                .doesNotContain("41111111");
    }

    private static Classified classify(Detector detector, Duration budget) {
        return classify(new Classifier(detector, budget), BODY);
    }

    private static Classified classify(Classifier classifier, String body) {
        Arrival.Understood arrival =
                (Arrival.Understood)
                        ChatCompletions.arrive(
                                new RequestHead("api", "", null, false), body.getBytes(UTF_8));
        return classifier.classify(
                new Admitted(
                        arrival.arrived(),
                        new Caller(TenantId.DEFAULT, null, null, Set.of(), List.of()),
                        new Destination(TenantId.DEFAULT, Ids.next(), "p", "h", "m"),
                        Ids.next(),
                        Instant.EPOCH));
    }
}
