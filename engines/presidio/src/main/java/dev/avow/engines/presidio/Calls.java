package dev.avow.engines.presidio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.avow.detector.api.Coverage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls of {@code POST /analyze}, a number at once at most. Follows no redirect and asks no proxy:
 * texts go to the named machine or nowhere. TLS is 1.2 or newer (promise I6).
 */
final class Calls implements AutoCloseable {

    /** More than any list of results for one piece. In bytes. */
    private static final long LARGEST_ANSWER = 8 << 20;

    private final JsonMapper json = JsonMapper.builder().build();
    private final PresidioOptions options;
    private final URI analyze;
    private final Semaphore places;
    private final HttpClient client;

    Calls(PresidioOptions options) {
        this.options = options;
        String base = options.base().toString();
        this.analyze = URI.create((base.endsWith("/") ? base : base + "/").concat("analyze"));
        this.places = new Semaphore(options.atOnce(), true);
        SSLParameters tls = new SSLParameters();
        tls.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(options.timeout())
                        .sslParameters(tls)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    /** One call under way. */
    record Call(
            Pieces.Piece piece, CompletableFuture<HttpResponse<byte[]>> response, long deadline) {

        /** Its body, once there is one. */
        byte[] answer(long scanDeadline) throws Unserved {
            long now = System.nanoTime();
            boolean scanEndsFirst = scanDeadline - deadline <= 0;
            try {
                HttpResponse<byte[]> answered =
                        response.get(Math.max(0, deadline - now), NANOSECONDS);
                if (answered.statusCode() != 200) {
                    throw unavailable("status " + answered.statusCode());
                }
                return answered.body();
            } catch (TimeoutException late) {
                throw scanEndsFirst ? outOfTime() : unavailable("no answer in time");
            } catch (ExecutionException failed) {
                Throwable cause = failed.getCause();
                throw unavailable((cause == null ? failed : cause).getClass().getSimpleName());
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw unavailable("interrupted");
            }
        }

        void cancel() {
            response.cancel(true);
        }
    }

    /** Begins a call once there is a place for it. */
    Call begin(Pieces.Piece piece, String language, long scanDeadline) throws Unserved {
        takePlace(scanDeadline);
        CompletableFuture<HttpResponse<byte[]>> response;
        try {
            response =
                    client.sendAsync(
                            request(piece, language),
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        } catch (RuntimeException notBegun) {
            places.release();
            throw unavailable(notBegun.getClass().getSimpleName());
        }
        var _ = response.whenComplete((_, _) -> places.release());
        long own = System.nanoTime() + options.timeout().toNanos();
        return new Call(piece, response, own - scanDeadline < 0 ? own : scanDeadline);
    }

    private void takePlace(long deadline) throws Unserved {
        try {
            if (!places.tryAcquire(Math.max(0, deadline - System.nanoTime()), NANOSECONDS)) {
                throw outOfTime();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted");
        }
    }

    private HttpRequest request(Pieces.Piece piece, String language) {
        ObjectNode body = json.createObjectNode();
        body.put("text", piece.text());
        body.put("language", language);
        if (!options.allEntities()) {
            Entities.names().forEach(body.putArray("entities")::add);
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(analyze)
                        .timeout(options.timeout().plus(Duration.ofSeconds(1)))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        // A lone surrogate becomes a question mark: one place stays one place.
                        .POST(
                                BodyPublishers.ofByteArray(
                                        json.writeValueAsString(body).getBytes(UTF_8)));
        String key = options.plaintextKey();
        if (key != null) {
            boolean bearer = options.keyHeader().equalsIgnoreCase("Authorization");
            request.header(options.keyHeader(), bearer ? "Bearer " + key : key);
        }
        return request.build();
    }

    private static Unserved unavailable(String what) {
        return new Unserved(Coverage.Why.UNAVAILABLE, what);
    }

    private static Unserved outOfTime() {
        return new Unserved(Coverage.Why.OUT_OF_TIME, "no answer within the scan's time");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
