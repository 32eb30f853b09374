package dev.avow.ask;

import dev.avow.mask.Errand;
import dev.avow.mask.Outbound;
import dev.avow.sealing.SealingException;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Room 06: asks the provider that a request is meant for, and where it cannot answer, the same
 * again or the next one. Safe for any thread.
 */
public final class Asking {

    private static final Call ENDED =
            new Call() {
                @Override
                public void cancel() {}

                @Override
                public void pause() {}

                @Override
                public void resume() {}
            };

    /** Of several keys of a provider all files go by the same one, since it owns them there. */
    private static final long OF_FILES = Endpoints.OLDEST_KEY;

    private final Map<String, Provider> byKind;
    private final Endpoints endpoints;
    private final Lines lines;
    private final Supplier<Loop> loops;
    private final Persistence persistence;

    /**
     * @param loops the event loop of the calling thread
     */
    public Asking(
            List<Provider> providers,
            Endpoints endpoints,
            Lines lines,
            Supplier<Loop> loops,
            Persistence persistence) {
        this.byKind =
                providers.stream()
                        .collect(Collectors.toUnmodifiableMap(Provider::kind, Function.identity()));
        this.endpoints = endpoints;
        this.lines = lines;
        this.loops = loops;
        this.persistence = persistence;
    }

    /**
     * Asks; see {@link Provider#ask} for what the sink hears. To be called on an event loop; the
     * sink hears everything there.
     */
    public Call ask(Outbound outbound, AnswerSink sink) {
        Attempts attempts =
                new Attempts(
                        this::once,
                        lines,
                        loops.get(),
                        persistence,
                        () -> ThreadLocalRandom.current().nextDouble(),
                        outbound,
                        sink);
        attempts.begin();
        return attempts;
    }

    /** Why a batch of that route cannot go there; empty where it can. */
    public Optional<Fault> refuseBatch(Destination destination, Route route) {
        Endpoint endpoint = endpoints.of(destination, OF_FILES).orElse(null);
        Provider provider = endpoint == null ? null : byKind.get(endpoint.kind());
        if (provider == null) {
            return Optional.of(removed());
        }
        return provider.batchRoutes().contains(route)
                ? Optional.empty()
                : Optional.of(
                        Fault.of(
                                FaultCode.INVALID_VALUE,
                                "the provider of this model takes no batches of /v1"
                                        + route.path()
                                        + "; name a model of a provider of kind "
                                        + (route.api() == Route.Api.ANTHROPIC
                                                ? "anthropic"
                                                : "openai"),
                                "model"));
    }

    /** Why a file cannot be kept there; empty where it can. */
    public Optional<Fault> refuseFiles(Destination destination) {
        Endpoint endpoint = endpoints.of(destination, OF_FILES).orElse(null);
        Provider provider = endpoint == null ? null : byKind.get(endpoint.kind());
        if (provider == null) {
            return Optional.of(removed());
        }
        return !provider.keepsFiles()
                ? Optional.of(
                        Fault.of(
                                FaultCode.INVALID_VALUE,
                                "this provider keeps no files; say in the form's field model which"
                                        + " model is to read it, of a provider of kind openai",
                                "model"))
                : Optional.empty();
    }

    /** Before a tenant's errand is run; may wait, so not on an event loop. */
    public void load(TenantId tenant) {
        endpoints.load(tenant);
    }

    /**
     * Runs an errand of a tenant that was {@linkplain #load loaded}; see {@link Provider#run} for
     * what the sink hears. To be called on an event loop; the sink hears everything there. It is
     * tried once.
     */
    public void run(Errand errand, AnswerSink sink) {
        Endpoint endpoint = endpoints.of(errand.destination(), OF_FILES).orElse(null);
        Provider provider = endpoint == null ? null : byKind.get(endpoint.kind());
        if (endpoint == null || provider == null) {
            sink.failed(removed());
            return;
        }
        AnswerSink guarded;
        try {
            guarded = endpoint.key().<AnswerSink>map(key -> new KeyGuard(key, sink)).orElse(sink);
        } catch (SealingException doesNotOpen) {
            sink.failed(doesNotOpen());
            return;
        }
        provider.run(errand, endpoint, guarded);
    }

    private static Fault removed() {
        return Fault.of(
                FaultCode.MODEL_NOT_FOUND,
                "the provider of this model was removed; add it again or name another",
                "model");
    }

    private static Fault doesNotOpen() {
        return Fault.of(
                FaultCode.PROVIDER_REFUSED,
                "the provider's key cannot be opened; add another one and retire it,"
                        + " see GET /api/v1/provider-keys");
    }

    private Call once(Outbound outbound, AnswerSink sink) {
        Endpoint endpoint = endpoints.of(outbound.destination(), outbound.affinity()).orElse(null);
        Provider provider = endpoint == null ? null : byKind.get(endpoint.kind());
        if (endpoint == null || provider == null) {
            sink.failed(removed());
            return ENDED;
        }
        if (!provider.routes().contains(outbound.route())) {
            sink.failed(
                    Fault.of(
                            FaultCode.INVALID_VALUE,
                            "the provider of this model has no /v1"
                                    + outbound.route().path()
                                    + "; name a model of another provider, or ask by another route",
                            "model"));
            return ENDED;
        }
        AnswerSink guarded;
        try {
            guarded = endpoint.key().<AnswerSink>map(key -> new KeyGuard(key, sink)).orElse(sink);
        } catch (SealingException doesNotOpen) {
            sink.failed(doesNotOpen());
            return ENDED;
        }
        return provider.ask(outbound, endpoint, guarded);
    }
}
