package dev.avow.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.ask.AnswerSink;
import dev.avow.ask.Asking;
import dev.avow.ask.Call;
import dev.avow.ask.Endpoint;
import dev.avow.ask.Lines;
import dev.avow.ask.Loop;
import dev.avow.ask.Persistence;
import dev.avow.ask.Provider;
import dev.avow.mask.Outbound;
import dev.avow.words.Route;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** B8: a provider's key leaves encrypted, and comes back in no kind of answer. */
final class KeyNeverComesBackTest {

    private static final String KEY = "sk-fictitious-s3cret";

    private final Vertx vertx = Vertx.vertx();
    private final Heard heard = new Heard();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(30, TimeUnit.SECONDS);
    }

    /**
     * RFC 3986, section 3.1: schemes have no case. Once such a URL was asked in the clear. What a
     * server hears first of TLS is a handshake record (RFC 8446, section 5.1: type 22).
     */
    @Test
    void ask_schemeInCapitals_isStillEncrypted() throws Exception {
        LinkedBlockingQueue<Byte> sent = new LinkedBlockingQueue<>();
        NetServer server =
                vertx.createNetServer()
                        .connectHandler(
                                socket -> socket.handler(bytes -> sent.add(bytes.getByte(0))))
                        .listen(0, "127.0.0.1")
                        .await(30, TimeUnit.SECONDS);
        Endpoint endpoint =
                new Endpoint(
                        "openai",
                        URI.create("HTTPS://127.0.0.1:" + server.actualPort() + "/v1"),
                        Optional.of(_ -> KEY));
        Limits limits =
                new Limits(
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(1),
                        5_000,
                        4,
                        Sharing.NONE);
        vertx.runOnContext(_ ->
                new WireProvider(
                                vertx,
                                new Connections(vertx, limits, Optional.empty()),
                                Asked.OPENAI)
                        .ask(Asked.outbound(false), endpoint, heard));

        assertThat(sent.poll(20, TimeUnit.SECONDS)).isEqualTo((byte) 22);
    }

    /** B8: an echo (httpbin's /post, a debugging proxy) answers 200 and repeats the head. */
    @Test
    void whole_thatQuotesTheKey_isNotPassedOn() throws Exception {
        asking(sink ->
                sink.whole(
                        ("{\"headers\":{\"Authorization\":\"Bearer " + KEY + "\"}}")
                                .getBytes(UTF_8)));

        assertThat(heard.next()).doesNotContain(KEY);
    }

    /** B8: so do errors inside a stream. */
    @Test
    void event_thatQuotesTheKey_isNotPassedOn() throws Exception {
        asking(sink ->
                sink.events(
                        List.of(
                                ("{\"error\":{\"message\":\"invalid key " + KEY + "\"}}")
                                        .getBytes(UTF_8))));

        assertThat(heard.next()).doesNotContain(KEY);
    }

    /** B8: PHP and others write a slash in JSON as \\/. */
    @Test
    void refusal_thatQuotesTheKeyEscaped_isNotPassedOn() throws Exception {
        asking(
                "ab/cd/ef+gh/ijklmnop",
                sink ->
                        sink.refused(
                                400, "{\"error\":\"ab\\/cd\\/ef+gh\\/ijklmnop\"}".getBytes(UTF_8)));

        assertThat(heard.next()).startsWith("failed");
    }

    /** B8: of a key that is exchanged for a token, that is what an echo repeats. */
    @Test
    void whole_thatQuotesWhatWasShownForTheKey_isNotPassedOn() throws Exception {
        String token = "ya29.fictitious-token";
        asking(
                Base64.getEncoder()
                        .encodeToString("{\"type\":\"service_account\"}".getBytes(UTF_8)),
                sink -> {
                    sink.showing(List.of(token));
                    sink.whole(("{\"Authorization\":\"Bearer " + token + "\"}").getBytes(UTF_8));
                });

        assertThat(heard.next()).startsWith("failed").doesNotContain(token);
    }

    /** B8: the file's first letters are those of any JSON that begins with a type. */
    @Test
    void whole_thatBeginsLikeAFileWhichIsNotSent_isPassedOn() throws Exception {
        Base64.Encoder base64 = Base64.getEncoder();
        String answer =
                "{\"content\":\""
                        + base64.encodeToString("{\"type\":\"object\"}".getBytes(UTF_8))
                        + "\"}";
        asking(
                base64.encodeToString("{\"type\":\"service_account\"}".getBytes(UTF_8)),
                sink -> {
                    sink.showing(List.of("ya29.fictitious-token"));
                    sink.whole(answer.getBytes(UTF_8));
                });

        assertThat(heard.next()).isEqualTo("whole " + answer);
    }

    /** Servers without keys are given a word, and an answer that held it was withheld. */
    @Test
    void whole_thatHoldsAWordGivenForAKey_isPassedOn() throws Exception {
        asking("ollama", sink -> sink.whole("{\"content\":\"I run on ollama\"}".getBytes(UTF_8)));

        assertThat(heard.next()).isEqualTo("whole {\"content\":\"I run on ollama\"}");
    }

    private void asking(java.util.function.Consumer<AnswerSink> answer) {
        asking(KEY, answer);
    }

    private void asking(String key, java.util.function.Consumer<AnswerSink> answer) {
        Provider provider =
                new Provider() {
                    @Override
                    public String kind() {
                        return "echo";
                    }

                    @Override
                    public Set<Route> routes() {
                        return Set.of(Route.CHAT_COMPLETIONS);
                    }

                    @Override
                    @SuppressWarnings("NullAway")
                    public Call ask(Outbound outbound, Endpoint endpoint, AnswerSink sink) {
                        answer.accept(sink);
                        return null;
                    }

                    @Override
                    public CompletionStage<List<String>> models(Endpoint endpoint) {
                        return CompletableFuture.completedFuture(List.of());
                    }
                };
        Endpoint endpoint =
                new Endpoint("echo", URI.create("http://127.0.0.1:1/v1"), Optional.of(_ -> key));
        var _ =
                new Asking(
                                List.of(provider),
                                (_, _) -> Optional.of(endpoint),
                                new Lines(0, 0, Duration.ZERO, InstantSource.system()),
                                NoTime::new,
                                Persistence.NONE)
                        .ask(Asked.outbound(false), heard);
    }

    /** A loop on which no time passes. */
    private static final class NoTime implements Loop {
        @Override
        public void run(Runnable task) {
            task.run();
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            return () -> {};
        }
    }
}
