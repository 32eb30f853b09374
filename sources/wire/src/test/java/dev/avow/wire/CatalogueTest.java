package dev.avow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.ask.Endpoint;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What several lists of one provider say is put together. */
final class CatalogueTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, String> lists = new ConcurrentHashMap<>();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(30, TimeUnit.SECONDS);
    }

    /** Two lists beside the base URL's path; models that begin with x cannot be asked. */
    private static final class Two implements Catalogue {

        @Override
        public List<String> paths(String prefix, String version) {
            return List.of(prefix + "/one", prefix + "/two");
        }

        @Override
        public boolean offers(String model) {
            return !model.startsWith("x");
        }
    }

    private List<String> models(Catalogue catalogue) throws Exception {
        HttpServer server =
                vertx.createHttpServer()
                        .requestHandler(request -> {
                            String list = lists.get(request.path());
                            request.response()
                                    .setStatusCode(list == null ? 404 : 200)
                                    .end(list == null ? "{}" : list);
                        })
                        .listen(0, "127.0.0.1")
                        .await(30, TimeUnit.SECONDS);
        Limits limits = new Limits(LONG, LONG, LONG, 5_000, 4, Sharing.NONE);
        Speech speech =
                new Speech(
                        "two",
                        "",
                        Set.of(),
                        "/v1",
                        catalogue,
                        KeyUse.header("x-key", ""),
                        Map.of(),
                        Map.of(),
                        Set.of());
        return new WireProvider(vertx, new Connections(vertx, limits, Optional.empty()), speech)
                .models(
                        new Endpoint(
                                "two",
                                URI.create("http://127.0.0.1:" + server.actualPort() + "/base/"),
                                Optional.empty()))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    @Test
    void models_ofAllShapes_areReadByTheirNames() throws Exception {
        lists.put("/base/one", "{\"data\":[{\"id\":\"a\"},{\"id\":\"x\"}]}");
        lists.put(
                "/base/two",
                "{\"publisherModels\":[{\"name\":\"publishers/google/models/b\",\"versionId\":\"1\"}]}");

        assertThat(models(new Two())).containsExactly("a", "b");
    }

    @Test
    void models_ofWhichOneListIsMissing_areTheOthers() throws Exception {
        lists.put("/base/two", "{\"models\":[{\"name\":\"models/c\"}]}");

        assertThat(models(new Two())).containsExactly("c");
    }

    @Test
    void models_ofWhichEveryListIsMissing_areNotKnown() {
        assertThatThrownBy(() -> models(new Two())).hasMessageContaining("reached");
    }

    @Test
    void models_atOnePath_followTheVersion() throws Exception {
        lists.put("/base/v1/models", "{\"data\":[{\"id\":\"a\"}]}");

        assertThat(models(Catalogue.at("/models"))).containsExactly("a");
        assertThat(models(Catalogue.at(""))).isEmpty();
    }
}
