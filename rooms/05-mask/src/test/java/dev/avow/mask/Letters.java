package dev.avow.mask;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.avow.admit.Admitted;
import dev.avow.admit.Caller;
import dev.avow.arrive.Arrival;
import dev.avow.arrive.ChatCompletions;
import dev.avow.arrive.RequestHead;
import dev.avow.classify.Classified;
import dev.avow.classify.Classifier;
import dev.avow.decide.Decider;
import dev.avow.decide.Decision;
import dev.avow.decide.PolicySet;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.recognizers.Recognizers;
import dev.avow.words.Destination;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Takes a body through rooms 01 to 05 as the channel does. */
final class Letters {

    private static final Classifier CLASSIFIER =
            new Classifier(Detectors.of(Recognizers.tier1()), Duration.ofMinutes(1));

    private Letters() {}

    static Classified classified(String body) {
        RequestHead head = new RequestHead("api", "", null, true);
        Arrival.Understood arrival =
                (Arrival.Understood) ChatCompletions.arrive(head, body.getBytes(UTF_8));
        return CLASSIFIER.classify(
                new Admitted(
                        arrival.arrived(),
                        new Caller(TenantId.DEFAULT, null, null, Set.of(), List.of()),
                        new Destination(
                                TenantId.DEFAULT, Ids.next(), "p", "provider.example", "model-1"),
                        Ids.next(),
                        Instant.EPOCH));
    }

    static Masked masked(String body) {
        return masked(body, Beside.NOTHING);
    }

    static Masked masked(String body, Beside beside) {
        return switch (Decider.decide(classified(body), PolicySet.EMPTY, false)) {
            case Decision.Allow allow -> Masking.mint(allow, beside);
            case Decision.Mask mask -> Masking.mint(mask, text -> text, beside);
            case Decision.Coach _, Decision.Block _, Decision.Gap _ ->
                    throw new AssertionError("not let out");
        };
    }

    static String outbound(String body) {
        return new String(masked(body).outbound().body(), UTF_8);
    }
}
