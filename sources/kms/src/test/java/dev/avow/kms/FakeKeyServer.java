package dev.avow.kms;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A key service on this machine: the HTTP part that all fakes share, and one real key behind it.
 */
final class FakeKeyServer implements AutoCloseable {

    static final String TOKEN = "hvs.fictitioustoken";

    /** What it says of itself when it fails, and what nobody may repeat. */
    static final String SAID = "some words of its own";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Aead key;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Failure failure;
    private volatile boolean silent;

    /** How it fails. */
    record Failure(int status, String body) {}

    /** Answers one request. */
    interface Api {
        /** The status and the body. */
        Failure answer(HttpExchange asked, JsonNode body, FakeKeyServer self) throws Exception;
    }

    private FakeKeyServer(HttpServer server, Aead key) {
        this.server = server;
        this.key = key;
    }

    static FakeKeyServer none() {
        return start((_, _, _) -> new Failure(404, "{}"));
    }

    static FakeKeyServer start(Api api) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeKeyServer fake =
                    new FakeKeyServer(
                            server,
                            KeysetHandle.generateNew(
                                            PredefinedAeadParameters.AES256_GCM,
                                            AeadConfig2026.get())
                                    .getPrimitive(AeadConfig2026.get(), Aead.class));
            server.createContext("/", exchange -> fake.serve(exchange, api));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return fake;
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Aead key() {
        return key;
    }

    void fail(Failure how) {
        failure = how;
    }

    void beSilent() {
        silent = true;
    }

    /** What was wrong with requests. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void want(boolean right, String what) {
        if (!right) {
            complaints.add(what);
        }
    }

    private void serve(HttpExchange exchange, Api api) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (silent) {
                closed.await();
                return;
            }
            Failure how = failure;
            Failure answer = how != null ? how : api.answer(exchange, JSON.readTree(body), this);
            byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), text.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(text);
            }
        } catch (IOException gone) {
            throw gone;
        } catch (Exception broken) {
            complaints.add(broken.toString());
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
