package dev.avow.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.avow.admit.Admitted;
import dev.avow.admit.Caller;
import dev.avow.arrive.Arrival;
import dev.avow.arrive.Bodies;
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
import dev.avow.words.Itinerary;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A request that may leave, minted as any, also for the tests of those who send it. */
public final class Letter {

    private static final String CHAT =
            "{\"model\":\"fast\",\"messages\":[{\"role\":\"user\"}],\"stream\":true}";

    private Letter() {}

    /** A body, as a caller would send it, on its way to one model. */
    public static Outbound to(String model, Route route, String body) {
        return mint(
                route,
                body,
                Itinerary.to(
                        new Destination(TenantId.DEFAULT, Ids.next(), "p", "p.example", model)));
    }

    static Destination stop(String name) {
        return new Destination(TenantId.DEFAULT, Ids.next(), name, name + ".example", "m-" + name);
    }

    /** A chat that has several stops. */
    static Outbound to(boolean repeatsInDoubt, String... names) {
        List<Destination> stops = Stream.of(names).map(Letter::stop).toList();
        return mint(Route.CHAT_COMPLETIONS, CHAT, new Itinerary("fast", stops, repeatsInDoubt));
    }

    private static Outbound mint(Route route, String body, Itinerary itinerary) {
        Arrival.Understood arrival =
                (Arrival.Understood)
                        Bodies.arrive(
                                route,
                                new RequestHead("api", "", null, false),
                                body.getBytes(UTF_8));
        Decision decision =
                Decider.decide(
                        new Classifier((_, _) -> Scan.clean(), Duration.ofMinutes(1))
                                .classify(
                                        new Admitted(
                                                arrival.arrived(),
                                                new Caller(
                                                        TenantId.DEFAULT,
                                                        null,
                                                        null,
                                                        Set.of(),
                                                        List.of()),
                                                itinerary,
                                                Ids.next(),
                                                Instant.EPOCH)),
                        PolicySet.EMPTY,
                        false);
        return Masking.mint((Decision.Allow) decision).outbound();
    }
}
