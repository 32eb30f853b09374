package dev.avow.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers that go on calling, each request for a model of its own, until they are stopped. */
final class Load implements AutoCloseable {

    private final AtomicInteger count;
    private final String url;
    private final String key;
    private final Set<String> completed = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean stopped;

    /**
     * @param count numbers the models; shared by loads that follow each other
     */
    private Load(String url, String key, AtomicInteger count) {
        this.url = url;
        this.key = key;
        this.count = count;
    }

    static Load start(String url, String key, AtomicInteger count, int concurrency) {
        Load load = new Load(url, key, count);
        for (int i = 0; i < concurrency; i++) {
            load.callers.add(Thread.ofVirtual().start(load::callAndCall));
        }
        return load;
    }

    private void callAndCall() {
        while (!stopped) {
            int number = count.incrementAndGet();
            try {
                call("m-" + number, number % 2 == 0);
            } catch (IOException dead) {
                return;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void call(String model, boolean streamed) throws IOException, InterruptedException {
        String body =
                """
                {"model":"up/%s","stream":%s,"messages":[{"role":"user","content":"Hello"}]}
                """
                        .formatted(model, streamed);
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(url + "/v1/chat/completions"))
                                .header("Authorization", "Bearer " + key)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
            completed.add(model);
        } else {
            refused.add(model);
        }
    }

    /** Models whose answer was read to its end. */
    Set<String> completed() {
        return Set.copyOf(completed);
    }

    /** Models that were answered with anything but 200. */
    Set<String> refused() {
        return Set.copyOf(refused);
    }

    /** No new call is made; returns when those under way have ended. */
    void stop() {
        stopped = true;
        try {
            for (Thread each : callers) {
                each.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        client.close();
    }
}
