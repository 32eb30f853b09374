package dev.avow.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@link FakeUpstream} in a JVM of its own, so that its CPU time is nobody else's. */
final class UpstreamProcess implements AutoCloseable {
    private final Child child;
    private final int port;
    private final String base;
    private final HttpClient client = HttpClient.newHttpClient();

    private UpstreamProcess(Child child, int port, String base) {
        this.child = child;
        this.port = port;
        this.base = base;
    }

    /**
     * Starts it with the class path of this JVM; its log goes to {@code folder}.
     *
     * @param certificate for TLS; null where {@code reach} wants none
     */
    static UpstreamProcess start(Path folder, Reach reach, @Nullable Certificate certificate)
            throws IOException {
        int port = Child.freePort();
        String base = "http://127.0.0.1:" + port;
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseParallelGC",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeUpstream.class.getName(),
                        String.valueOf(port)));
        if (certificate != null) {
            int secure = Child.freePort();
            base = "https://127.0.0.1:" + secure;
            command.addAll(
                    List.of(
                            String.valueOf(secure),
                            reach.name(),
                            certificate.keyStore().toString()));
        }
        Child child =
                Child.start(
                        command,
                        Map.of(),
                        Path.of("").toAbsolutePath(),
                        folder.resolve("upstream.log"));
        if (!child.await(() -> Child.listens(port), Duration.ofSeconds(30))) {
            child.close();
            throw new IOException("the fake upstream did not start: " + child.lastWords());
        }
        return new UpstreamProcess(child, port, base);
    }

    /** OpenAI base URL under which it answers gateways by {@code plan}. */
    String baseUrl(UpstreamPlan plan) {
        return base + plan.prefix() + "/v1";
    }

    /** The same in the clear, however gateways reach it. */
    String plainUrl(UpstreamPlan plan) {
        return "http://127.0.0.1:" + port + plan.prefix() + "/v1";
    }

    /** What it saw since the last call. */
    UpstreamStats takeStats() throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/stats/reset"))
                        .timeout(Duration.ofSeconds(10))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        try {
            String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JsonMapper.shared().readValue(body, UpstreamStats.class);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.close();
        child.close();
    }
}
