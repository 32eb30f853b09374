package dev.avow.registry;

import dev.avow.ask.AnswerSink;
import dev.avow.ask.Call;
import dev.avow.ask.Endpoint;
import dev.avow.ask.Provider;
import dev.avow.mask.Outbound;
import dev.avow.words.Route;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Says per host which models there are; a host it does not know never answers. */
final class Speaker implements Provider {

    final Map<String, List<String>> offers = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();

    @Override
    public String kind() {
        return "openai";
    }

    @Override
    public Set<Route> routes() {
        return EnumSet.allOf(Route.class);
    }

    @Override
    public Call ask(Outbound outbound, Endpoint endpoint, AnswerSink sink) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<List<String>> models(Endpoint endpoint) {
        asked.incrementAndGet();
        List<String> models = offers.get(endpoint.base().getHost());
        return models == null
                ? new CompletableFuture<>()
                : CompletableFuture.completedFuture(models);
    }
}
