package dev.avow.mirror;

import dev.avow.ask.AnswerSink;
import dev.avow.ask.Endpoint;
import dev.avow.ask.Letter;
import dev.avow.words.Fault;
import dev.avow.words.Route;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                        Letter.to("mirror", route, body),
                        new Endpoint(
                                MirrorProvider.KIND,
                                URI.create("http://localhost"),
                                Optional.empty()),
                        asked);
        return asked;
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
