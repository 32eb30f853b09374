package dev.avow.telemetry;

import dev.avow.words.Destination;
import dev.avow.words.FaultCode;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of requests to models, on their way. Each call is a look into a map and a few
 * adders: no lock, no wait, and nothing is kept of a request. Safe for any thread.
 */
public final class Uses {

    /** What stands where there is no value, such as the provider of a request that was refused. */
    private static final String NONE = "none";

    private final MeterRegistry registry;
    private final Names providers;
    private final Set<String> models;
    private final Set<String> types;
    private final Map<Route, Timer> whole;
    private final Map<Route, Timer> overhead;
    private final Map<Route, Timer> firstByte;
    private final Timer classification;
    private final ConcurrentMap<Object, Counter> counters = new ConcurrentHashMap<>();

    /**
     * @param maxProviders that are told apart
     * @param models whose tokens are told apart
     * @param types of findings that are told apart; those that a tenant added are not among them
     */
    public Uses(Metrics metrics, int maxProviders, List<String> models, Set<String> types) {
        this.registry = metrics.registry();
        this.providers = new Names(maxProviders);
        this.models = Set.copyOf(models);
        this.types = Set.copyOf(types);
        this.whole =
                timers(
                        "avow.request",
                        "From a request's head to the end of its answer",
                        Buckets.ANSWERS);
        this.overhead =
                timers(
                        "avow.overhead",
                        "What Avow adds to the model's time, as Avow-Overhead-Ms says it",
                        Buckets.WORK);
        this.firstByte =
                timers(
                        "avow.first.byte",
                        "From a request's head to the first byte of a streamed answer",
                        Buckets.ANSWERS);
        this.classification =
                timer(
                        "avow.classification",
                        "How long the detector looked at one request's texts",
                        Buckets.WORK);
    }

    private Map<Route, Timer> timers(String name, String help, Duration[] buckets) {
        Map<Route, Timer> all = new EnumMap<>(Route.class);
        for (Route route : Route.values()) {
            all.put(route, timer(name, help, buckets, "route", label(route)));
        }
        return all;
    }

    private Timer timer(String name, String help, Duration[] buckets, String... labels) {
        return Timer.builder(name)
                .description(help)
                .tags(labels)
                .serviceLevelObjectives(buckets)
                .register(registry);
    }

    private static String label(Route route) {
        return "/v1" + route.path();
    }

    /** The label of whom a request goes to: what other tenants call theirs is their own. */
    public String provider(Destination destination) {
        return destination.tenant().equals(TenantId.DEFAULT)
                ? providers.of(destination.platformId())
                : Names.OTHER;
    }

    /**
     * A request has been answered, or its caller has left.
     *
     * @param route null for what is none of a model's, such as files and batches
     * @param action as {@code Avow-Action} says it; null where it was not decided on
     * @param provider by {@link #provider}; null where none was asked
     * @param nanos since it came
     */
    public void answered(
            @Nullable Route route,
            int status,
            @Nullable String action,
            @Nullable String provider,
            long nanos) {
        Answered labels =
                new Answered(
                        route,
                        status / 100,
                        action == null ? NONE : action,
                        provider == null ? NONE : provider);
        count(labels, this::counter).increment();
        if (route != null) {
            record(whole, route, nanos);
        }
    }

    private record Answered(@Nullable Route route, int status, String action, String provider) {}

    private Counter counter(Answered labels) {
        return requests(
                labels.route() == null ? Names.OTHER : label(labels.route()),
                labels.status(),
                labels.action(),
                labels.provider());
    }

    private Counter requests(String route, int status, String action, String provider) {
        return Counter.builder("avow.requests")
                .description("Requests to the model routes and to Presidio's API")
                .tag("route", route)
                .tag("status", status + "xx")
                .tag("action", action)
                .tag("provider", provider)
                .register(registry);
    }

    /**
     * A call of Presidio's API was answered; no model is asked there.
     *
     * @param path one of a fixed few
     */
    public void presidio(String path, int status) {
        count(new Called(path, status / 100), this::counter).increment();
    }

    private record Called(String path, int status) {}

    private Counter counter(Called labels) {
        return requests(labels.path(), labels.status(), NONE, NONE);
    }

    /** What Avow added to a request's time. */
    public void overhead(Route route, long nanos) {
        record(overhead, route, nanos);
    }

    /** A streamed answer has begun. */
    public void firstByte(Route route, long nanos) {
        record(firstByte, route, nanos);
    }

    private static void record(Map<Route, Timer> timers, Route route, long nanos) {
        Timer timer = timers.get(route);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** The detector has looked at a request. */
    public void classified(long nanos) {
        classification.record(nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * Personal data was found.
     *
     * @param in {@code prompt} or {@code answer}
     */
    public void found(String type, String in, int findings) {
        Found labels = new Found(types.contains(type) ? type : Names.OTHER, in);
        count(labels, this::counter).increment(findings);
    }

    private record Found(String type, String in) {}

    private Counter counter(Found labels) {
        return Counter.builder("avow.findings")
                .description("What was found, by its type")
                .tag("type", labels.type())
                .tag("in", labels.in())
                .register(registry);
    }

    /** A request was refused, or failed. */
    public void refused(FaultCode code) {
        count(code, this::counter).increment();
    }

    private Counter counter(FaultCode code) {
        return Counter.builder("avow.faults")
                .description("Requests that were told a fault, by its code")
                .tag("code", code.id())
                .register(registry);
    }

    /** A provider is asked: once for each try. */
    public void asked(String provider) {
        count(new Asked(provider), this::counter).increment();
    }

    private record Asked(String provider) {}

    private Counter counter(Asked labels) {
        return Counter.builder("avow.provider.calls")
                .description("Calls to providers, each try counted")
                .tag("provider", labels.provider())
                .register(registry);
    }

    /**
     * A use of a model has ended.
     *
     * @param status how, as interactions say it
     */
    public void ended(String status) {
        count(new Ended(status), this::counter).increment();
    }

    private record Ended(String status) {}

    private Counter counter(Ended labels) {
        return Counter.builder("avow.uses")
                .description("Uses of models that were recorded to their end")
                .tag("status", labels.status())
                .register(registry);
    }

    /**
     * Tokens, as a provider counted them; null where it did not say.
     *
     * @param provider by {@link #provider}
     */
    public void tokens(String provider, String model, @Nullable Integer in, @Nullable Integer out) {
        String told = models.contains(model) ? model : Names.OTHER;
        count(provider, told, "in", in);
        count(provider, told, "out", out);
    }

    private void count(String provider, String model, String direction, @Nullable Integer tokens) {
        if (tokens != null) {
            count(new Tokens(provider, model, direction), this::counter).increment(tokens);
        }
    }

    private record Tokens(String provider, String model, String direction) {}

    private Counter counter(Tokens labels) {
        return Counter.builder("avow.tokens")
                .description("Tokens as providers counted them")
                .tag("provider", labels.provider())
                .tag("model", labels.model())
                .tag("direction", labels.direction())
                .register(registry);
    }

    private <K> Counter count(K labels, Function<K, Counter> make) {
        Counter known = counters.get(labels);
        return known == null ? counters.computeIfAbsent(labels, _ -> make.apply(labels)) : known;
    }

    /** Bounds of histograms. */
    private static final class Buckets {

        static final Duration[] WORK =
                millis(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 1_000, 2_500);
        static final Duration[] ANSWERS =
                millis(1, 5, 25, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 120_000);

        private static Duration[] millis(double... bounds) {
            return Arrays.stream(bounds)
                    .mapToObj(each -> Duration.ofNanos((long) (each * 1_000_000)))
                    .toArray(Duration[]::new);
        }
    }
}
