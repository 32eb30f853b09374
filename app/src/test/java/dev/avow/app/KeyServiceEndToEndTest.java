package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** I7: an installation whose master key a key service wraps, from the command line. */
final class KeyServiceEndToEndTest {

    private static final String TOKEN = "hvs.fictitioustoken";
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void I7_masterKeyWrapped_startsWithTheServiceAndNeverWithoutIt() throws IOException {
        try (TempHome home = TempHome.none()) {
            String key = home.newKey("read");
            Path master = home.path().resolve("keys/master.json");
            Path token = Files.createDirectories(home.outputs()).resolve("token");
            Files.writeString(token, TOKEN);
            HttpServer vault = vault();
            Map<String, String> settings =
                    Map.of(
                            "AVOW_MASTER_KEY_KMS",
                            "hcvault://vault.example.org:8200/transit/keys/avow",
                            "AVOW_MASTER_KEY_KMS_ENDPOINT",
                            "http://127.0.0.1:" + vault.getAddress().getPort(),
                            "AVOW_MASTER_KEY_KMS_TOKEN_FILE",
                            token.toString());
            try {
                refused(home, settings, "./avow key wrap", "start");
                assertThat(AvowHere.run(home.path(), settings, "key", "wrap").status()).isZero();
                assertThat(Files.readString(master)).contains("encryptedKeyset");
                refused(home, settings, "wrapped already", "key", "wrap");
                refused(home, Map.of(), "AVOW_MASTER_KEY_KMS", "start");
                try (AvowHere avow = AvowHere.serve(home.path(), settings)) {
                    assertThat(Http.get(avow.url() + "/api/v1/interactions", key).status())
                            .isEqualTo(200);
                }
            } finally {
                vault.stop(0);
            }
            refused(home, settings, "Vault cannot be reached", "start");
            refused(home, settings, "Vault cannot be reached", "key", "unwrap");
        }
    }

    private static void refused(
            TempHome home, Map<String, String> settings, String said, String... command) {
        var ended = AvowHere.run(home.path(), settings, command);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err().lines()).singleElement().asString().contains(said);
        assertThat(ended.err() + ended.out()).doesNotContain(TOKEN);
    }

    /** A Vault that remembers what it was given, under a name that it gives back. */
    private static HttpServer vault() throws IOException {
        Map<String, JsonNode> given = new ConcurrentHashMap<>();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/v1/transit/",
                exchange -> {
                    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
                    Map<String, Object> data;
                    if (exchange.getRequestURI().getPath().endsWith("/encrypt/avow")) {
                        String name = "vault:v1:" + UUID.randomUUID();
                        given.put(name, body.path("plaintext"));
                        data = Map.of("ciphertext", name);
                    } else {
                        data =
                                Map.of(
                                        "plaintext",
                                        given.getOrDefault(
                                                body.path("ciphertext").asString(""),
                                                body.path("none")));
                    }
                    byte[] answer =
                            JSON.writeValueAsString(Map.of("data", data))
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
