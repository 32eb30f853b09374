package dev.avow.app;

import dev.avow.app.FaultyUpstream.Fault;
import dev.avow.words.Route;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * Calls as programs do, some of them rudely: by every route with text, streamed or not, to a
 * provider that answers and to one that fails in each way; some callers leave in the middle, some
 * send what is wrong. What is answered otherwise than it must be is kept by its kind.
 */
final class SoakCaller {

    /** No answer came; it is noted. */
    static final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1;

        NoAnswer(IOException cause) {
            super(cause);
        }
    }

    private static final List<Route> ROUTES =
            List.of(Route.CHAT_COMPLETIONS, Route.RESPONSES, Route.MESSAGES, Route.EMBEDDINGS);

    private static final List<Fault> FAULTS = List.of(Fault.values());

    private static final int LONGEST_FILLER = 400;
    private static final String FILLER = "The meeting about the new garden is on Tuesday at ten. ";

    private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z_]+)\"");
    private static final Pattern PIECE = Pattern.compile("\"(?:delta|content|text)\":\"([^\"]*)\"");

    private final String url;
    private final String key;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    SoakCaller(String url, String key) {
        this.url = url;
        this.key = key;
    }

    /** The name of a provider that answers, or fails in a way. */
    static String provider(Route.Api api, String way) {
        return way + (api == Route.Api.ANTHROPIC ? "-a" : "-o");
    }

    /** One call of any kind. */
    void call(Random random) throws InterruptedException {
        Route route = ROUTES.get(random.nextInt(ROUTES.size()));
        boolean streamed = CoverageRun.streams(route) && random.nextBoolean();
        int kind = random.nextInt(100);
        if (kind < 60) {
            answered(random, route, streamed);
        } else if (kind < 85) {
            failed(random, route, streamed);
        } else if (kind < 95) {
            left(random, route);
        } else {
            refused(random, route);
        }
    }

    private void answered(Random random, Route route, boolean streamed)
            throws InterruptedException {
        String email = "person" + Long.toUnsignedString(random.nextLong(), 36) + "@example.org";
        String text = FILLER.repeat(random.nextInt(LONGEST_FILLER)) + "Write to " + email;
        HttpResponse<String> answer = send(route, body(route, streamed, "echo", text), key);
        String said = streamed ? together(answer.body()) : answer.body();
        boolean whole = route == Route.EMBEDDINGS || said.contains(email);
        note("answered", answer.statusCode() == 200 && whole, route, streamed, answer);
    }

    private void failed(Random random, Route route, boolean streamed) throws InterruptedException {
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        if (fault == Fault.HUGE && random.nextInt(5) > 0) {
            fault = Fault.DIES; // 40 MB each; some are enough
        }
        HttpResponse<String> answer =
                send(route, body(route, streamed, fault.path(), "go on"), key);
        boolean right =
                streamed
                        ? answer.statusCode() == 200 && answer.body().contains("error")
                        : answer.statusCode() == 502 || answer.statusCode() == 504;
        note(fault.path(), right, route, streamed, answer);
    }

    /** Reads the beginning and closes the connection. */
    private void left(Random random, Route route) throws InterruptedException {
        boolean streamed = CoverageRun.streams(route);
        String way = random.nextBoolean() ? "echo" : Fault.STALLS.path();
        String text = FILLER.repeat(random.nextInt(LONGEST_FILLER));
        try {
            HttpResponse<InputStream> answer =
                    client.send(
                            request(route, body(route, streamed, way, text + "."), key),
                            HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                in.readNBytes(random.nextInt(200));
            }
        } catch (IOException gone) {
            // as wanted
        }
        count("left");
    }

    private void refused(Random random, Route route) throws InterruptedException {
        String whole = body(route, false, "echo", "a");
        HttpResponse<String> answer =
                switch (random.nextInt(3)) {
                    case 0 -> send(route, whole.substring(0, whole.length() / 2), key);
                    case 1 -> send(route, whole, "avow_nobody");
                    default -> send(route, "[" + whole + "]", key);
                };
        int status = answer.statusCode();
        note("refused", status == 400 || status == 401, route, false, answer);
    }

    /** The pieces of a stream in one; any route's. */
    private static String together(String events) {
        StringBuilder text = new StringBuilder();
        PIECE.matcher(events).results().forEach(each -> text.append(each.group(1)));
        return text.toString();
    }

    private static String body(Route route, boolean streamed, String way, String text) {
        return RouteBodies.saying(route, streamed, provider(route.api(), way) + "/m", text);
    }

    private HttpResponse<String> send(Route route, String body, String with)
            throws InterruptedException {
        try {
            return client.send(
                    request(route, body, with),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            wrong.add("no answer by " + route + ": " + broken.getClass().getSimpleName());
            throw new NoAnswer(broken);
        }
    }

    private HttpRequest request(Route route, String body, String with) {
        return HttpRequest.newBuilder(URI.create(url + "/v1" + route.path()))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + with)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private void note(
            String what,
            boolean right,
            Route route,
            boolean streamed,
            HttpResponse<String> answer) {
        count(what);
        if (!right && wrong.size() < 100) {
            wrong.add(
                    "%s by %s%s: status %d %s"
                            .formatted(
                                    what,
                                    route,
                                    streamed ? " streamed" : "",
                                    answer.statusCode(),
                                    code(answer.body())));
        }
    }

    /** The last error's code; empty where there is none. */
    private static String code(String body) {
        return CODE.matcher(body).results().reduce("", (_, each) -> each.group(1), (a, _) -> a);
    }

    private void count(String what) {
        calls.computeIfAbsent(what, _ -> new LongAdder()).increment();
    }

    /** Calls so far, by kind. */
    Map<String, LongAdder> calls() {
        return calls;
    }

    /** What was answered otherwise than it must be; empty is right. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }
}
