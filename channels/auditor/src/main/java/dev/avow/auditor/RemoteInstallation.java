package dev.avow.auditor;

import dev.avow.settings.SafeUrl;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A running installation as a command asks it, with an API key. For one thread. */
final class RemoteInstallation implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** More than a full bundle of a log's entries. */
    private static final long MOST_BYTES = 32 << 20;

    private final String base;
    private final String plaintextKey;
    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * @param url its address
     * @param variable names the environment's variable that holds the key
     */
    RemoteInstallation(String url, String variable, Map<String, String> environment) {
        // The key must not go over a network in the clear.
        URI safe = SafeUrl.parse(url).orElseThrow(RemoteInstallation::noAddress);
        this.base = safe.toString().replaceFirst("/$", "");
        String key = environment.get(variable);
        if (key == null || key.isBlank()) {
            throw wrong("the variable " + variable + " holds no API key; see --api-key-env");
        }
        this.plaintextKey = key.strip();
    }

    private static RuntimeException noAddress() {
        return wrong(
                "that is no address of an installation; it begins with https://, or with http://"
                        + " on this machine alone");
    }

    /** What a route answers. */
    byte[] get(String path) throws IOException, InterruptedException {
        return find(path)
                .orElseThrow(() ->
                        wrong("the installation has no " + path + "; is it of an older version?"));
    }

    /** What a route answers; empty where there is nothing. */
    Optional<byte[]> find(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Authorization", "Bearer " + plaintextKey)
                        .timeout(PATIENCE)
                        .build();
        HttpResponse<byte[]> answer =
                client.send(
                        request,
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(answer.body());
            case 404 -> Optional.empty();
            default ->
                    throw wrong(
                            "the installation answered with status "
                                    + answer.statusCode()
                                    + "; the key needs the scope admin");
        };
    }

    private static RuntimeException wrong(String message) {
        return Fault.of(FaultCode.INVALID_VALUE, message).asException();
    }

    @Override
    public void close() {
        client.close();
    }
}
