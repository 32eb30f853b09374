package dev.avow.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.avow.admit.Admitted;
import dev.avow.admit.Caller;
import dev.avow.arrive.Arrival;
import dev.avow.arrive.ChatCompletions;
import dev.avow.arrive.RequestHead;
import dev.avow.classify.Classifier;
import dev.avow.decide.Decider;
import dev.avow.decide.Decision;
import dev.avow.decide.PolicySet;
import dev.avow.detector.api.Scan;
import dev.avow.mask.Masking;
import dev.avow.mask.Outbound;
import dev.avow.words.Destination;
import dev.avow.words.Ids;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is asked, and in whose words. */
final class Asked {

    static final Speech OPENAI =
            new Speech(
                    "openai",
                    "",
                    Set.of(Route.CHAT_COMPLETIONS),
                    "",
                    "/models",
                    KeyUse.header("Authorization", "Bearer "),
                    Map.of(),
                    Map.of());

    private Asked() {}

    /** A chat of one message, minted as any. */
    static Outbound outbound(boolean streamed) {
        String body =
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\"}],\"stream\":" + streamed + "}";
        Arrival.Understood arrival =
                (Arrival.Understood)
                        ChatCompletions.arrive(
                                new RequestHead("api", "", null, false), body.getBytes(UTF_8));
        Decision decision =
                Decider.decide(
                        new Classifier((_, _) -> Scan.clean(), Duration.ofSeconds(5))
                                .classify(
                                        new Admitted(
                                                arrival.arrived(),
                                                new Caller(
                                                        TenantId.DEFAULT,
                                                        null,
                                                        null,
                                                        Set.of(),
                                                        List.of()),
                                                new Destination(
                                                        TenantId.DEFAULT,
                                                        Ids.next(),
                                                        "p",
                                                        "h",
                                                        "model-1"),
                                                Ids.next(),
                                                Instant.EPOCH)),
                        PolicySet.EMPTY,
                        false);
        return Masking.mint((Decision.Allow) decision).outbound();
    }
}
