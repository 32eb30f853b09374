package dev.avow.witness;

import dev.avow.merkle.CosignerKey;
import dev.avow.merkle.Hash;
import dev.avow.prove.Cosigner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A witness that is asked by C2SP's {@code tlog-witness} protocol, {@code POST add-checkpoint}. It
 * is sent a checkpoint, which names the log by its tenant's id, and hashes. Nothing is sent after a
 * redirect, and no more is read of an answer than a witness may say. Safe for any thread; blocks.
 *
 * @see <a href="https://c2sp.org/tlog-witness">tlog-witness</a>
 */
public final class HttpWitness implements Cosigner {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 65_536;

    private final CosignerKey key;
    private final URI route;
    private final Duration patience;
    private final HttpClient client;

    /**
     * @param prefix its submission prefix, ended by a slash; {@code https}, or of this machine
     * @param key what checks its cosignatures
     * @param patience with one answer
     */
    public HttpWitness(URI prefix, CosignerKey key, Duration patience) {
        this.key = key;
        this.route = prefix.resolve("add-checkpoint");
        this.patience = patience;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT.compareTo(patience) < 0 ? CONNECT : patience)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    @Override
    public CosignerKey key() {
        return key;
    }

    @Override
    public Answer show(long old, List<Hash> proof, String note) {
        HttpRequest request =
                HttpRequest.newBuilder(route)
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body(old, proof, note)))
                        .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            HttpResponse<byte[]> got = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return answer(got.statusCode(), new String(got.body(), StandardCharsets.UTF_8));
        } catch (ExecutionException away) {
            Throwable why = away.getCause() == null ? away : away.getCause();
            return new Answer.Away(why.getClass().getSimpleName());
        } catch (TimeoutException silent) {
            return new Answer.Away("it says nothing");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Answer.Away("interrupted");
        } finally {
            boolean _ = answer.cancel(true);
        }
    }

    private static String body(long old, List<Hash> proof, String note) {
        StringBuilder body = new StringBuilder("old " + old + "\n");
        proof.forEach(each -> body.append(each.base64()).append('\n'));
        return body.append('\n').append(note).toString();
    }

    private static Answer answer(int status, String body) {
        return switch (status) {
            case 200 -> new Answer.Cosigned(body.lines().toList());
            case 409 ->
                    body.matches("(0|[1-9][0-9]{0,17})\n?")
                            ? new Answer.Elsewhere(Long.parseLong(body.strip()))
                            : new Answer.Refused("it answers with status 409 and no size");
            case 403 -> new Answer.Refused("it does not trust the log's key (403)");
            case 404 -> new Answer.Refused("it does not know this log (404); ask its operator");
            case 422 -> new Answer.Refused("the log does not continue what it cosigned (422)");
            default ->
                    status == 429 || status >= 500
                            ? new Answer.Away("status " + status)
                            : new Answer.Refused("it answers with status " + status);
        };
    }

    /** Prints the key's name alone. */
    @Override
    public String toString() {
        return "HttpWitness " + key.name();
    }
}
