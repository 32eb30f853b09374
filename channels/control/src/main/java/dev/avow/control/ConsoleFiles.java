package dev.avow.control;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The console's files, from the class path. A path whose last part has no dot is a page of the
 * console and answers {@code index.html}. Files are kept in memory once read; only names that exist
 * are kept, so their number is that of the files.
 */
final class ConsoleFiles implements Handler<RoutingContext> {

    private static final String FOLDER = "META-INF/avow/console/";

    /** No leading dots, no empty parts: no way out of the folder. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    /** What the bundler puts here carries a hash of its content in its name. */
    private static final String HASHED = "assets/";

    private static final String PAGE = "index.html";

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("txt", "text/plain; charset=utf-8"),
                    Map.entry("woff2", "font/woff2"));

    private final Vertx vertx;
    private final Map<String, Buffer> kept = new ConcurrentHashMap<>();

    ConsoleFiles(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public void handle(RoutingContext routing) {
        if (!mayBeABrowser(routing.request().getHeader("Accept"))) {
            routing.next();
            return;
        }
        String name = fileFor(routing.normalizedPath());
        if (!PLAIN.matcher(name).matches()) {
            notThere(routing.response());
            return;
        }
        Buffer known = kept.get(name);
        if (known != null) {
            send(routing.response(), name, known);
            return;
        }
        vertx.executeBlocking(() -> read(name))
                .onFailure(routing::fail)
                .onSuccess(found ->
                        found.ifPresentOrElse(
                                file -> send(routing.response(), name, file),
                                () -> notThere(routing.response())));
    }

    /**
     * A program that asks for JSON alone would take a page for an answer, and fail far from here.
     */
    private static boolean mayBeABrowser(@Nullable String accept) {
        return accept == null || !accept.strip().equalsIgnoreCase("application/json");
    }

    private static String fileFor(String path) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        boolean page = name.indexOf('.', name.lastIndexOf('/') + 1) < 0;
        return page ? PAGE : name;
    }

    private Optional<Buffer> read(String name) {
        try (InputStream file =
                ConsoleFiles.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                return Optional.empty();
            }
            Buffer content = Buffer.buffer(file.readAllBytes());
            kept.put(name, content);
            return Optional.of(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void send(HttpServerResponse response, String name, Buffer content) {
        response.putHeader(
                        "Cache-Control",
                        name.startsWith(HASHED)
                                ? "public, max-age=31536000, immutable"
                                : "no-cache")
                .putHeader(
                        "Content-Type",
                        TYPES.getOrDefault(
                                name.substring(name.lastIndexOf('.') + 1),
                                "application/octet-stream"))
                .end(content);
    }

    private static void notThere(HttpServerResponse response) {
        response.setStatusCode(404)
                .putHeader("Cache-Control", "no-cache")
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .end("There is no such page.\n");
    }
}
