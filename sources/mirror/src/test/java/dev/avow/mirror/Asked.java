package dev.avow.mirror;

import dev.avow.admit.Admission;
import dev.avow.admit.Caller;
import dev.avow.admit.Scope;
import dev.avow.arrive.Arrival;
import dev.avow.arrive.Bodies;
import dev.avow.arrive.RequestHead;
import dev.avow.ask.AnswerSink;
import dev.avow.ask.Endpoint;
import dev.avow.classify.Classifier;
import dev.avow.decide.Decider;
import dev.avow.decide.Decision;
import dev.avow.decide.PolicySet;
import dev.avow.detector.api.Scan;
import dev.avow.mask.Masking;
import dev.avow.mask.Outbound;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.Ids;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes a body through the rooms to the mirror, and hears the answer. */
final class Asked implements AnswerSink {

    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private static final JsonMapper JSON = new JsonMapper();

    final List<JsonNode> documents = new ArrayList<>();
    final List<String> calls = new ArrayList<>();

    static Asked with(String body) {
        return with(Route.CHAT_COMPLETIONS, body);
    }

    static Asked with(Route route, String body) {
        Asked asked = new Asked();
        new MirrorProvider(InstantSource.fixed(NOW))
                .ask(
                        mint(route, body),
                        new Endpoint(
                                MirrorProvider.KIND,
                                URI.create("http://localhost"),
                                Optional.empty()),
                        asked);
        return asked;
    }

    private static Outbound mint(Route route, String body) {
        RequestHead head = new RequestHead("api", "", null, false);
        Arrival.Understood understood =
                (Arrival.Understood)
                        Bodies.arrive(route, head, body.getBytes(StandardCharsets.UTF_8));
        Caller caller =
                new Caller(TenantId.DEFAULT, Ids.next(), null, Set.of(Scope.MODELS), List.of());
        Destination mirror =
                new Destination(TenantId.DEFAULT, Ids.next(), "avow", "localhost", "mirror");
        Decision decision =
                Decider.decide(
                        new Classifier((_, _) -> Scan.clean(), Duration.ofMinutes(1))
                                .classify(
                                        new Admission(InstantSource.fixed(NOW))
                                                .admit(understood.arrived(), caller, mirror)),
                        PolicySet.EMPTY,
                        false);
        return Masking.mint((Decision.Allow) decision).outbound();
    }

    @Override
    public void whole(byte[] json) {
        calls.add("whole");
        documents.add(JSON.readTree(json));
    }

    @Override
    public void events(List<byte[]> events) {
        calls.add("events");
        events.forEach(each -> documents.add(JSON.readTree(each)));
    }

    @Override
    public void end() {
        calls.add("end");
    }

    @Override
    public void refused(int status, byte[] json) {
        calls.add("refused");
    }

    @Override
    public void failed(Fault fault) {
        calls.add("failed");
    }
}
